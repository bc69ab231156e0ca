/** A quota set (履职指标): what a deputy should do in a year, such as the "six ones" (六个一). Every place has its own, so it is data. */
import { z } from 'zod';
import { activityType } from './activity-type.ts';
import { civilDate, innerId, line, ref } from './record-fields.ts';

export const QUOTA_UNITS = ['times', 'people', 'households'] as const;
export type QuotaUnit = (typeof QUOTA_UNITS)[number];

export const quotaSetShape = z.strictObject({
  id: innerId,
  label: line(20),
  congresses: z.array(ref('congresses')).default([]).describe('适用于哪些人大的代表；不填为本站所属的人大'),
  from: civilDate.describe('从哪天起施行'),
  until: civilDate.optional().describe('施行到哪天；仍在施行的不填'),
  partYear: z.enum(['proRata', 'whole', 'exempt']).default('proRata').describe('任职不满一年怎样要求：按在任天数折算、不折算、当年不要求'),
  source: line(120).optional().describe('依据'),
  items: z
    .array(
      z.strictObject({
        code: innerId,
        label: line(40),
        unit: z.enum(QUOTA_UNITS),
        minimum: z.number().int().min(1).max(1000),
        activityTypes: z.array(activityType).min(1),
      }),
    )
    .min(1),
});
export type QuotaSet = z.infer<typeof quotaSetShape>;
export type QuotaItem = QuotaSet['items'][number];

/** True where a set binds the deputies of a congress; `own` is the congress of the site. */
export const isQuotaOf = (set: QuotaSet, congress: string, own: string): boolean =>
  (set.congresses.length > 0 ? set.congresses : [own]).includes(congress);
