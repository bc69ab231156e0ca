/** A people's congress (人民代表大会) of one level; streets have none of their own. */
import { z } from 'zod';
import { period } from './deadline.ts';
import { clockTime, id, line, prose, ref } from './record-fields.ts';

export const LEVELS = ['national', 'province', 'city', 'county', 'township'] as const;
export type Level = (typeof LEVELS)[number];

/** Who is not expected to report yet, and where the counting begins; the same for every rule. */
const coverageTerms = {
  firstYear: z.number().int().min(1990).max(2200).optional().describe('从哪一年算起；不填为本届第一年，下半年开始的届次从第二年算起'),
  newMonths: z.number().int().min(0).max(24).default(6).describe('任职不满几个月、还没有述职的，暂不列为应述职'),
  suspended: z.enum(['leftOut', 'counted']).default('leftOut').describe('暂停执行职务、还没有述职的：恢复前不列为应述职，或者照算'),
  source: line(120).describe('依据'),
};

/** How often deputies report their duties: a share of them a year, everyone each year, or once a term. */
const coverageRule = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('fractionPerYear'), years: z.number().int().min(2).max(5), ...coverageTerms }),
  z.strictObject({ mode: z.literal('everyYear'), ...coverageTerms }),
  z.strictObject({ mode: z.literal('oncePerTerm'), ...coverageTerms }),
]);
export type CoverageRule = z.infer<typeof coverageRule>;

/** What follows a bad result of the ballot at the meeting (测评结果不好的后续), as the place has decided. */
const followUpRule = z.strictObject({
  dissatisfiedOver: z.number().int().min(1).max(99).describe('会场测评中，不满意票超过有效票的百分之几'),
  what: line(200).describe('要做什么，例如到选区再作一次说明'),
  within: period.describe('自述职之日起，多长时间以内'),
});
export type FollowUpRule = z.infer<typeof followUpRule>;

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
  reportFollowUp: followUpRule.optional().describe('测评结果不好时，后续怎样做'),
  body: prose(8000),
});
export type Congress = z.infer<typeof congressShape>;

/** True where voters elect the deputies themselves: county and township (Electoral Law 3). */
export const isDirectlyElected = (level: Level): boolean => level === 'county' || level === 'township';
