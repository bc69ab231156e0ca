/** A matter entered by the office (登记事项): what came by another way than the site, and what became of it. */
import { z } from 'zod';
import { civilDate } from './record-fields.ts';
import { longText, shortText } from './text.ts';

/** Walk-ins, calls, letters, what superiors pass down, and what inspections found. */
export const MATTER_SOURCES = ['walkIn', 'call', 'letter', 'superior', 'inspection', 'other'] as const;
export type MatterSource = (typeof MATTER_SOURCES)[number];

export const MATTER_OUTCOMES = ['open', 'solved', 'explained', 'passedOn', 'proposal', 'notCompetent'] as const;
export type MatterOutcome = (typeof MATTER_OUTCOMES)[number];

export const newMatter = z.strictObject({
  source: z.enum(MATTER_SOURCES, { error: 'choice' }),
  title: shortText(60),
  text: longText(5000),
  /** Who must act, in words or as a unit's name. */
  unit: shortText(60).optional(),
  receivedOn: civilDate,
  dueOn: civilDate.optional(),
});
export type NewMatter = z.infer<typeof newMatter>;

export const matterOutcome = z.strictObject({ outcome: z.enum(MATTER_OUTCOMES, { error: 'choice' }), note: longText(1000).optional() });

/** By source and outcome; what the public may know of matters. */
export const matterCounts = z.partialRecord(z.enum(MATTER_SOURCES), z.partialRecord(z.enum(MATTER_OUTCOMES), z.number().int()));
export type MatterCounts = z.infer<typeof matterCounts>;
