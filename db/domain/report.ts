/** A duty report (述职报告) of a deputy to voters or to the electoral unit (Deputies Law 58). */
import { z } from 'zod';
import { hallBallot } from './hall-ballot.ts';
import { attachment, civilDate, id, line, mandateRef, prose, ref } from './record-fields.ts';

export const REPORT_STATES = ['planned', 'drafting', 'submitted', 'reviewed', 'published'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** The sections of a report and the headings (`## …`) they stand under in the file; the first five are rated. */
export const REPORT_SECTIONS = ['duties', 'sessions', 'contact', 'study', 'deeds', 'next'] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];
export const RATED_SECTIONS = ['duties', 'sessions', 'contact', 'study', 'deeds'] as const;
export const SECTION_HEADINGS: Record<ReportSection, string> = {
  duties: '履行代表职责',
  sessions: '出席会议和参加代表活动',
  contact: '联系选民和群众',
  study: '学习和调研',
  deeds: '为群众办实事',
  next: '不足和下一步打算',
};

export const reportShape = z.strictObject({
  id,
  mandate: mandateRef,
  title: line(80),
  state: z.enum(REPORT_STATES),
  from: civilDate.describe('述职期间，开始'),
  to: civilDate.describe('述职期间，结束'),
  audience: z.enum(['voters', 'electoralUnit']).describe('向选民，或向选举单位'),
  form: z.enum(['oral', 'written']),
  plannedOn: civilDate.optional().describe('计划述职的日期'),
  reportedOn: civilDate.optional(),
  place: line(100).optional(),
  publishedOn: civilDate.optional(),
  hallBallot: hallBallot.optional().describe('会场测评结果'),
  response: line(1000).optional().describe('代表对测评结果的回应'),
  followUp: z
    .strictObject({
      on: civilDate,
      what: line(500).describe('怎样说明、结果怎样'),
      activity: ref('activities').optional().describe('后续说明的那次活动'),
    })
    .optional()
    .describe('测评结果不好的后续：哪一天做的'),
  attachments: z.array(attachment).default([]),
  body: prose(20_000).describe('述职报告正文，各部分用规定的小标题'),
});
export type Report = z.infer<typeof reportShape>;

/** A section of the report's text. `section` is undefined under a heading that is none of ours. */
export type SectionText = { section: ReportSection | undefined; heading: string; text: string };

/** Splits the body at its `## ` headings; what stands before the first is returned as `opening`. */
export function sectionsOf(body: string): { opening: string; sections: SectionText[] } {
  const [opening = '', ...parts] = body.split(/^## +/m);
  const sections = parts.map((part) => {
    const [heading = '', ...rest] = part.split('\n');
    const section = REPORT_SECTIONS.find((name) => SECTION_HEADINGS[name] === heading.trim());
    return { section, heading: heading.trim(), text: rest.join('\n').trim() };
  });
  return { opening: opening.trim(), sections };
}
