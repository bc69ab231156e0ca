/** A constituency (选区) elects one to three deputies of one term, by residence or by workplace (Electoral Law 25). */
import { z } from 'zod';
import { id, line, ref } from './record-fields.ts';

export const constituencyShape = z.strictObject({
  id,
  term: ref('terms'),
  number: z.number().int().min(1).max(600).optional().describe('第几选区'),
  name: line(40),
  kind: z.enum(['residence', 'workplace', 'mixed']),
  seats: z.number().int().min(1).max(60).describe('名额：中国选区为 1 至 3'),
  areas: z
    .array(
      z.union([ref('areas'), z.strictObject({ area: ref('areas'), part: line(80).describe('只有一部分时，写明哪一部分') })], { error: 'areaOrPart' }),
    )
    .default([]),
  employers: z.array(line(60)).default([]).describe('按单位划分的选区：有哪些单位'),
  predecessors: z.array(ref('constituencies')).default([]).describe('上一届的选区'),
  voters: z.number().int().min(1).optional().describe('登记选民数'),
});
export type Constituency = z.infer<typeof constituencyShape>;

/** The areas of a constituency; `part` says which part where it is not all of the area. */
export function areasOf(constituency: Constituency): { area: string; part: string | undefined }[] {
  return constituency.areas.map((entry) => (typeof entry === 'string' ? { area: entry, part: undefined } : entry));
}
