/** Figures beside a duty report, what follows a bad result, and how many deputies have reported. */
import type { ActivityType } from '../../../db/domain/activity-type.ts';
import type { AttendanceCounts } from '../../../db/domain/attendance.ts';
import type { CoverageRule } from '../../../db/domain/congress.ts';
import type { Tally } from '../../../db/domain/report-figures.ts';
import type { FollowUpState } from '../../../db/domain/report-follow-up.ts';
import type { CoverageYear, Standing } from '../../../db/domain/report-coverage.ts';
import { fullDate } from '../dates.ts';

const followUpStates: Record<FollowUpState, string> = {
  due: '等待说明',
  done: '已经说明',
  doneLate: '已经说明，晚于期限',
  overdue: '过了期限，没有说明的记录',
  ended: '期限未到，代表职务已经终止',
};
const standings: Record<Standing, string> = {
  reported: '已述职',
  planned: '已列计划',
  open: '还没有日期',
  passed: '过了计划日期，还没有述职记录',
  suspended: '暂停执行职务，暂不列入',
  new: '新任，暂不列入',
};

export const dutyReports = {
  figures: '登记的数字',
  figuresNote: (from: string, to: string) =>
    `每一部分开头的数字，按${fullDate(from)}至${fullDate(to)}的登记算出来，和代表自己写的不一定一样。两样都留着，不作判断。`,
  begins: (date: string) => `活动登记从${fullDate(date)}开始，以前的会议和活动没有登记，不在数里。`,
  proposalsFrom: (date: string) => `这一届的建议从${fullDate(date)}起收录，以前提的不在数里。`,
  states: (on: string) => `建议的办理状态，截至${fullDate(on)}。`,
  led: '领衔建议',
  coSigned: '附议',
  replies: '收到答复',
  cases: (n: number) => `${n} 件`,
  times: (n: number) => `${n} 次`,
  stateOf: (state: string, n: number) => `${state} ${n}`,
  congress: '人代会',
  attended: ({ sessions, present, unrecorded }: AttendanceCounts) =>
    unrecorded === sessions ? '没有登记' : `${sessions - unrecorded} 次中出席 ${present} 次`,
  missed: ({ leave, absent, disputed, unrecorded }: AttendanceCounts) =>
    [
      leave > 0 && `请假 ${leave} 次`,
      absent > 0 && `没有请假缺席 ${absent} 次`,
      disputed > 0 && `有不同意见 ${disputed} 次`,
      unrecorded > 0 && `另有 ${unrecorded} 次没有登记`,
    ]
      .filter(Boolean)
      .join('，'),
  groups: '代表小组活动',
  groupsOf: (present: number, of: number) => `${of} 次中参加 ${present} 次`,
  activity: {
    standingCommittee: '列席常委会',
    speech: '审议发言',
    inspection: '视察',
    lawCheck: '执法检查',
    appraisal: '评议',
    meetOfficials: '约见负责人',
    courtHearing: '旁听庭审',
    reception: '接待选民',
    visit: '走访选民',
    voterForum: '选民座谈会',
    training: '学习培训',
    survey: '专题调研',
    practicalDeed: '办实事',
    helpHousehold: '结对帮扶',
    mediation: '调解纠纷',
  } satisfies Partial<Record<ActivityType, string>>,
  tally: ({ people, households }: Tally) => [people > 0 && `${people} 人`, households > 0 && `${households} 户`].filter(Boolean).join('，'),
  reached: '联系过的村、社区',
  reachedOf: (reached: number, all: number) => `${all} 个中 ${reached} 个`,
  messages: '选民留言',
  answered: (answered: number, received: number) => `${received} 条中答复 ${answered} 条`,
  median: (days: number | null, on: string) => `${days === null ? '' : `答复天数中位数 ${days} 天，`}截至${fullDate(on)}`,
  fewMessages: (minimum: number) => `不到 ${minimum} 条，不公布`,
  toLog: '逐日履职记录',
  constituency: '选区',
  electoralUnit: '选举单位',
  followUp: '测评结果的后续',
  followUpRule: (percent: number, within: string, what: string, source: string) =>
    `会场测评不满意票超过有效票 ${percent}% 的，${within}以内要做：${what}。依据：${source}。`,
  within: { months: (n: number) => `${n} 个月`, days: (n: number) => `${n} 天`, workingDays: (n: number) => `${n} 个工作日` },
  dueBy: '期限',
  followUpStates,
  heldOn: '说明日期',
  coverage: '谁述过职',
  coverageLead: '按各级人大自己的规定，该述职的有多少人，述过的有多少人。',
  rule: (rule: CoverageRule) =>
    rule.mode === 'fractionPerYear'
      ? `代表分批向选民述职，${rule.years} 年轮完一遍。`
      : rule.mode === 'everyYear'
        ? '每位代表每年述职一次。'
        : '每位代表任期内至少述职一次。',
  ruleSource: (source: string) => `依据：${source}。`,
  leftOutRule: ({ newMonths, suspended }: CoverageRule) =>
    [newMonths > 0 && `补选上任不满 ${newMonths} 个月`, suspended === 'leftOut' && '暂停执行职务'].filter(Boolean).join('、'),
  leftOutNote: (which: string) => `${which}，还没有述职的，暂不列为应述职；已经述过的照算。`,
  asOf: '截至',
  planned: '计划',
  expected: '应述职',
  reported: '已述职',
  share: '实际',
  leftOut: '暂不列入',
  people: (n: number) => `${n} 人`,
  percent: (percent: number | undefined) => (percent === undefined ? '—' : `${percent.toFixed(1)}%`),
  plannedPercent: (percent: number | undefined) => (percent === undefined ? '—' : `${percent}%`),
  tooFew: (minimum: number) => `应述职不到 ${minimum} 人的，不写百分比。`,
  noPlan: '规定没有分年的计划，只要求任期内述过。',
  chart: (name: string, years: readonly CoverageYear[], share: (year: CoverageYear) => string) =>
    `${name}述职覆盖：${years.map((year) => `${year.year}年${year.planned === undefined ? '' : `计划 ${year.planned}%，`}实际 ${share(year)}`).join('；')}`,
  bars: { planned: '计划', reported: '实际' },
  notYet: (n: number) => `还没有述职的代表（${n} 人）`,
  notYetNote: (dueBy: string) => `按选区排列，没有先后名次。这一轮到${fullDate(dueBy)}为止。`,
  everybody: '应述职的代表都述过职了。',
  left: (n: number) => `暂不列入的代表（${n} 人）`,
  standings,
  plannedOn: (date: string) => `计划${fullDate(date)}`,
  noRule: (names: string) => `${names}没有在本站写明述职的规定，只列出报告，不算覆盖。`,
  byYear: '按年份找报告',
};
