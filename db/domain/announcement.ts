/** An announcement (公告) of a congress or its standing body: elections, ended or suspended mandates, lists, notices. */
import { z } from 'zod';
import { attachment, civilDate, id, line, mandateRef, prose, ref } from './record-fields.ts';

export const ANNOUNCEMENT_KINDS = [
  'electionNotice',
  'candidates',
  'election',
  'byElection',
  'termination',
  'suspension',
  'restoration',
  'keySupervision',
  'handlingReport',
  'reportResults',
  'notice',
] as const;

/** A candidate as introduced to the voters (Electoral Law 34); after the election with the votes, as announced. */
const candidate = z.strictObject({
  name: line(40),
  constituency: ref('constituencies'),
  introduction: line(400).optional().describe('向选民介绍的内容；不写出生日期、住址'),
  votes: z.number().int().min(0).optional().describe('得票数，公布结果时填写'),
  mandate: mandateRef.optional().describe('当选后的代表职务'),
});
export type Candidate = z.infer<typeof candidate>;

/** Kinds that speak of one election, in the order in which they are issued. */
export const ELECTION_KINDS = ['electionNotice', 'candidates', 'election', 'byElection'] as const;

/** True for a notice, candidates or result of an election. */
export const isOfElection = ({ kind }: { kind: (typeof ANNOUNCEMENT_KINDS)[number] }): boolean => ELECTION_KINDS.some((one) => one === kind);

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
  constituencies: z.array(ref('constituencies')).default([]).describe('涉及的选区，例如选举公告、候选人名单和选举结果'),
  electionDay: civilDate.optional().describe('选举日'),
  candidates: z.array(candidate).default([]).describe('候选人，按公布的次序'),
  heardBy: line(80).optional().describe('哪次会议'),
  seatsFilled: z.number().int().min(0).optional().describe('公告后的实有代表数'),
  vacancies: z.number().int().min(0).optional().describe('公告后的缺额'),
  attachments: z.array(attachment).default([]),
  body: prose(40_000),
});
export type Announcement = z.infer<typeof announcementShape>;
