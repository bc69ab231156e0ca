/** A unit that handles proposals (承办单位): government, courts, procuratorate, supervision, towns, public service companies. */
import { z } from 'zod';
import { id, line, prose, ref } from './record-fields.ts';

export const unitShape = z.strictObject({
  id,
  name: line(60),
  shortName: line(20),
  kind: z.enum(['government', 'court', 'procuratorate', 'supervision', 'party', 'town', 'company', 'other']),
  area: ref('areas').optional(),
  parent: ref('units').optional(),
  phone: line(40).optional().describe('公开的值班电话'),
  formerNames: z.array(line(60)).default([]),
  body: prose(4000),
});
export type Unit = z.infer<typeof unitShape>;
