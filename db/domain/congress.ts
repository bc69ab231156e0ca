/** A people's congress (人民代表大会) of one level; streets have none of their own. */
import { z } from 'zod';
import { clockTime, id, line, prose, ref } from './record-fields.ts';

export const LEVELS = ['national', 'province', 'city', 'county', 'township'] as const;
export type Level = (typeof LEVELS)[number];

/** How often deputies report their duties: a share of them a year, everyone each year, or once a term. */
const coverageRule = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('fractionPerYear'), years: z.number().int().min(2).max(5), source: line(120) }),
  z.strictObject({ mode: z.literal('everyYear'), source: line(120) }),
  z.strictObject({ mode: z.literal('oncePerTerm'), source: line(120) }),
]);

export const congressShape = z.strictObject({
  id,
  name: line(40).describe('全称，例如云溪县人民代表大会'),
  shortName: line(20).describe('简称，例如县人大'),
  level: z.enum(LEVELS),
  area: ref('areas'),
  parent: ref('congresses').optional().describe('上一级人民代表大会'),
  between: z.enum(['standingCommittee', 'presidium']).describe('闭会期间的机构：常委会，乡镇为主席团'),
  office: z
    .strictObject({
      name: line(40),
      address: line(200),
      phone: line(40),
      email: z.email().optional(),
      opens: clockTime.optional(),
      closes: clockTime.optional(),
    })
    .optional(),
  reportCoverage: coverageRule.optional().describe('述职的覆盖规则'),
  body: prose(8000),
});
export type Congress = z.infer<typeof congressShape>;

/** True where voters elect the deputies themselves: county and township (Electoral Law 3). */
export const isDirectlyElected = (level: Level): boolean => level === 'county' || level === 'township';
