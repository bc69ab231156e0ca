export type Fault = { name: string; what: string };
export type Proof = { leaf: string; index: number; path: string[] };
export function canonical(value: unknown): string;
export function leafOf(kind: string, item: object): Promise<string>;
export function rootOf(leaves: readonly string[]): Promise<string>;
export function rootOfProof(proof: Proof, count: number): Promise<string | undefined>;
export function verify(
  read: (name: string) => Promise<Uint8Array | undefined>,
): Promise<{ faults: Fault[]; unsealed: string[]; log: { seal: number; root: string }[] }>;
