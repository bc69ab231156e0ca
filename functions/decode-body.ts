/** Bodies as plain objects with own keys only: nothing in them can reach a prototype. */
import { z } from 'zod';
import { HttpProblem } from './http-problem.ts';

export type Fields = Record<string, unknown>;

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** A JSON object. */
export function decodeJson(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text, (key, inner: unknown) => {
      if (UNSAFE.has(key)) throw new HttpProblem(400, 'badKeys');
      return inner;
    });
  } catch (error) {
    throw error instanceof HttpProblem ? error : new HttpProblem(400, 'badJson');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new HttpProblem(400, 'badJson');
  return value as Fields;
}

/**
 * A form. `grades.overall` becomes a field within a field; a box left empty is not there at all; what the shape holds
 * as yes or no is read from the values that check boxes and radio buttons send.
 */
export function decodeForm(text: string, schema: z.ZodType): Fields {
  const fields: Fields = {};
  for (const [name, value] of pairs(text)) {
    const [first = '', second, ...more] = name.split('.');
    if (more.length > 0 || UNSAFE.has(first) || UNSAFE.has(second ?? '')) throw new HttpProblem(400, 'badForm');
    if (second !== undefined && !Object.hasOwn(fields, first)) fields[first] = {};
    const holder = second === undefined ? fields : fields[first];
    const key = second ?? first;
    if (typeof holder !== 'object' || holder === null || Object.hasOwn(holder, key)) throw new HttpProblem(400, 'badForm');
    if (value !== '') (holder as Fields)[key] = value;
  }
  for (const name of yesNoFields(schema)) if (Object.hasOwn(fields, name)) fields[name] = yesNo(fields[name]);
  return fields;
}

function pairs(text: string): [string, string][] {
  // URLSearchParams would turn broken escapes into replacement characters; a fault must stay a fault.
  try {
    return text
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf('=');
        return at === -1 ? [unescape(pair), ''] : [unescape(pair.slice(0, at)), unescape(pair.slice(at + 1))];
      });
  } catch {
    throw new HttpProblem(400, 'badText');
  }
}

const unescape = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

const yesNo = (value: unknown): unknown => (value === 'on' || value === 'true' ? true : value === 'false' ? false : value);

const known = new WeakMap<z.ZodType, string[]>();

function yesNoFields(schema: z.ZodType): string[] {
  const names = known.get(schema) ?? booleansOf(schema);
  known.set(schema, names);
  return names;
}

function booleansOf(schema: z.ZodType): string[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const shapes = Object.entries(schema.shape as Record<string, z.ZodType>);
  return shapes.flatMap(([name, of]) => (z.toJSONSchema(of, { io: 'input', unrepresentable: 'any' }).type === 'boolean' ? [name] : []));
}
