import { deskFields, deskProblems } from './desk-problems.ts';
import { officeFields, officeProblems } from './office-problems.ts';

/** Every sentence that the API answers with, by code. Each says what to do next; `{name}` is filled in. */
export const PROBLEMS: Record<string, { title: string; detail: string }> = {
  ...deskProblems,
  ...officeProblems,
  fields: { title: '有些内容需要修改', detail: '请按下面的提示修改后再次提交，您已经填写的内容不会丢失。' },
  badJson: { title: '提交的内容无法读取', detail: '内容不是有效的 JSON。请检查格式后重新提交。' },
  badText: { title: '提交的内容无法读取', detail: '内容不是有效的 UTF-8 文字。请用 UTF-8 编码重新提交。' },
  badForm: { title: '提交的内容无法读取', detail: '表单格式不正确，或同一项填了两次。请刷新页面后重新填写。' },
  badKeys: { title: '提交的内容无法读取', detail: '内容里有不允许的字段名。请去掉后重新提交。' },
  unsupportedType: { title: '不支持这种提交方式', detail: '请提交未压缩的 JSON（application/json）或普通表单。' },
  tooLarge: { title: '内容太长', detail: '一次最多提交 64 KiB。请缩短文字后重新提交。' },
  foreignForm: { title: '请在本站提交', detail: '这个请求不是从本站页面发出的。请打开本站页面重新填写。' },
  notFound: { title: '没有这个地址', detail: '请检查地址是否正确，或从首页重新查找。' },
  methodNotAllowed: { title: '这个地址不能这样使用', detail: '请查看 /api/openapi.json 里的用法。' },
  badKey: { title: '重复提交标识不正确', detail: 'Idempotency-Key 应为 22 至 128 个字母、数字、“-”或“_”，由随机数生成。请刷新页面后重新提交。' },
  keyUsedForOtherBody: { title: '这个表单已经提交过', detail: '同一个表单已经提交过另一份内容。如需再提交一件，请刷新页面后重新填写。' },
  requestInFlight: { title: '正在处理', detail: '同样的提交正在处理，请稍候几秒再试，不要重复点击。' },
  tooManyWrongCodes: { title: '输入有误的次数太多', detail: '这个网络地址一分钟内输错的次数太多。请核对后稍等一分钟再试；正确的码随时可以使用。' },
  tooManyMessages: { title: '提交太频繁', detail: '这个网络地址提交的留言太多。请过一会儿再试，或前往代表联络站当面反映。' },
  tooManyRequests: { title: '请求太频繁', detail: '这个网络地址请求的次数太多。请过一会儿再试。' },
  unavailable: { title: '暂时无法办理', detail: '系统暂时连接不上，您填写的内容没有保存。请保留页面，过几分钟再提交。' },
  noRelease: { title: '网站正在准备', detail: '网站还没有发布内容。请过几分钟再试。' },
  unexpected: {
    title: '对不起，系统出错了',
    detail: '这不是您的问题，我们已记录这次错误。请过几分钟再试；如仍不行，请把编号 {requestId} 告诉本站工作人员。',
  },
  recipientNotFound: { title: '没有找到收件人', detail: '请从代表、联络站或片区页面重新进入留言。' },
  formerDeputy: { title: '这位代表已经不再担任代表', detail: '请改写给：{writeTo}。您写的内容不会丢失，换一个收件人就可以提交。' },
  reportNotFound: { title: '没有这份述职报告', detail: '请检查地址，或从代表页面重新进入。' },
  ratingNotPlanned: { title: '这份报告不开展网上测评', detail: '请从述职报告页面查看测评安排。' },
  ratingNotOpen: { title: '测评还没有开始', detail: '测评将于 {opensAt} 开始，请届时再来。测评码请妥善保管。' },
  ratingClosed: { title: '测评已经结束', detail: '测评已于 {closesAt} 结束，感谢您的参与。结果在述职报告页面公布。' },
  ratingVoid: { title: '这次测评已经作废', detail: '作废的原因见述职报告页面。' },
  codeNotAccepted: { title: '测评码不能使用', detail: '这个测评码不能用于这份报告：可能输错了，已经用过，或属于另一份报告。请核对纸上的测评码。' },
  receiptNotCounted: {
    title: '没有查到这份回执',
    detail: '这份报告的测评里没有这个回执。请核对有没有输错，是不是另一份报告的回执。确认无误仍查不到的，请告诉本站工作人员，并保留回执。',
  },
  receiptNotFound: { title: '没有查到留言', detail: '没有与这个回执码对应的留言。请核对回执码。' },
  recordNotFound: { title: '没有这份记录', detail: '请检查地址，或从首页重新查找。' },
  messageNotFound: { title: '没有这件公开留言', detail: '这件留言不存在或没有公开。' },
  followClosed: { title: '本站没有开通邮件关注', detail: '可以用阅读器订阅，不用留邮箱：请打开 /feeds/。' },
  followNotFound: {
    title: '关注码不能使用',
    detail: '这个关注码可能输错了，已经取消，或者超过 48 小时没有确认。请核对邮件里的关注码，或者重新关注。',
  },
  noticeNotWaiting: { title: '这条通知不在待办之列', detail: '它已经发出，或已随联系方式一起删除。请刷新列表。' },
  messageMovedOn: { title: '这件留言已经变了', detail: '在您办理期间，这件留言已由别人办理或写信人作了改动。请看过最新情况后再办。' },
  onlyOnce: { title: '只能申请一次', detail: '这件留言已经申请过复核，复核结果为最后结果。您可以另写一封，或到代表联络站当面反映。' },
  notNow: { title: '现在不能这样办', detail: '这件留言目前的状态不能这样办，或者已经办过。请看最新的办理进度。' },
  badPhoto: { title: '照片不能用', detail: '请提交 300 KB 以内的 JPEG 照片。' },
  tooManyPhotos: { title: '照片已经够了', detail: '一件留言最多三张照片。' },
  messageHidden: { title: '这件留言已经隐藏', detail: '公开以后又隐藏了，原因见下。内容不再显示。' },
  notSample: { title: '不是示范网站', detail: '只有内容里写明 sample: true 的网站才能加入示范数据。' },
  challengeWrong: { title: '人机验证没有通过', detail: '验证无效、已过期或已用过。请刷新验证后重新提交，您填写的内容不会丢失。' },
};

/** Sentences beside a field. */
export const FIELDS: Record<string, string> = {
  ...deskFields,
  ...officeFields,
  required: '请填写这一项。',
  text: '请填写文字。',
  tooLong: '太长了，最多 {maximum} 个字符。请缩短。',
  forbiddenCharacter: '含有看不见的控制字符、方向字符或无法显示的字符。请删去后重新输入，不要从其他软件直接粘贴。',
  secret: '不是完整的码。码共 24 个字符，分六组印在纸上；请核对有没有输错或漏输。',
  grade: '请选择一个等次。',
  recipient: '请选择收件人。',
  messageKind: '请选择留言的种类。',
  yesNo: '请选择是或否。',
  ageConfirmed: '请确认您已满十四周岁。未满十四周岁的，请由监护人代为留言，或到代表联络站当面反映。',
  choice: '没有这个选项，请重新选择。',
  number: '请填写正整数。',
  type: '这一项的格式不对。',
  unknownField: '没有“{field}”这一项，请去掉。',
  hiddenPersonalData: '里面有个人信息。',
  hiddenAbuse: '里面有辱骂、攻击他人的内容。',
  hiddenIllegal: '里面有法律、法规禁止的内容。',
  hiddenAdvertising: '是广告或者推销。',
  hiddenMistake: '公开有误。',
  hiddenUnderReview: '正在复核，一个工作日内确认或者恢复。',
  verificationOff: '本站没有开通实名核验，请去掉这一项。',
  verificationNeeded: '公开留言要先完成实名核验。请核验后重新提交，或者选择不公开。',
  challengeWrong: '人机验证没有通过，请刷新验证后重新提交。',
  recipientNotFound: '没有找到这位代表、这个联络站或片区。',
  formerDeputy: '这位代表已经不再担任代表，请改写给：{writeTo}。',
  codeNotAccepted: '这个测评码不能用于这份报告。请核对纸上的测评码。',
  receiptNotCounted: '这份报告的测评里没有这个回执，请核对。',
  receiptNotFound: '没有与这个回执码对应的留言，请核对。',
  mailAddress: '这不像一个邮箱地址。请填写完整的地址，例如 wang@example.cn。',
  followed: '没有这件建议，或者这些条件不能关注。请从建议页面或者查找结果重新进入。',
  followNotFound: '没有与这个关注码对应的关注，请核对邮件。',
};

/** Words that stand in for names where a sentence needs them. */
export const STAND_INS = { office: '{operator}（电话 {phone}）', successors: '{names}' };

/** Fills the blanks of a sentence; a blank without a value stays empty. */
export const fill = (sentence: string, params: Record<string, string | number>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(Object.hasOwn(params, name) ? params[name] : ''));

/** A UTC moment as residents read it, in Beijing time. */
export const beijingTime = (moment: string): string => {
  const [date = '', time = ''] = new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().split('T');
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日 ${time.slice(0, 5)}`;
};
