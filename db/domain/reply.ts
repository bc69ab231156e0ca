/** A unit's written reply (答复) to a proposal; each round of handling has its own. */
import { z } from 'zod';
import { attachment, civilDate, dateOrUnknown, id, innerId, line, promiseRef, prose, ref, unknown, type CivilDate } from './record-fields.ts';
import { disclosure } from './disclosure.ts';
import { promiseShape } from './promise.ts';
import { GRADES, RESULT_CLASSES } from './result-class.ts';

const classed = { class: z.enum(RESULT_CLASSES), letter: line(8).optional().describe('本地类别字母') };

/** The deputy's feedback (代表反馈) on attitude and result; silence is recorded as such and never counts as satisfied. */
const feedback = z.discriminatedUnion('given', [
  z.strictObject({
    given: z.literal(true),
    on: civilDate,
    attitude: z.enum(GRADES).optional(),
    result: z.enum(GRADES),
    comment: line(500).optional(),
  }),
  z.strictObject({ given: z.literal(false), on: civilDate.describe('反馈期满的日期') }),
]);

export const replyShape = z.strictObject({
  id,
  proposal: ref('proposals'),
  unit: z.union([ref('units'), unknown], { error: 'unitOrUnknown' }).describe('答复单位'),
  role: z.enum(['independent', 'lead', 'separate', 'co']).default('independent').describe('独办、主办、分办、会办'),
  round: z.number().int().min(1).max(9).default(1).describe('第几次办理'),
  docNo: line(60).optional().describe('答复函文号'),
  repliedOn: dateOrUnknown.describe('答复日期'),
  interim: z.boolean().default(false).describe('只是受理告知或阶段性说明，不是正式答复'),
  publishedOn: civilDate.optional().describe('公开日期；填以后的日期，到那一天才公开全文'),
  result: z.strictObject(classed).optional().describe('办理结果类别'),
  upgrades: z
    .array(
      z.strictObject({ on: civilDate, ...classed, reason: line(300), fulfils: z.array(innerId).default([]).describe('因此办到的本件承诺的编号') }),
    )
    .default([])
    .describe('以后的类别变化，如 B 变 A'),
  feedback: feedback.optional(),
  promises: z.array(promiseShape).default([]),
  fulfils: z.array(promiseRef).default([]).describe('这份答复说明已经办到的、以前答复里的承诺'),
  disclosure: disclosure.default('full'),
  attachments: z.array(attachment).default([]),
  body: prose(60_000).describe('答复全文'),
});
export type Reply = z.infer<typeof replyShape>;

/** The class in force on a day: the last upgrade up to it, else that of the letter. */
export const resultOf = (reply: Reply, today: CivilDate): Reply['result'] =>
  reply.upgrades
    .filter(({ on }) => on <= today)
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .at(-1) ?? reply.result;
