/** Holds a record against the shape of its kind. */
import type { z } from 'zod';
import { isFaultCode, type FaultCode } from '../domain/fault-code.ts';
import { SHAPES, type Kind, type RecordOf } from '../domain/kinds.ts';

export type ShapeFault = { path: PropertyKey[]; code: FaultCode; params: Record<string, string | number> };
type Issue = z.core.$ZodIssue;

/** The record with its defaults, or everything that is wrong with it. */
export function checkShape<K extends Kind>(kind: K, value: unknown): { record: RecordOf[K] } | { faults: ShapeFault[] } {
  const result = SHAPES[kind].safeParse(value);
  if (result.success) return { record: result.data as RecordOf[K] };
  return { faults: result.error.issues.flatMap((issue) => toFaults(issue, [], value)) };
}

function toFaults(issue: Issue, before: PropertyKey[], root: unknown): ShapeFault[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], code: 'unknownKey', params: { key } }));
  if (valueAt(root, path) === undefined) return [{ path, code: 'missing', params: {} }];
  if (issue.code === 'invalid_union') return unionFaults(issue, path, root);
  return [{ path, ...(ownCode(issue.message) ?? codeOf(issue)) }];
}

/** Of a union, the branch that fits at its top says most; without one, the union's own code. */
function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>, path: PropertyKey[], root: unknown): ShapeFault[] {
  const fitting = issue.errors.filter(
    (issues) => issues.length > 0 && issues.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
  );
  const branch = fitting.toSorted((a, b) => a.length - b.length)[0];
  const wrongOption = branch?.some((inner) => inner.code === 'invalid_value' && valueAt(root, [...path, ...inner.path]) !== undefined);
  if (branch && !wrongOption) return branch.flatMap((inner) => toFaults(inner, path, root));
  return [{ path, ...(ownCode(issue.message) ?? { code: 'unknownOption', params: {} }) }];
}

/** Our shapes give a code as message, as `ref:people` with the kind that is meant; zod's own messages are sentences. */
function ownCode(message: string): { code: FaultCode; params: Record<string, string> } | undefined {
  const [code = '', kind] = message.split(':');
  return isFaultCode(code) ? { code, params: kind === undefined ? {} : { kind } } : undefined;
}

function codeOf(issue: Issue): { code: FaultCode; params: Record<string, string | number> } {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrongType', params: { expected: issue.expected } };
    case 'invalid_value':
      return { code: 'wrongValue', params: { values: issue.values.map(String).join(' ') } };
    case 'too_big':
      return { code: issue.origin === 'string' ? 'tooLong' : 'tooBig', params: { maximum: Number(issue.maximum) } };
    case 'too_small':
      return { code: issue.origin === 'string' || issue.origin === 'array' ? 'tooShort' : 'tooSmall', params: { minimum: Number(issue.minimum) } };
    case 'invalid_format':
      return { code: 'wrongFormat', params: { format: issue.format } };
    default:
      return { code: 'wrongValue', params: { values: '' } };
  }
}

function valueAt(root: unknown, path: PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
