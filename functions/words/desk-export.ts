/** Columns of lists that leave the desk. */
export const exportColumns = {
  id: '编号',
  submittedOn: '收到日期',
  to: '写给',
  kind: '种类',
  title: '标题',
  text: '内容',
  state: '状态',
  expectedBy: '答复时限',
  answeredOn: '首次答复',
  publishedOn: '公开日期',
  name: '称呼',
  contact: '联系方式',
  kinds: { help: '求助', suggestion: '建议', question: '咨询', complaint: '投诉' } as Readonly<Record<string, string>>,
  messages: '来信',
  contacts: '联系方式',
};

export const stateNames: Readonly<Record<string, string>> = {
  submitted: '等待审核',
  accepted: '已受理',
  refused: '不予受理',
  redirected: '已转给别的收信人',
  forwarded: '已交给代表',
  answered: '已答复',
  reopened: '重新办理',
  appealed: '正在复核',
  closed: '已办结',
  withdrawn: '已撤回',
  expired: '已过期',
  converted: '已成为代表建议',
};
