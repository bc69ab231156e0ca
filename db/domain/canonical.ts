/** The canonical form (规范形式) of a published record: the exact bytes that a seal vouches for. */
import type { Kind } from './kinds.ts';

/**
 * JSON as RFC 8785 writes it: members sorted by their names' UTF-16 code units, no white space, strings and numbers as
 * ECMAScript writes them. Members without a value are left out, as in a published file.
 * @throws TypeError for what JSON cannot hold: functions, numbers that are not finite
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>;
    const members: string[] = [];
    // The default order of sort() is that of UTF-16 code units.
    for (const name of Object.keys(fields).sort())
      if (fields[name] !== undefined) members.push(`${JSON.stringify(name)}:${canonicalJson(fields[name])}`);
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a number that is not finite');
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`no JSON: ${typeof value}`);
  return text;
}

const encoder = new TextEncoder();

/**
 * The bytes of one record, UTF-8 of `{"item":…,"kind":…}`: both members stand in the record's JSON twin, so that
 * anyone can make these bytes from it. The kind is in them because ids are unique per kind only.
 */
export const canonicalRecord = (kind: Kind, item: object): Uint8Array => encoder.encode(canonicalJson({ kind, item }));
