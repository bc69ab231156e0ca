/** Rating a duty report with a one-time code. */
import type { Grade } from '../../../db/domain/rating.ts';
import type { ReportSection } from '../../../db/domain/report.ts';

const grades: Record<Grade, string> = { satisfied: '满意', basicallySatisfied: '基本满意', dissatisfied: '不满意', unknown: '不了解' };

const sections: Record<Exclude<ReportSection, 'next'>, string> = {
  duties: '履行代表职责',
  sessions: '出席会议和参加代表活动',
  contact: '联系选民和群众',
  study: '学习和调研',
  deeds: '为群众办实事',
};

export const ratings = {
  grades,
  sections,
  title: (report: string) => `测评：${report}`,
  heading: '给这份述职报告打分',
  lead: '用纸上的测评码，一码一票。系统不记录谁用了哪个码，也不记录投票时间。',
  read: '先看报告',
  openUntil: (moment: string) => `测评到 ${moment} 结束。`,
  soFar: (n: number) => `目前已有 ${n} 人以上参加。`,
  code: '测评码',
  codeHint: '24 个字符，分六组；大小写、空格、短横线都不影响',
  overall: '总体评价',
  bySection: '分项评价（可不填）',
  comment: '想说的话（可不填）',
  commentHint: '最多 500 字，审核后才可能公开，与您的评价分开保存，不影响计票',
  send: '提交测评',
  sureHint: '提交后不能更改。',
  done: '您的测评已经计入',
  doneLead: '请保留这份回执。它不显示您的评价，只能用来核对您的这一票已经计入。',
  receipt: '回执',
  again: '同一个测评码不能再用。',
  backToReport: '回到述职报告',
  notOpen: '现在不能测评',
  result: '看测评结果',
};
