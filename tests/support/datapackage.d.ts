/** What the tests use of the reference implementation of Frictionless Data Packages. */
declare module 'datapackage' {
  type Resource = { name: string; tabular: boolean; read(options: { keyed: boolean }): Promise<object[]> };
  export class Package {
    static load(path: string): Promise<Package>;
    readonly resources: Resource[];
  }
  export function validate(description: object): Promise<{ valid: boolean; errors: Error[] }>;
}
