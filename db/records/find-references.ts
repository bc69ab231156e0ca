/** Every reference that a record makes, found by walking its shape and its data side by side. */
import type { z } from 'zod';
import { refTargets, type RefTarget } from '../domain/record-fields.ts';

export type FoundReference = { path: PropertyKey[]; reference: string; target: RefTarget };
type Schema = z.core.$ZodType;
type Definition = {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  options?: Schema[];
};

/** Yields the references in a valid record. Schemas that can hold none are skipped by a cache. */
export function* findReferences(schema: Schema, value: unknown, path: PropertyKey[] = []): Generator<FoundReference> {
  if (value === undefined || value === null || !mayRefer(schema)) return;
  const target = refTargets.get(schema as z.ZodType);
  if (target) {
    if (typeof value === 'string') yield { path, reference: value, target };
    return;
  }
  const { shape, element, innerType, options } = definitionOf(schema);
  if (innerType) yield* findReferences(innerType, value, path);
  if (shape && typeof value === 'object')
    for (const [key, inner] of Object.entries(shape)) yield* findReferences(inner, (value as Record<string, unknown>)[key], [...path, key]);
  if (element && Array.isArray(value)) for (const [index, entry] of value.entries()) yield* findReferences(element, entry, [...path, index]);
  if (options) for (const option of options) if (fits(option, value)) return yield* findReferences(option, value, path);
}

const definitionOf = (schema: Schema): Definition => schema._zod.def as unknown as Definition;
const fits = (schema: Schema, value: unknown): boolean => (schema as z.ZodType).safeParse(value).success;

const cache = new WeakMap<Schema, boolean>();

function mayRefer(schema: Schema): boolean {
  const cached = cache.get(schema);
  if (cached !== undefined) return cached;
  cache.set(schema, false);
  const { shape, element, innerType, options } = definitionOf(schema);
  const inner = [...Object.values(shape ?? {}), ...(options ?? []), ...(element ? [element] : []), ...(innerType ? [innerType] : [])];
  // `has` does not see what `get` does: a described reference inherits its target from the one it was made of.
  const answer = refTargets.get(schema as z.ZodType) !== undefined || inner.some(mayRefer);
  cache.set(schema, answer);
  return answer;
}
