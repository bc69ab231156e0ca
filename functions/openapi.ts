/** The API described for machines, from the shapes that check it. */
import { z } from 'zod';

/** One operation; `{name}` in a path is a parameter. An answer without a shape is described by its status alone. */
export type Operation = {
  method: 'get' | 'post';
  path: string;
  summary: string;
  body?: z.ZodType;
  /** A body that is a file of this type, with the receipt code in a header. */
  file?: 'image/jpeg';
  query?: z.ZodObject;
  answers: Record<number, z.ZodType | undefined>;
};

/** What fills the blanks of a sentence, so that a client can say it in its own words by the code. */
const blanks = z.record(z.string(), z.union([z.string(), z.number()]));

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    params: blanks.optional(),
    errors: z
      .array(z.object({ path: z.array(z.union([z.string(), z.number()])), code: z.string(), message: z.string(), params: blanks.optional() }))
      .optional(),
  })
  .meta({ id: 'Problem', description: '办理不了的原因（RFC 9457）' });

type Json = Record<string, unknown>;

/** An OpenAPI 3.1 document. */
export function describeApi(operations: Operation[]): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = describe(operation, schemas);
  return { openapi: '3.1.0', info: { title: '回音 Huiyin', version: '1' }, paths, components: { schemas } };
}

function describe({ method, path, summary, body, file, query, answers }: Operation, schemas: Json): Json {
  const schemaOf = (shape: z.ZodType, io: 'input' | 'output') => describeShape(shape, io, schemas);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, shape]) => ({ name, in: 'query', schema: schemaOf(shape as z.ZodType, 'input') }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    description: '至少 128 位随机数，24 小时内重复提交不会重复办理',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{22,128}$' },
  };
  const content = body && {
    'application/json': { schema: schemaOf(body, 'input') },
    'application/x-www-form-urlencoded': { schema: schemaOf(body, 'input') },
  };
  const code = { name: 'X-Receipt-Code', in: 'header', required: true, description: '回执码', schema: { type: 'string' } };
  const responses = Object.fromEntries(
    Object.entries(answers).map(([status, shape]) => [
      status,
      { description: summary, ...(shape && { content: { 'application/json': { schema: schemaOf(shape, 'output') } } }) },
    ]),
  );
  return {
    summary,
    parameters: [...inPath, ...inQuery, ...(file ? [code] : method === 'post' ? [key] : [])],
    ...(content && { requestBody: { required: true, content } }),
    ...(file && { requestBody: { required: true, content: { [file]: {} } } }),
    responses: {
      ...responses,
      default: { description: '办理不了的原因', content: { 'application/problem+json': { schema: schemaOf(problem, 'output') } } },
    },
  };
}

/** A shape as JSON Schema; named shapes go to `schemas` and are referred to. */
function describeShape(shape: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  const placed = JSON.parse(JSON.stringify({ $defs, schema }).replaceAll('"#/$defs/', '"#/components/schemas/')) as { $defs: Json; schema: Json };
  Object.assign(schemas, placed.$defs);
  return placed.schema;
}
