/** A decision (决定、决议) of a congress, its standing committee or its presidium. */
import { z } from 'zod';
import { attachment, civilDate, id, line, prose, ref } from './record-fields.ts';

export const decisionShape = z.strictObject({
  id,
  title: line(100),
  kind: z.enum(['resolution', 'decision', 'reviewOpinion', 'appraisal']),
  congress: ref('congresses'),
  issuer: line(60),
  docNo: line(60).optional(),
  date: civilDate,
  units: z.array(ref('units')).default([]),
  proposals: z.array(ref('proposals')).default([]),
  attachments: z.array(attachment).default([]),
  body: prose(40_000),
});
export type Decision = z.infer<typeof decisionShape>;
