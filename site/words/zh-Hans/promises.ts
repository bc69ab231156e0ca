/** The ledger of promises. */
import type { PromiseVerdict } from '../../../db/domain/promise.ts';
import { fullDate } from '../dates.ts';

export const verdicts: Record<PromiseVerdict, string> = { done: '做到了', partly: '做到了一部分', notDone: '没有做到' };

export const promises = {
  title: '承诺台账',
  lead: '答复里答应了什么、答应在什么时候办到，逐项记在这里，办到没有也写明。',
  method:
    '“按期兑现”是在期限以前办到；“逾期兑现”是晚于期限才办到；“逾期未办”是过了期限还没有办到；“未兑现”是承办单位或者人大已经说明办不到；“改期”是说明理由后改了期限，新期限还没有到。',
  n: (n: number) => `共 ${n} 项`,
  states: '现在的情况',
  standing: { open: '还没到期', changed: '改期，新期限未到', owed: '逾期未办', kept: '按期兑现', keptLate: '逾期兑现', broken: '未兑现' },
  listOf: {
    open: '还没到期的承诺',
    changed: '改了期限、还没到期的承诺',
    owed: '逾期未办的承诺',
    kept: '按期兑现的承诺',
    keptLate: '逾期才兑现的承诺',
    broken: '没有兑现的承诺',
  },
  listOfUnit: (name: string) => `${name}的承诺`,
  owedNote: '过了期限还没有办到的，拖得最久的在前。',
  nextNote: '快到期的在前。',
  next: '接下来到期',
  thisMonth: '本月到期',
  thisMonthNote: (n: number) => `本月到期、还没有办到的 ${n} 项，已经过了期限的也在里面。`,
  nOwed: (n: number, owed: number) => (owed > 0 ? `共 ${n} 项，逾期未办 ${owed}` : `共 ${n} 项`),
  byMonth: '按到期月份',
  monthHead: '到期月份',
  byMonthNote: '只列还没有办到的。',
  month: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  byUnit: '按承办单位',
  all: (n: number) => `全部 ${n} 项`,
  none: '还没有记录到承诺。旧的答复没有写明期限的，不补记。',
  noneOwed: '今天没有逾期未办的承诺。',
  due: (due: string) => `期限${fullDate(due)}`,
  dueChanged: (before: string) => `原定${fullDate(before)}`,
  evidence: '怎样算办到',
  verdict: (on: string, verdict: PromiseVerdict) => `领衔代表的评价（${fullDate(on)}）：${verdicts[verdict]}`,
  keptOn: (on: string, evidence: string) => `${fullDate(on)}办到：${evidence}`,
  brokenOn: (on: string, reason: string) => `${fullDate(on)}说明没有办到：${reason}`,
  changedOn: (on: string, due: string, reason: string) => `${fullDate(on)}改期到${fullDate(due)}：${reason}`,
};
