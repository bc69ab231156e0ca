/** Telling the office that something on a page is wrong. */
export const reportError = {
  title: '报告错误',
  lead: '发现哪里写错了、打不开或过时了，请告诉我们。工作人员核对后改正，重要的改正会在更正说明里公布。',
  page: '哪一页',
  text: '哪里不对',
  textHint: '写明哪一处、应该是什么、依据是什么，最多 1000 字',
  contact: '手机号或邮箱（可不填）',
  contactHint: '只用于核对这处错误，处理完就删除。',
  send: '提交',
  done: '已经收到，谢谢',
  doneLead: '工作人员会核对这一页。',
  back: '回到那一页',
  otherwise: (email: string) => `也可以发邮件到 ${email}。`,
  notLetters: '要反映困难或提建议，请',
  write: '给代表写信',
};
