/** A plan (计划) that must be public, such as the yearly work plan of deputies (Deputies Law 43), and what became of its items. */
import { z } from 'zod';
import { attachment, civilDate, id, innerId, line, prose, ref } from './record-fields.ts';

export const planShape = z.strictObject({
  id,
  title: line(80),
  kind: z.enum(['deputyWork', 'reception', 'inspection', 'dutyReports', 'keySupervision']),
  congress: ref('congresses'),
  year: z.number().int().min(1990).max(2200),
  issuer: line(60),
  issuedOn: civilDate,
  docNo: line(60).optional(),
  items: z
    .array(
      z.strictObject({
        id: innerId,
        title: line(120),
        due: civilDate,
        activity: ref('activities').optional().describe('已举行：哪一次活动'),
        notHeld: line(300).optional().describe('没有举行的原因'),
      }),
    )
    .default([]),
  attachments: z.array(attachment).default([]),
  body: prose(20_000),
});
export type Plan = z.infer<typeof planShape>;
