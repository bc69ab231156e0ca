/** A problem (办理不了的原因): what a rule refuses, as codes and paths; the sentences stand in functions/words. */

/** The five kinds of refusal that an act may throw; one file of functions turns them into statuses. */
export type ProblemKind = 'invalid' | 'missing' | 'conflict' | 'refused' | 'unavailable';

/** One fault of one field; `params` fill the blanks of its sentence. */
export type FieldProblem = { path: (string | number)[]; code: string; params?: Record<string, string | number> };

export class DomainError extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly params: Record<string, string | number>;
  readonly errors: FieldProblem[];

  constructor(kind: ProblemKind, code: string, more: { params?: Record<string, string | number>; errors?: FieldProblem[] } = {}) {
    super(code);
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.params = more.params ?? {};
    this.errors = more.errors ?? [];
  }
}

/** A refusal of one field of the input. */
export const invalidField = (path: string, code: string, params?: Record<string, string | number>): DomainError =>
  new DomainError('invalid', code, { params, errors: [{ path: [path], code, params }] });
