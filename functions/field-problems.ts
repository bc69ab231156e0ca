/** Faults of an input as the API answers them: path, code, sentence. */
import type { z } from 'zod';
import type { FieldProblem } from '../db/domain/problem.ts';
import { FIELDS, fill } from './words/problems.ts';

export type AnsweredField = { path: (string | number)[]; code: string; message: string; params?: Record<string, string | number> };

/** A zod issue as a fault of a field. Domain shapes give codes as messages; the rest is named by kind. */
export function fieldProblems(error: z.ZodError, input: unknown): FieldProblem[] {
  return error.issues.flatMap((issue): FieldProblem[] => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key.slice(0, 60)], code: 'unknownField', params: { field: readable(key) } }));
    }
    if (valueAt(input, path) === undefined && !['ageConfirmed', 'grade', 'recipient', 'messageKind'].includes(issue.message))
      return [{ path, code: 'required' }];
    if (issue.code === 'too_big') return [{ path, code: 'tooLong', params: { maximum: Number(issue.maximum) } }];
    return [{ path, code: Object.hasOwn(FIELDS, issue.message) ? issue.message : 'type' }];
  });
}

/** A fault with its sentence. */
export const answerField = ({ path, code, params }: FieldProblem): AnsweredField => ({
  path,
  code,
  message: fill(FIELDS[code] ?? FIELDS.type ?? '', params ?? {}),
  ...(params && Object.keys(params).length > 0 && { params }),
});

// A key of the sender's comes back in a sentence: only what is certainly harmless to read.
const readable = (key: string): string => key.replaceAll(/[^\w.-]/g, '').slice(0, 30);

function valueAt(input: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? (at as Record<string, unknown>)[part] : undefined),
    input,
  );
}
