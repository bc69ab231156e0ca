import type { FaultCode } from '../domain/fault-code.ts';

/** A fault in a record: where it stands, and a code whose sentence functions/words holds. */
export type Fault = {
  /** Path of the file inside the content folder. */
  file: string;
  /** Line in the file, from 1. */
  line: number;
  /** Field, as `mandates[0].electedOn`; empty where the whole file is meant. */
  field: string;
  code: FaultCode;
  params: Record<string, string | number>;
};

/** `['mandates', 0, 'term']` as `mandates[0].term`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('');
}

/** Order in which faults are shown: by file, then by line. */
export const byPlace = (a: Fault, b: Fault): number => a.file.localeCompare(b.file) || a.line - b.line || a.field.localeCompare(b.field);
