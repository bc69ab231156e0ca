/** The page of numbers about messages. */
import type { REPLY_ANSWERS, SOLVED_ANSWERS } from '../../../db/domain/message-survey.ts';
import type { HidingReason } from '../../../db/domain/public-message.ts';
import type { Refusal } from '../../../db/domain/refusal.ts';
import { fullDate } from '../dates.ts';

const refused: Record<Refusal, string> = {
  personalDispute: '个人之间的纠纷',
  litigation: '在诉讼、仲裁、行政复议中',
  personalData: '含有他人的个人信息',
  abuse: '辱骂、攻击他人',
  advertising: '广告',
  duplicate: '重复',
  notCompetent: '不属于代表的职责',
  emergency: '紧急情况',
  unclear: '内容不清楚',
  illegal: '法律禁止的内容',
};

const hidden: Record<HidingReason, string> = {
  personalData: '有个人信息',
  abuse: '辱骂、攻击他人',
  illegal: '法律禁止的内容',
  advertising: '广告',
  mistake: '公开有误',
  underReview: '正在复核',
};

const reply: Record<(typeof REPLY_ANSWERS)[number], string> = {
  answered: '收到了，回答了问题',
  replyNoAnswer: '收到了，没有回答问题',
  acknowledgement: '只说收到了',
  notNeeded: '不需要了',
  no: '没有收到',
};

const solved: Record<(typeof SOLVED_ANSWERS)[number], string> = { solved: '解决了', partly: '解决了一部分', no: '没有解决' };

export const messageNumbers = {
  title: '留言数据',
  lead: (from: string, to: string) => `${fullDate(from)} 至 ${fullDate(to)} 提交的留言，每月更新一次。不排代表的名次，也没有任何一封信的内容。`,
  none: '还没有数据：数据库还没有接上，或者网站刚刚开通。',
  course: '收到和办理',
  received: '收到',
  accepted: '受理',
  refusedAll: '不予受理',
  withdrawn: '写信人撤回',
  expired: '过期没有答复',
  converted: '成为代表建议',
  published: '经同意公开',
  hiddenAll: '公开后隐藏',
  restored: '其中恢复',
  reopened: '重新办理',
  howLong: '用时',
  hoursToDecision: '到决定是否受理',
  daysToAnswer: '到第一次答复',
  n: (n: number) => `共 ${n} 件`,
  hours: (value: number) => `${value} 小时`,
  days: (value: number) => `${value} 天`,
  median: '中位数',
  p90: '九成不超过',
  few: (minimum: number) => `不到 ${minimum} 件，不公布`,
  now: '眼下',
  waiting: '等待答复或者决定',
  overdue: '其中超过服务目标',
  asOf: (date: string) => `截至 ${fullDate(date)}`,
  refusedBy: '不予受理的原因',
  hiddenBy: '隐藏的原因',
  surveys: '写信人怎么说',
  surveyReply: '收到答复了吗（写信十四天后问）',
  surveySolved: '真的解决了吗（办结四周后问）',
  months: '按月',
  month: '月份',
  answered: '已答复',
  method: '怎么算的',
  methodText: [
    '收到：这十二个整月里提交的留言；公开、撤回、过期都是其中的件数，看的是现在的状态。',
    '到决定：从提交到第一次受理、不予受理或者转交，按小时；到答复：从提交到第一次答复，按天。催问和“已收到”不算答复。',
    '中位数是排在正中间的那一件，九成不超过是排在第九成的那一件。不到规定件数的不公布，免得认出某一封信。',
    '写信人怎么说，只计点过回答的人；没有回答的不推算。',
  ],
  refused,
  hidden,
  reply,
  solved,
};
