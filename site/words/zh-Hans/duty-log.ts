/** The duty log of a deputy: calendar, contacts, quotas, attendance, timeline. */
import type { AttendanceCounts, SessionMark } from '../../../db/domain/attendance.ts';
import type { QuotaUnit } from '../../../db/domain/quota.ts';
import type { MessageFacts } from '../../../db/domain/snapshot.ts';

const units: Record<QuotaUnit, string> = { times: '次', people: '人', households: '户' };
const sessionMarks: Record<SessionMark, string> = {
  present: '出席',
  leave: '请假',
  absent: '缺席，没有请假',
  disputed: '代表有不同意见',
  unrecorded: '没有登记',
};
const partly = (days: number, of: number): string => `这一年任职并适用这项指标的有 ${days} 天，全年 ${of} 天`;

export const dutyLog = {
  heading: (name: string) => `${name}的履职记录`,
  titleOf: (name: string, year: number) => `${name}的履职记录（${year} 年）`,
  description: (name: string, year: number, n: number) => `${name}${year}年的履职记录，${n} 项：联系过哪些村和社区、参加了哪些会议、办了哪些事。`,
  lead: '谁组织，谁登记，再请代表核对。数字都从逐条登记里算出来。',
  otherYears: '选择年份',
  year: (year: number) => `${year} 年`,
  calendar: '全年日历',
  calendarNote: (n: number) => (n > 0 ? `有登记的日子标出颜色，共 ${n} 项，逐项写在下面的“逐日记录”里。` : '这一年还没有登记。'),
  month: (month: number) => `${month}月`,
  dayCount: (n: number) => (n === 0 ? '没有登记' : `${n} 天`),
  ahead: '未到',
  weekdays: [
    ['一', '星期一'],
    ['二', '星期二'],
    ['三', '星期三'],
    ['四', '星期四'],
    ['五', '星期五'],
    ['六', '星期六'],
    ['日', '星期日'],
  ] as const,
  kinds: { proposal: '提出建议', report: '述职' },
  marks: { did: '', leave: '请假', absent: '缺席', open: '有不同意见' },
  marked: (mark: string, what: readonly string[]) => `日：${what.join('、')}${mark && `（${mark}）`}`,
  legend: { did: '参加了', leave: '请假', absent: '缺席，没有请假', open: '有不同意见，还没有核对清楚' },
  contacts: '联系过选区的哪些村和社区',
  contactCaption: (congress: string, year: number) => `${congress}代表 ${year} 年在各村、社区每个月接待、走访、座谈的次数`,
  contactNote: (n: number, reached: number, all: number) =>
    `接待、走访、座谈共 ${n} 次，选区 ${all} 个村（社区）里联系过 ${reached} 个。空格是那个月没有登记过的。`,
  noPlaces: (n: number) => `这个选区按单位划分，不按村和社区。全年接待、走访、座谈共 ${n} 次。`,
  community: '村、社区',
  total: '合计',
  unplaced: '没有写明哪个村',
  outside: '选区以外',
  quotas: '全年指标',
  quotaItem: '指标',
  counted: '已登记',
  asked: '要求',
  standing: '进度',
  amount: (n: number, unit: QuotaUnit) => `${n} ${units[unit]}`,
  reachedQuota: '已达到',
  notReached: '没有达到',
  stillMissing: (n: number) => `还差 ${n}`,
  notAsked: '这一年不要求',
  partYear: {
    proRata: (days: number, of: number) => `${partly(days, of)}，按天数折算，四舍五入。`,
    whole: (days: number, of: number) => `${partly(days, of)}，按规定不折算。`,
    exempt: (days: number, of: number) => `${partly(days, of)}，按规定当年不要求，照样登记。`,
  },
  by: (source: string) => `依据：${source}。`,
  sessions: '出席人代会',
  attendance: ({ sessions, present, leave, absent, disputed, unrecorded }: AttendanceCounts) =>
    [
      `应出席 ${sessions} 次，出席 ${present} 次`,
      leave > 0 && `请假 ${leave} 次`,
      absent > 0 && `没有请假缺席 ${absent} 次`,
      disputed > 0 && `有不同意见 ${disputed} 次`,
      unrecorded > 0 && `没有登记 ${unrecorded} 次`,
    ]
      .filter(Boolean)
      .join('，') + '。',
  sessionMarks,
  absentTwice: '代表法第六十二条：未经批准两次不出席本级人民代表大会会议的，代表资格终止。',
  timeline: '逐日记录',
  timelineNote: (n: number) => `共 ${n} 项，新的在前。请假、缺席、有不同意见和作废的照样列出，但不计数。`,
  nothing: (year: number) => `${year} 年还没有登记。没有登记不等于没有做：不到站上、不报给组织单位的走访，这里看不到。`,
  disputeSays: (text: string) => `代表的意见：${text}`,
  voidBecause: (reason: string) => `作废原因：${reason}`,
  messages: '选民留言',
  messagesOf: ({ received, answered, medianDays }: MessageFacts, on: string) =>
    `截至${on}，收到选民留言 ${received} 条，已答复 ${answered} 条${medianDays === null ? '' : `，从提交到第一次答复的天数，中位数是 ${medianDays} 天`}。`,
  fewMessages: (minimum: number, on: string) => `截至${on}，选民留言不到 ${minimum} 条，为保护写信的人，不公布数字。`,
  since: (date: string) => `履职登记从${date}开始，以前的没有登记，不在数里。`,
  method: '几位代表一起参加的，每位都计一次，所以各位的数不能相加，也不排名次。',
  toMethod: '数字是怎么算的',
};
