/**
 * What notices say, by template. `{site}` and `{url}` are the site's name and address; other blanks come with the notice.
 * No blank may hold words that the public typed: else a stranger's address and a title of one's own would make this site
 * a sender of advertisements. `short` is for a text message, which costs by 70 characters.
 */
export type NoticeText = { subject: string; text: string; short: string };

export const NOTICES = {
  messageReceived: {
    subject: '您的留言已经收到',
    text: '您好：\n\n您在{site}的留言（{on}提交）已经收到，预计在 {expectedBy} 前答复；这是本站的服务目标，不是法定期限。办到哪一步，请打开 {url}/messages/status/ ，输入回执码查看。\n\n如果不是您写的，请不用理会，或者告诉本站工作人员。\n\n这封邮件由系统发出，请不要直接回复。\n{site}',
    short: '【{site}】您{on}的留言已收到，预计{expectedBy}前答复，凭回执码到 {url}/messages/status/ 查看。',
  },
  messageSurvey: {
    subject: '您的留言有答复了吗',
    text: '您好：\n\n您在{site}的留言（{on}提交）已经过了 {days} 天。有没有收到答复？请打开 {url}/messages/status/ ，输入回执码，点一下告诉我们；所有回答的合计会公布。\n\n这封邮件由系统发出，请不要直接回复。\n{site}',
    short: '【{site}】您{on}的留言有答复了吗？请凭回执码到 {url}/messages/status/ 点一下告诉我们。',
  },
  messageSolved: {
    subject: '事情真的解决了吗',
    text: '您好：\n\n您在{site}的留言（{on}提交）办结已满四周。事情真的解决了吗？请打开 {url}/messages/status/ ，输入回执码，点一下告诉我们；没有解决的，会重新办理。\n\n这封邮件由系统发出，请不要直接回复。\n{site}',
    short: '【{site}】您{on}的留言办结已满四周，解决了吗？请凭回执码到 {url}/messages/status/ 告诉我们。',
  },
  messageNewCode: {
    subject: '您的新回执码',
    text: '您好：\n\n有人（应该是您）在{site}找回回执码。您 {on} 提交的留言，新的回执码是：\n\n{code}\n\n请打开 {url}/messages/status/ 输入查看，并妥善保管，不要转给别人。原来的回执码仍然有效。如果不是您要的，请不用理会。\n\n这封邮件由系统发出，请不要直接回复。\n{site}',
    short: '【{site}】您{on}的留言，新回执码 {code}，请勿转给别人。',
  },
  messageAnswered: {
    subject: '您的留言有了答复',
    text: '您好：\n\n您在{site}的留言（{on}提交）有了答复。请打开 {url}/messages/status/ ，输入回执码查看。\n\n回执码丢失的，可以在 {url}/messages/lost/ 用留下的手机号或者邮箱找回。\n\n这封邮件由系统发出，请不要直接回复。\n{site}',
    short: '【{site}】您{on}的留言有了答复，请凭回执码到 {url}/messages/status/ 查看。',
  },
  messageRefused: {
    subject: '您的留言没有受理',
    text: '您好：\n\n您在{site}的留言（{on}提交）没有受理。原因和可以怎么办，请打开 {url}/messages/status/ ，输入回执码查看；不同意的，可以申请复核一次。\n\n这封邮件由系统发出，请不要直接回复。\n{site}',
    short: '【{site}】您{on}的留言没有受理，原因请凭回执码到 {url}/messages/status/ 查看，可申请复核。',
  },
  messageMoved: {
    subject: '您的留言有了新进展',
    text: '您好：\n\n您在{site}的留言（{on}提交）有了新进展。请打开 {url}/messages/status/ ，输入回执码查看。\n\n这封邮件由系统发出，请不要直接回复。\n{site}',
    short: '【{site}】您{on}的留言有了新进展，请凭回执码到 {url}/messages/status/ 查看。',
  },
  followConfirm: {
    subject: '请确认关注：{site}',
    text: '您好：\n\n有人用这个邮箱在{site}请求关注：\n{url}{page}\n\n如果是您，请打开下面的网址，点“确认关注”：\n{url}/follow/confirm/#{code}\n\n打不开的，请到 {url}/follow/confirm/ 填写关注码：\n{code}\n\n48 小时内不确认，这个邮箱就会从系统里删除，不会再收到邮件。不是您的，不用理会。\n\n{site}',
    short: '【{site}】关注码 {code}，请到 {url}/follow/confirm/ 填写，48小时内有效。',
  },
  followAgain: {
    subject: '您已经关注过：{site}',
    text: '您好：\n\n有人用这个邮箱在{site}请求关注：\n{url}{page}\n\n这个邮箱已经关注了它，不用再确认，有新情况会照常收到邮件。\n\n不想再收到的，请打开：\n{url}/follow/stop/#{code}\n或者到 {url}/follow/stop/ 填写关注码：\n{code}\n\n{site}',
    short: '【{site}】这个邮箱已经关注过。取消请到 {url}/follow/stop/ 填写 {code}。',
  },
  followDigest: {
    subject: '您关注的建议有 {count} 项新情况：{site}',
    text: '您好：\n\n您关注的内容（{url}{page}）有 {count} 项新情况。\n\n{news}\n\n——\n每天最多一封。不想再收到的，请打开：\n{url}/follow/stop/#{code}\n或者到 {url}/follow/stop/ 填写关注码：\n{code}\n\n{site}',
    short: '【{site}】您关注的建议有 {count} 项新情况：{url}{page}',
  },
} as const satisfies Record<string, NoticeText>;

export type NoticeTemplate = keyof typeof NOTICES;

/** The lines of a follower's mail. */
export const digestWords = {
  line: (on: string, label: string, text: string) => `  ${on.replaceAll('-', '.')} ${label}：${text}`,
  more: (n: number) => `另有 ${n} 项，请打开上面的网址查看。`,
} as const;
