/** An announcement (公告) of a congress or its standing body: elections, ended or suspended mandates, lists, notices. */
import { z } from 'zod';
import { attachment, civilDate, id, line, mandateRef, prose, ref } from './record-fields.ts';

export const ANNOUNCEMENT_KINDS = [
  'election',
  'byElection',
  'candidates',
  'termination',
  'suspension',
  'restoration',
  'keySupervision',
  'handlingReport',
  'reportResults',
  'notice',
] as const;

export const announcementShape = z.strictObject({
  id,
  title: line(100),
  kind: z.enum(ANNOUNCEMENT_KINDS),
  congress: ref('congresses'),
  issuer: line(60),
  docNo: line(60).optional(),
  date: civilDate,
  publishOn: civilDate.optional().describe('定时公开：到这一天才在本站出现；不填为公告日期'),
  mandates: z.array(mandateRef).default([]).describe('涉及的代表'),
  heardBy: line(80).optional().describe('哪次会议'),
  seatsFilled: z.number().int().min(0).optional().describe('公告后的实有代表数'),
  vacancies: z.number().int().min(0).optional().describe('公告后的缺额'),
  attachments: z.array(attachment).default([]),
  body: prose(40_000),
});
export type Announcement = z.infer<typeof announcementShape>;
