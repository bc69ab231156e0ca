import { deskFields, deskProblems } from './desk-problems.ts';

/** Every sentence that the API answers with, by code. Each says what to do next; `{name}` is filled in. */
export const PROBLEMS: Record<string, { title: string; detail: string }> = {
  ...deskProblems,
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
  ratingVoid: { title: '这次测评已经作废', detail: '请从述职报告页面查看作废的原因和重新测评的安排。' },
  codeNotAccepted: { title: '测评码不能使用', detail: '这个测评码不能用于这份报告：可能输错了，已经用过，或属于另一份报告。请核对纸上的测评码。' },
  receiptNotCounted: {
    title: '没有查到这份回执',
    detail: '这份报告的测评里没有这个回执。请核对有没有输错，是不是另一份报告的回执。确认无误仍查不到的，请告诉本站工作人员，并保留回执。',
  },
  ratingsChanging: { title: '正在记录其他测评事项', detail: '没有办成，请稍候几秒再试。' },
  windowOrder: { title: '测评时间不对', detail: '结束时间应晚于开始时间。' },
  windowPast: { title: '测评时间不对', detail: '结束时间已经过去，请另定时间。' },
  windowReason: { title: '需要说明原因', detail: '测评已经开始，改动结束时间须写明原因，原因会记入公开的测评日志。' },
  windowOver: { title: '这次测评不能再改', detail: '测评已经结束或作废，不能重新开始。' },
  windowNotOpen: { title: '测评没有在进行', detail: '只有正在进行的测评可以提前结束。' },
  codesVoid: { title: '这批码已经作废', detail: '不能重复作废。' },
  codeSetNotFound: { title: '没有这批测评码', detail: '请用 npm run codes -- status 查看各批的编号。' },
  moreThanIssued: { title: '数目不对', detail: '发出的份数不能多于印制的份数（{count}）。' },
  moreThanHandedOut: { title: '数目不对', detail: '收回的份数不能多于发出的份数（{handedOut}）。' },
  commentDecided: { title: '这条附言已经处理过', detail: '请刷新页面查看最新情况。' },
  receiptNotFound: { title: '没有查到留言', detail: '没有与这个回执码对应的留言。请核对回执码。' },
  replyKeyNotAccepted: {
    title: '没有进得去',
    detail: '链接或口令不能使用：可能输错了，已经用过、过期，或者已经换了新的。请核对答复卡；还不行，请打电话给办公室要一个今天的口令。',
  },
  notSignedIn: { title: '请再进一次', detail: '为了安全，过两个小时要重新进入。您写的内容还在，进入后接着办。' },
  deputyNotFound: { title: '没有这位在职代表', detail: '请核对代表的标识，或者先发布网站。' },
  noReplyKey: { title: '这位代表没有有效的答复卡', detail: '请先制作一张答复卡。' },
  letterNotFound: { title: '没有这封信', detail: '这封信不在您这里，可能已经转给别人。请回到首页看看。' },
  taskNotFound: { title: '这件事已经不用办了', detail: '可能已经办过，或者网站还没有更新。请回到首页看看。' },
  submissionNotFound: { title: '没有这件内容', detail: '它可能已经被代表取回。请刷新列表。' },
  submissionMovedOn: { title: '这件内容已经变了', detail: '在您办理期间，它已经由别人办理或改动。请看过最新情况后再办，您写的内容还在下面。' },
  recordNotFound: { title: '没有这份记录', detail: '请检查地址，或从首页重新查找。' },
  messageNotFound: { title: '没有这件公开留言', detail: '这件留言不存在或没有公开。' },
  noticeNotWaiting: { title: '这条通知不在待办之列', detail: '它已经发出，或已随联系方式一起删除。请刷新列表。' },
  messageMovedOn: { title: '这件留言已经变了', detail: '在您办理期间，这件留言已由别人办理或写信人作了改动。请看过最新情况后再办。' },
  moveNotAllowed: { title: '您不能这样办理', detail: '这一步不由您的角色办理。请交给有权限的同事。' },
  onlyOnce: { title: '只能申请一次', detail: '这件留言已经申请过复核，复核结果为最后结果。您可以另写一封，或到代表联络站当面反映。' },
  notToBePublished: { title: '不能公开', detail: '写信人没有同意公开，或者这件留言正被隐藏、处在不能公开的状态。' },
  notPublic: { title: '没有可以隐藏的内容', detail: '这件留言没有公开，或者已经隐藏。' },
  notHidden: { title: '没有隐藏', detail: '这件留言目前没有隐藏。' },
  secondPersonNeeded: { title: '要由另一位同事确认', detail: '隐藏公开的内容要由另一位同事确认；已经确认过或已经恢复的不用再确认。' },
  notNow: { title: '现在不能这样办', detail: '这件留言目前的状态不能这样办，或者已经办过。请看最新的办理进度。' },
  badPhoto: { title: '照片不能用', detail: '请提交 300 KB 以内的 JPEG 照片。' },
  tooManyPhotos: { title: '照片已经够了', detail: '一件留言最多三张照片。' },
  notSample: { title: '不是示范网站', detail: '只有内容里写明 sample: true 的网站才能加入示范数据。' },
  challengeWrong: { title: '人机验证没有通过', detail: '验证无效、已过期或已用过。请刷新验证后重新提交，您填写的内容不会丢失。' },
};

/** Sentences beside a field. */
export const FIELDS: Record<string, string> = {
  ...deskFields,
  required: '请填写这一项。',
  text: '请填写文字。',
  tooLong: '太长了，最多 {maximum} 个字符。请缩短。',
  forbiddenCharacter: '含有看不见的控制字符、方向字符或无法显示的字符。请删去后重新输入，不要从其他软件直接粘贴。',
  secret: '不是完整的码。码共 24 个字符，分六组印在纸上；请核对有没有输错或漏输。',
  dayCode: '当日口令是 8 个字符，印在答复卡上，或者由办公室在电话里告诉您。请核对。',
  deputyNumber: '代表编号是 4 位数字，印在答复卡上。请核对。',
  replyKeyNotAccepted: '不能使用，请核对答复卡。',
  grade: '请选择一个等次。',
  recipient: '请选择收件人。',
  messageKind: '请选择留言的种类。',
  yesNo: '请选择是或否。',
  ageConfirmed: '请确认您已满十四周岁。未满十四周岁的，请由监护人代为留言，或到代表联络站当面反映。',
  choice: '没有这个选项，请重新选择。',
  number: '请填写正整数。',
  type: '这一项的格式不对。',
  unknownField: '没有“{field}”这一项，请去掉。',
  taken: '这个编号已经用过，请换一个。',
  verificationOff: '本站没有开通实名核验，请去掉这一项。',
  verificationNeeded: '公开留言要先完成实名核验。请核验后重新提交，或者选择不公开。',
  sameRecipient: '这件留言已经在这里，请选择别的收件人。',
  challengeWrong: '人机验证没有通过，请刷新验证后重新提交。',
  recipientNotFound: '没有找到这位代表、这个联络站或片区。',
  formerDeputy: '这位代表已经不再担任代表，请改写给：{writeTo}。',
  codeNotAccepted: '这个测评码不能用于这份报告。请核对纸上的测评码。',
  receiptNotCounted: '这份报告的测评里没有这个回执，请核对。',
  moment: '请填写时间，例如 2026-12-01T08:00:00+08:00。',
  windowOrder: '结束时间应晚于开始时间。',
  windowPast: '结束时间已经过去。',
  windowReason: '测评已经开始，请写明改动的原因。',
  moreThanIssued: '不能多于印制的份数（{count}）。',
  moreThanHandedOut: '不能多于发出的份数（{handedOut}）。',
  receiptNotFound: '没有与这个回执码对应的留言，请核对。',
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
