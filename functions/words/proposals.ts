/** Column headings of the proposals export, in order. */
export const PROPOSAL_COLUMNS = {
  id: '标识',
  number: '编号',
  title: '标题',
  session: '会议',
  year: '年份',
  state: '状态',
  flags: '标记',
  topic: '分类',
  leadNames: '领衔代表',
  deputies: '领衔代表标识',
  unitNames: '承办单位',
  units: '承办单位标识',
  submittedOn: '提出日期',
  repliedOn: '答复日期',
  resultClass: '办理结果',
} as const;
