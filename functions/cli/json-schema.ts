/** The JSON Schema of a kind's fields as editors write them: without `id` (the file name) and `body` (below the front matter). */
import { z } from 'zod';
import { SHAPES, type Kind } from '../../db/domain/kinds.ts';

/** The schema as the text of a file. */
export function jsonSchemaOf(kind: Kind): string {
  const schema = z.toJSONSchema(SHAPES[kind], { io: 'input', unrepresentable: 'any' }) as {
    properties: Record<string, unknown>;
    required?: string[];
  };
  const written = (name: string): boolean => name !== 'id' && name !== 'body';
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => written(name)));
  return `${JSON.stringify({ ...schema, title: kind, properties, required: (schema.required ?? []).filter(written) }, null, 2)}\n`;
}
