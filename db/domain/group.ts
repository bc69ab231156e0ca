/** A group of deputies (代表小组): by area, by field, or the delegation during sessions (代表团). */
import { z } from 'zod';
import { id, line, mandateRef, prose, ref } from './record-fields.ts';

export const groupShape = z.strictObject({
  id,
  name: line(40),
  kind: z.enum(['contact', 'professional', 'delegation']),
  term: ref('terms'),
  leader: mandateRef.optional(),
  viceLeaders: z.array(mandateRef).default([]),
  members: z.array(mandateRef).min(1).describe('全体成员，含组长'),
  venue: line(100).optional(),
  areas: z.array(ref('areas')).default([]),
  body: prose(8000).describe('职责'),
});
export type Group = z.infer<typeof groupShape>;
