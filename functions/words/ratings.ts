/** What the people who run a rating read in their terminal, and what voters read on their slips. */
import type { WindowState } from '../../db/domain/rating.ts';
import type { Disagreement } from '../../db/domain/rating-log.ts';
import { beijingTime } from './problems.ts';

const states: Record<WindowState, string> = { planned: '未开始', open: '进行中', closed: '已结束', void: '已作废' };

const disagreements: Record<Disagreement, string> = {
  sums: '记录与校验数不符',
  counts: '用过的码、评价、回执的数目不相等',
  codes: '有不是本站印制的测评码，或印制记录被改动',
  window: '起止时间与日志不符，或有不属于任何测评的记录',
  batches: '已公布的回执与日志不符',
  result: '评价加起来与已公布的结果不符',
  log: '测评日志被改动',
};

export const ratingWords = {
  opened: '测评时间已设定，并记入测评日志。',
  closed: '测评即将在一秒内结束，已记入测评日志。',
  voided: '测评已作废，原因已记入测评日志。',
  counted: '已记下发出和收回的份数。',
  voidedCodes: '这批码已作废。已经用它们作出的评价仍然有效：评价与码没有关联，无法挑出。',
  issued: (set: string, count: number) => `已印制 ${count} 个测评码，批号 ${set}。`,
  fileThere: (file: string) => `${file} 已经存在。测评码只写进新的文件，请换一个名字；没有制作新的码。`,
  codeColumn: '测评码',
  usage: [
    '用法（时间写成 2026-12-01T08:00:00+08:00）：',
    '  npm run codes -- open --reports 报告标识,报告标识 --opens 时间 --closes 时间 [--reason 原因]   设定或改动测评时间',
    '  npm run codes -- issue --reports 报告标识,报告标识 --count 份数 [--csv 文件 | --html 文件]     印制测评码',
    '  npm run codes -- count --set 批号 --handed-out 份数 --returned 份数                          登记发出、收回',
    '  npm run codes -- void-set --set 批号 --reason 原因                                          一批码作废',
    '  npm run codes -- reissue --set 批号 --reason 原因 [--count 份数] [--csv 文件 | --html 文件]   作废后重印',
    '  npm run codes -- close --reports 报告标识 --reason 原因                                     提前结束',
    '  npm run codes -- void --reports 报告标识 --reason 原因                                      测评作废',
    '  npm run codes -- status                                                                   各次测评、各批码，逐项核对',
  ].join('\n'),
  window: ({ reportId, state, opensAt, closesAt, n }: { reportId: string; state: WindowState; opensAt: string; closesAt: string; n: number }) =>
    `${reportId}：${states[state]}，${beijingTime(opensAt)} 至 ${beijingTime(closesAt)}，已有 ${n} 份以上。`,
  set: ({ id, count, handedOut, returned, voidedOn, reportIds }: SetLine) =>
    `${id}：印 ${count}，发出 ${handedOut ?? '未登记'}，收回 ${returned ?? '未登记'}${voidedOn === null ? '' : `，${voidedOn} 作废`}（${reportIds.join('、')}）`,
  holds: '全部核对相符。',
  wrong: (name: string, what: readonly Disagreement[]) => `核对不符 ${name}：${what.map((one) => disagreements[one]).join('；')}`,
  slipTitle: '述职报告测评码',
  slipLead: '扫二维码，或打开网址填入测评码，对下面的述职报告作出评价：',
  closes: (moment: string) => `${beijingTime(moment)} 截止`,
  slipNote:
    '每个码对每份报告只能用一次。不用登记姓名，没有名单记着谁拿了哪个码，系统也不把码和评价连在一起。字母不分大小写。请勿转给他人，不要拍照外传。',
} as const;

type SetLine = { id: string; count: number; handedOut: number | null; returned: number | null; voidedOn: string | null; reportIds: string[] };
