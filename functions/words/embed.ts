/** The card that other sites may frame: the state of one proposal. The state words are those of the pages (a test holds it). */
import type { ProposalState } from '../../db/domain/proposal-state.ts';
import type { ResultClass } from '../../db/domain/result-class.ts';

const day = (on: string): string => {
  const [year, month, date] = on.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

export const embedWords = {
  state: {
    submitted: '已提出',
    registered: '已登记',
    assigned: '办理中',
    replied: '已答复',
    rehandling: '重新办理',
    closed: '办结',
    notAccepted: '不予受理',
    withdrawn: '已撤回',
    merged: '并案办理',
    passedUp: '转上级研究',
  } satisfies Record<ProposalState, string>,
  result: {
    solved: '已经解决',
    inProgress: '正在解决',
    planned: '列入计划',
    deferred: '条件不足，暂缓',
    reference: '留作参考',
  } satisfies Record<ResultClass, string>,
  title: (title: string) => `办理状态：${title}`,
  kind: (number: string) => `代表建议 ${number}`,
  units: (names: readonly string[]) => `承办：${names.join('、')}`,
  due: (on: string) => `应在${day(on)}前答复`,
  late: (on: string, days: number) => `应在${day(on)}前答复，已超期 ${days} 天`,
  replied: (on: string) => `${day(on)}答复`,
  open: '看建议和答复全文',
  asOf: (site: string, on: string) => `${site}，截至${day(on)}`,
  sample: '示范数据',
} as const;
