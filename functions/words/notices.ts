/**
 * What notices say, by template. `{site}` and `{url}` are the site's name and address; other blanks come with the notice.
 * No blank may hold words that the public typed: else a stranger's address and a title of one's own would make this site
 * a sender of advertisements. `short` is for a text message, which costs by 70 characters.
 */
export type NoticeText = { subject: string; text: string; short: string };

export const NOTICES = {
  messageAnswered: {
    subject: '您的留言有了答复',
    text: '您好：\n\n您在{site}的留言（{on}提交）有了答复。请打开 {url}/messages/status/ ，输入回执码查看。\n\n回执码丢失的，请到代表联络站凭留下的联系方式办理。\n\n这封邮件由系统发出，请不要直接回复。\n{site}',
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
} as const satisfies Record<string, NoticeText>;

export type NoticeTemplate = keyof typeof NOTICES;
