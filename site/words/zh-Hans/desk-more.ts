/** The desk's other pages: what deputies sent, notices by hand, matters, reports of errors, templates, the audit, exports. */
import type { AuditFault } from '../../../functions/acts/check-audit.ts';
import type { MatterOutcome } from '../../../db/domain/matter.ts';
import type { SubmissionKind } from '../../../db/domain/submission.ts';
import type { NewTemplate } from '../../../db/domain/template.ts';
import { matterOutcomes } from './matters.ts';

export const submissionNames: Record<SubmissionKind, string> = {
  answer: '答复来信',
  question: '询问办公室',
  passOn: '请转给别人',
  proposal: '拟提代表建议',
  report: '述职报告稿',
  feedback: '对答复的反馈',
  dispute: '对履职记录有异议',
  verdict: '对承诺落实的评价',
};

/** Fields of what deputies enter, by their names. */
export const bodyFields: Readonly<Record<string, string>> = {
  text: '内容',
  note: '说明',
  to: '转给',
  title: '标题',
  mandate: '代表职务',
  letters: '同一件事的来信',
  attitude: '对办理态度',
  result: '对办理结果',
  comment: '意见',
  verdict: '评价',
};

const templateUses: Record<NewTemplate['use'], string> = { note: '给写信人的说明', answer: '答复' };
const auditFaults: Record<AuditFault['kind'], string> = {
  changed: '被改动',
  missing: '被删除',
  added: '是后来加进去的',
  cut: '之后与已发布的不符，末尾被截去或重写',
};

export const deskMore = {
  submissions: {
    title: '代表提交',
    lead: '代表在手机上填的内容，经办公室确认后生效：答复发给写信人，转办转出，建议生成记录。',
    empty: '没有等待确认的。',
    about: '关于',
    confirm: '确认',
    giveBack: '退回',
    reason: '给代表的话（退回时必填；回答询问时写在这里）',
    entered: (on: string, by: string) => `${on} 由 ${by} 提交`,
    own: '本人',
    to: '转给（代表、联络站或承办单位）',
    proposalId: '建议的编号（记录标识，可不填，自动生成）',
    office: '办公室代录',
  },
  notices: {
    title: '待发通知',
    lead: '系统发不出去、要人工发的通知。复制内容发出后，点“已发出”，联系方式随即删除。',
    empty: '没有要人工发的通知。',
    channels: { mail: '邮件', sms: '短信', hand: '人工' } as Readonly<Record<string, string>>,
    to: '发给',
    sent: '已发出',
  },
  matters: {
    title: '登记',
    lead: '来访、来电、纸质来信、上级交办、视察发现，登记在这里。网站上只公布各类件数和办理结果。',
    open: '办理中',
    closed: '已办结',
    empty: '没有记录。',
    columns: { what: '事项', source: '来源', unit: '承办', due: '期限', outcome: '结果' },
    add: '登记一件',
    source: '来源',
    subject: '标题',
    text: '内容',
    textHint: '写事情本身。不必要的姓名、电话不要写。',
    unit: '承办单位或人（可不填）',
    received: '收到日期',
    due: '办理期限（可不填）',
    submit: '登记',
    outcome: '结果',
    note: '说明（可不填）',
    close: '办结',
    reopen: '重新办理',
    by: (name: string, on: string) => `${name} 登记，${on} 收到`,
    closedOn: (on: string) => `${on} 办结`,
  },
  errors: {
    title: '纠错',
    lead: '读者指出的页面错误。改好记录、写好更正说明后，在这里办结；联系方式随即删除。',
    open: '待处理',
    closed: '已处理',
    empty: '没有记录。',
    contact: '联系方式',
    mended: '已改正',
    noError: '没有错',
    note: '说明（可不填）',
  },
  templates: {
    title: '常用语',
    lead: '办理来信时可以选用，填入后还能改。不要写个人信息。',
    uses: templateUses,
    name: '名称',
    use: '用在',
    text: '内容',
    add: '新增',
    drop: '删除',
    empty: '还没有常用语。',
  },
  audit: {
    title: '操作记录',
    lead: '谁在什么时候办了什么，逐条相连，改动、删除、插入都能查出来。测评等公众操作不在这里列出。',
    columns: { at: '时间', actor: '谁', act: '办了什么', target: '对象' },
    actor: '按人',
    target: '按对象',
    find: '查找',
    older: '更早',
    check: '核对全部记录',
    whole: (rows: number) => `已核对 ${rows} 条，完整，没有改动。`,
    faulty: (rows: number) => `已核对 ${rows} 条，发现问题：`,
    fault: (seq: number, kind: AuditFault['kind']) => `第 ${seq} 条${auditFaults[kind]}`,
    head: '链头',
    published: (seq: number) => `已与网站发布的第 ${seq} 条对上。`,
    empty: '没有记录。',
  },
  exports: {
    title: '导出',
    lead: '导出的文件请存在单位电脑上，用完删除。每次导出都记入操作记录。',
    plain: '来信清单（不含称呼和联系方式）',
    csv: '下载 CSV',
    xlsx: '下载 Excel 表格',
    from: '收到日期从',
    until: '到',
    contacts: '含联系方式的清单',
    contactsLead: '要两个人：一人申请并写明用途，另一人同意，申请人在 24 小时内下载一次。',
    reason: '用途',
    ask: '申请',
    asked: (by: string, at: string) => `${by} 于 ${at} 申请`,
    agreed: (by: string) => `${by} 已同意`,
    agree: '同意',
    take: '下载',
    taken: (at: string) => `${at} 已下载`,
    over: '已过期',
    empty: '没有申请。',
  },
};

/** An act of the audit in words: the first word of its code names it. */
const ACTS: Readonly<Record<string, string>> = {
  'sign-in': '登录',
  'sign-in-refused': '登录未成功',
  'sign-out': '退出',
  'set-password': '更换密码',
  'join-authenticator': '绑定验证器',
  'renew-recovery-codes': '更换恢复码',
  'disable-staff': '停用账号',
  'enable-staff': '启用账号',
  'reset-staff': '重置账号',
  'claim-message': '占用来信',
  'accept-message': '受理来信',
  'refuse-message': '不予受理',
  'redirect-message': '转给别的收信人',
  'forward-message': '交办',
  'answer-message': '答复来信',
  'reopen-message': '重新办理',
  'close-message': '办结来信',
  'expire-message': '来信过期',
  'convert-message': '转为代表建议',
  'publish-message': '公开来信',
  'keep-private': '决定不公开',
  'hide-message': '隐藏公开内容',
  'confirm-hiding': '确认隐藏',
  'restore-message': '恢复公开',
  'show-sender': '查看写信人联系方式',
  'show-photo': '公开照片',
  'withhold-photo': '不公开照片',
  'mark-notice-sent': '人工发出通知',
  'add-template': '新增常用语',
  'drop-template': '删除常用语',
  'enter-matter': '登记事项',
  'error-mended': '纠错：已改正',
  'error-noError': '纠错：没有错',
  'return-submission': '退回代表提交',
  'export-messages': '导出来信清单',
  'ask-contacts': '申请导出联系方式',
  'agree-contacts': '同意导出联系方式',
  'take-contacts': '下载联系方式',
  'issue-codes': '印制测评码',
  'open-rating': '设定测评时间',
  'add-sample': '加入示范数据',
};

/** Codes without words of their own are shown as they are, so that nothing is left out. */
export function actName(act: string): string {
  if (Object.hasOwn(ACTS, act)) return ACTS[act] ?? act;
  if (act.startsWith('add-staff-')) return '开设账号';
  if (act.startsWith('change-role-')) return '更改权限';
  if (act.startsWith('matter-')) return `事项：${matterOutcomes[act.slice('matter-'.length) as MatterOutcome] ?? act}`;
  if (act.startsWith('confirm-')) return `确认：${submissionNames[act.slice('confirm-'.length) as SubmissionKind] ?? act}`;
  return act;
}

/** Who, in the audit. */
export const actorName = (actor: string): string =>
  actor === 'job' ? '系统定时' : actor === 'command' || actor === 'cli' ? '服务器命令' : actor.replace('staff:', '');
