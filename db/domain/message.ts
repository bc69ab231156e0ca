/** A message (选民留言): what a resident writes to a deputy, a station or an area, and what becomes of it. */
import { z } from 'zod';
import { longText, shortText } from './text.ts';

export const MESSAGE_KINDS = ['help', 'suggestion', 'question', 'complaint'] as const;

/** Days after the answer or the end of a message for which its sender's name and contact are kept. */
export const CONTACT_DAYS = 35;

/** Days after an answer on which the message is closed if its sender does not object; the last survey still fits into CONTACT_DAYS. */
export const CLOSE_DAYS = 6;

/** Days without a move after which a waiting message expires; it is counted as never answered. */
export const EXPIRY_DAYS = 180;

/** Whom a message may be written to. */
export const RECIPIENT = /^(?:people:[a-z0-9-]{2,60}(?:\/[a-z0-9-]{1,40})?|(?:stations|areas):[a-z0-9-]{2,60})$/;

export const newMessage = z
  .strictObject({
    to: z
      .string({ error: 'recipient' })
      .regex(RECIPIENT, { error: 'recipient' })
      .meta({ description: 'people:ID、people:ID/MANDATE、stations:ID 或 areas:ID' }),
    kind: z.enum(MESSAGE_KINDS, { error: 'messageKind' }),
    title: shortText(60),
    text: longText(5000),
    name: shortText(30).optional(),
    contact: shortText(100).optional(),
    follow: z.boolean({ error: 'yesNo' }).default(false).meta({ description: '成为代表建议后，办到最后一项承诺都通知我' }),
    public: z.boolean({ error: 'yesNo' }).default(false).meta({ description: '同意公开' }),
    hideName: z.boolean({ error: 'yesNo' }).default(true).meta({ description: '公开时不显示姓名' }),
    ageConfirmed: z.literal(true, { error: 'ageConfirmed' }).meta({ description: '已满十四周岁' }),
    verification: z.string({ error: 'text' }).max(4000, { error: 'tooLong' }).optional().meta({ description: '实名核验凭证（本站开通时）' }),
    challenge: z.string({ error: 'challengeWrong' }).max(4000, { error: 'challengeWrong' }).optional().meta({ description: '验证结果，base64' }),
  })
  .meta({ id: 'NewMessage', description: '一件选民留言' });
export type NewMessage = z.infer<typeof newMessage>;

export const messageReceipt = z.object({ code: z.string(), expectedBy: z.iso.date() }).meta({ id: 'MessageReceipt', description: '回执' });
