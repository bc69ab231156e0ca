/** A duty activity (履职活动) in the duty log: who took part, where, with what result. */
import { z } from 'zod';
import { civilDate, id, line, mandateRef, prose, ref, sessionRef } from './record-fields.ts';
import { activityType } from './activity-type.ts';

export const activityShape = z.strictObject({
  id,
  type: activityType,
  inspectionForm: z.enum(['concentrated', 'dispersed', 'thematic', 'followUp', 'joint', 'certificate']).optional().describe('视察的形式'),
  session: sessionRef.optional().describe('出席人代会、审议发言：哪一次会议'),
  title: line(80),
  from: civilDate,
  to: civilDate.optional(),
  place: line(100).optional(),
  organizer: line(60).describe('组织单位'),
  source: z.enum(['organizer', 'deputy', 'system']).default('organizer').describe('由谁记录'),
  state: z.enum(['draft', 'confirmed', 'disputed', 'void']).default('confirmed'),
  dispute: line(500).optional().describe('代表的不同意见'),
  settlement: line(500).optional().describe('有过不同意见的，核对后怎样处理'),
  voidReason: line(300).optional().describe('作废的原因'),
  deputies: z
    .array(
      z.strictObject({
        mandate: mandateRef,
        attendance: z.enum(['present', 'leave', 'absent']).default('present'),
        dispute: line(500).optional().describe('这位代表对自己这一条的不同意见；核对清楚以前不计他的数'),
      }),
    )
    .min(1),
  areas: z.array(ref('areas')).default([]).describe('到了哪些村、社区'),
  people: z.number().int().min(0).optional().describe('接待、走访的人数'),
  households: z.number().int().min(0).optional().describe('户数'),
  proposals: z.array(ref('proposals')).default([]).describe('由此提出的建议'),
  evidence: z.array(line(120)).default([]),
  body: prose(20_000),
});
export type Activity = z.infer<typeof activityShape>;
