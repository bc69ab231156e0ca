/** The site's own settings (本站设置): who runs it, and every local rule that differs from place to place. */
import { z } from 'zod';
import { civilDate, id, innerId, line, prose, ref } from './record-fields.ts';
import { period } from './deadline.ts';
import { RESULT_CLASSES } from './result-class.ts';
import { PROFILE_FIELDS } from './visibility.ts';
import { quotaSetShape } from './quota.ts';

const operator = z.strictObject({
  name: line().describe('主办单位'),
  address: line(200),
  phone: line(40),
  email: z.email().optional(),
  hours: line(100).describe('办公时间'),
});

const press = z.strictObject({
  name: line(40).describe('媒体联系人或者部门'),
  phone: line(40).optional(),
  email: z.email().optional(),
});

const footer = z.strictObject({
  icp: line(60).optional().describe('ICP备案号'),
  police: line(60).optional().describe('公安备案号'),
  siteIdCode: z
    .string()
    .regex(/^[A-Z0-9]{8,12}$/)
    .optional()
    .describe('网站标识码'),
});

/** Deadlines as the place sets them; the defaults of `new-county` cite the law. */
export const deadlinesShape = z.strictObject({
  acknowledge: period.describe('闭会期间受理通知'),
  assignBetweenSessions: period.describe('闭会期间交办'),
  returnAssignment: period.describe('退办'),
  coHandler: period.describe('会办意见'),
  reply: period.describe('答复，自交办之日起'),
  replyExtended: period.describe('延期后的答复，自交办之日起'),
  feedback: period.describe('代表反馈'),
  secondReply: period.describe('重新办理'),
  publication: period.describe('答复后公开'),
});
export type Deadlines = z.infer<typeof deadlinesShape>;

export const siteShape = z.strictObject({
  id,
  schemaVersion: z.literal(1),
  name: line(40).describe('网站名称'),
  slogan: line(40).optional(),
  place: line(20).describe('地名，例如云溪县'),
  congress: ref('congresses').describe('本站所属的人民代表大会'),
  operator,
  footer: footer.default({}),
  press: press.optional().describe('媒体联系方式'),
  licence: z.enum(['CC-BY-4.0', 'CC0-1.0', 'PDDL-1.0']).default('CC-BY-4.0'),
  sample: z.boolean().default(false).describe('虚构的示范数据：页面上有横幅'),
  recordLanguage: z.enum(['zh-Hans', 'zh-Hant']).default('zh-Hans').describe('记录原文的文字'),
  rosterNoticeDays: z.number().int().min(0).max(30).default(3).describe('接待日前几天公布值班代表'),
  answerTargetDays: z.number().int().min(1).max(180).describe('留言答复的服务目标（天），不是法定期限'),
  replyKeyDays: z.number().int().min(1).max(366).default(30).describe('代表答复卡上的链接有效几天'),
  answersNeedConfirmation: z.boolean().default(true).describe('代表的答复经办公室确认后才发给写信人'),
  minimumForPercentages: z.number().int().min(10).default(10).describe('少于这个数不显示百分比'),
  numbersFrom: civilDate.optional().describe('办理情况的数字从哪天起交办的建议算起；以前积压的不算'),
  asPublished: z
    .array(z.strictObject({ label: line(120), text: prose(2000), source: line(200) }))
    .default([])
    .describe('别处公布过的数字，照录，不改不算'),
  maximumSeats: z.number().int().min(1).max(60).default(3).describe('每个选区最多几名代表；选举法为三名'),
  fileLimit: z.number().int().min(1000).max(90_000).default(18_000).describe('一次发布最多的文件数'),
  deadlines: deadlinesShape,
  resultClasses: z
    .array(z.strictObject({ letter: line(8), class: z.enum(RESULT_CLASSES), label: line(20), meaning: line(120) }))
    .min(2)
    .describe('办理结果类别：本地字母、含义'),
  ratingScale: z.strictObject({ withUnknown: z.boolean().default(false).describe('测评是否设“不了解”') }).default({ withUnknown: false }),
  visibility: z.strictObject({
    direct: z.array(z.enum(PROFILE_FIELDS)).describe('直接选举的代表公开哪些信息'),
    indirect: z.array(z.enum(PROFILE_FIELDS)).describe('间接选举的代表公开哪些信息'),
  }),
  quotaSets: z.array(quotaSetShape).default([]).describe('代表一年应当完成的履职指标，例如六个一'),
  topics: z
    .array(z.strictObject({ id: innerId, label: line(20) }))
    .min(1)
    .describe('建议的分类'),
  canDo: z.array(line(80)).min(1).describe('代表能做什么'),
  cannotDo: z.array(line(80)).min(1).describe('代表不能做什么'),
  elsewhere: z
    .array(z.strictObject({ matter: line(60), where: line(120) }))
    .default([])
    .describe('这些事该找谁'),
  body: prose(4000).describe('首页说明'),
});
export type Site = z.infer<typeof siteShape>;
