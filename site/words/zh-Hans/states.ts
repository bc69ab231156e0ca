/** Words for every state, grade and class that domain names by a code. */
import type { ActivityType } from '../../../db/domain/activity-type.ts';
import type { MandateStatus } from '../../../db/domain/mandate-status.ts';
import type { TERMINATION_REASONS } from '../../../db/domain/person.ts';
import type { PromiseState } from '../../../db/domain/promise.ts';
import type { ProposalFlag, ProposalState } from '../../../db/domain/proposal-state.ts';
import type { ReportState } from '../../../db/domain/report.ts';
import type { Grade, ResultClass } from '../../../db/domain/result-class.ts';

const mandate: Record<MandateStatus, string> = {
  elected: '当选待确认',
  inOffice: '在任',
  suspended: '暂停执行代表职务',
  resigned: '已辞职',
  recalled: '已罢免',
  terminated: '代表资格终止',
  deceased: '已去世',
  termEnded: '任期届满',
};

const termination: Record<(typeof TERMINATION_REASONS)[number], string> = {
  movedOut: '迁出或调离本行政区域',
  resigned: '辞职被接受',
  orderedResignation: '责令辞职被接受',
  absentTwice: '未经批准两次不出席会议',
  recalled: '被罢免',
  lostNationality: '丧失中国国籍',
  lostPoliticalRights: '被剥夺政治权利',
  lostCapacity: '丧失行为能力',
};

const proposal: Record<ProposalState, string> = {
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
};

const flag: Record<ProposalFlag, string> = {
  overdue: '超期未答复',
  extended: '已延期',
  reassigned: '改办过',
  waitingFeedback: '等待代表反馈',
  promiseOpen: '承诺待落实',
};

const promise: Record<PromiseState, string> = { open: '待落实', kept: '按期兑现', late: '逾期', broken: '未兑现', changed: '改期' };

const result: Record<ResultClass, string> = {
  solved: '已经解决',
  inProgress: '正在解决',
  planned: '列入计划',
  deferred: '条件不足，暂缓',
  reference: '留作参考',
};

const grade: Record<Grade, string> = { satisfied: '满意', basicallySatisfied: '基本满意', dissatisfied: '不满意' };

const report: Record<ReportState, string> = { planned: '已列计划', drafting: '撰写中', submitted: '已提交', reviewed: '已审核', published: '已公开' };

const activity: Record<ActivityType, string> = {
  session: '出席人代会',
  speech: '审议发言',
  standingCommittee: '列席常委会会议',
  inspection: '视察',
  survey: '专题调研',
  lawCheck: '执法检查',
  groupActivity: '代表小组活动',
  reception: '接待选民',
  visit: '走访选民',
  voterForum: '选民座谈会',
  proposal: '提出建议',
  motion: '提出议案',
  training: '学习培训',
  appraisal: '评议',
  courtHearing: '旁听庭审',
  meetOfficials: '约见负责人',
  practicalDeed: '办实事',
  helpHousehold: '结对帮扶',
  mediation: '调解纠纷',
  dutyReport: '述职',
};

export const states = {
  mandate,
  termination,
  proposal,
  flag,
  promise,
  result,
  grade,
  report,
  activity,
  noFeedback: '期满未反馈',
  suspendedNote: '暂停期间不履行代表职务，名额不出缺。详见公告。',
};
