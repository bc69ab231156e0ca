/** Why a form came back, by the codes of the API: its own sentences, so that Traditional pages say them in their characters. */
import { FIELDS, PROBLEMS } from '../../../functions/words/problems.ts';

export type Problems = {
  /** of the whole form */
  whole: Partial<Record<string, { title: string; detail: string }>>;
  /** beside a field */
  field: Partial<Record<string, string>>;
};

export const problems: Problems = { whole: PROBLEMS, field: FIELDS };
