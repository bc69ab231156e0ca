/** An electoral unit (选举单位): the body that elects deputies indirectly, mostly the congress one level down. */
import { z } from 'zod';
import { id, line, ref } from './record-fields.ts';

export const electoralUnitShape = z.strictObject({
  id,
  term: ref('terms').describe('选出的代表属于哪一届'),
  name: line(40),
  congress: ref('congresses').optional().describe('由哪一级人民代表大会选举；军队不填'),
  seats: z.number().int().min(1).max(600),
});
export type ElectoralUnit = z.infer<typeof electoralUnitShape>;
