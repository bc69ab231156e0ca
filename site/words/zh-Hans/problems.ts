/** Why a form came back, in other words than the API's, by its codes. In Chinese the API's own sentences are shown. */
export type Problems = {
  /** of the whole form */
  whole: Partial<Record<string, { title: string; detail: string }>>;
  /** beside a field */
  field: Partial<Record<string, string>>;
};

export const problems: Problems = { whole: {}, field: {} };
