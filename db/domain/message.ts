/** A message (选民留言): what a resident writes to a deputy, a station or an area, and what becomes of it. */
import { z } from 'zod';
import { secret } from './secret.ts';
import { longText, shortText } from './text.ts';

export const MESSAGE_KINDS = ['help', 'suggestion', 'question', 'complaint'] as const;

export const MESSAGE_STATES = [
  'submitted',
  'accepted',
  'refused',
  'redirected',
  'forwarded',
  'answered',
  'reopened',
  'appealed',
  'closed',
  'withdrawn',
  'expired',
  'converted',
] as const;
const messageState = z.enum(MESSAGE_STATES);
export type MessageState = z.infer<typeof messageState>;

/** Where a message may go from each state; an empty list is an end. */
export const MESSAGE_MOVES: Record<MessageState, readonly MessageState[]> = {
  submitted: ['accepted', 'refused', 'redirected', 'withdrawn', 'expired'],
  accepted: ['forwarded', 'answered', 'redirected', 'withdrawn', 'expired', 'converted'],
  refused: ['appealed'],
  redirected: ['accepted', 'refused', 'withdrawn', 'expired'],
  forwarded: ['answered', 'redirected', 'withdrawn', 'expired', 'converted'],
  answered: ['reopened', 'closed', 'converted'],
  reopened: ['answered', 'forwarded', 'withdrawn', 'expired', 'converted'],
  appealed: ['accepted', 'refused', 'redirected'],
  closed: ['reopened', 'converted'],
  withdrawn: [],
  expired: [],
  converted: ['closed'],
};

/** True where the table allows the move. */
export const mayMove = (from: MessageState, to: MessageState): boolean => MESSAGE_MOVES[from].includes(to);

export const REFUSALS = [
  'personalDispute',
  'litigation',
  'personalData',
  'abuse',
  'advertising',
  'duplicate',
  'notCompetent',
  'emergency',
  'unclear',
  'illegal',
] as const;
const refusal = z.enum(REFUSALS);
export type Refusal = z.infer<typeof refusal>;

const TEXT_HIDDEN: ReadonlySet<Refusal> = new Set(['personalData', 'abuse', 'illegal']);

/** True where the refusal's reason forbids showing the text to anyone but its sender. */
export const hidesText = (reason: Refusal): boolean => TEXT_HIDDEN.has(reason);

/** Days after the answer or the end of a message for which its sender's name and contact are kept. */
export const CONTACT_DAYS = 35;

/** Days without a first answer after which a message counts as silent. */
const NEAR_TARGET_DAYS = 3;

export type MessageFlag = 'hidden' | 'silent' | 'nearTarget' | 'overdue';

/** Flags on a civil day; the target is a service promise, not a legal deadline. */
export function flagsOf(message: { state: MessageState; hidden: boolean; answered: boolean; expectedBy: string }, today: string): MessageFlag[] {
  const flags: MessageFlag[] = message.hidden ? ['hidden'] : [];
  if (message.answered || !WAITING.has(message.state)) return flags;
  flags.push('silent');
  if (today > message.expectedBy) flags.push('overdue');
  else if (Date.parse(message.expectedBy) - Date.parse(today) <= NEAR_TARGET_DAYS * 86_400_000) flags.push('nearTarget');
  return flags;
}

const WAITING: ReadonlySet<MessageState> = new Set(['submitted', 'accepted', 'redirected', 'forwarded', 'reopened', 'appealed']);

/** States in which a message that was published may stand on the site. */
export const PUBLIC_STATES = ['accepted', 'forwarded', 'answered', 'reopened', 'closed', 'converted'] as const satisfies MessageState[];

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
    public: z.boolean({ error: 'yesNo' }).default(false).meta({ description: '同意公开' }),
    hideName: z.boolean({ error: 'yesNo' }).default(true).meta({ description: '公开时不显示姓名' }),
    ageConfirmed: z.literal(true, { error: 'ageConfirmed' }).meta({ description: '已满十四周岁' }),
    challenge: z.string({ error: 'challengeWrong' }).max(4000, { error: 'challengeWrong' }).optional().meta({ description: '验证结果，base64' }),
  })
  .meta({ id: 'NewMessage', description: '一件选民留言' });
export type NewMessage = z.infer<typeof newMessage>;

export const messageReceipt = z.object({ code: z.string(), expectedBy: z.iso.date() }).meta({ id: 'MessageReceipt', description: '回执' });

export const statusQuestion = z.strictObject({ code: secret }).meta({ id: 'StatusQuestion', description: '凭回执码查询' });

const publicAnswer = z.object({ by: z.string(), on: z.iso.date(), text: z.string() });

/** What the holder of the receipt may see: the course of the message and the answers. */
export const messageStatus = z
  .object({
    id: z.string(),
    to: z.string(),
    title: z.string(),
    state: messageState,
    flags: z.array(z.string()),
    submittedOn: z.iso.date(),
    expectedBy: z.iso.date(),
    refusal: refusal.optional(),
    events: z.array(z.object({ state: messageState, on: z.iso.date() })),
    answers: z.array(publicAnswer),
  })
  .meta({ id: 'MessageStatus', description: '留言办理进度' });
export type MessageStatus = z.infer<typeof messageStatus>;

/** What may go out: consented, moderated, published; no contact, and a name only where the sender wished it. */
export const publicMessage = z
  .object({
    id: z.string(),
    to: z.string(),
    kind: z.enum(MESSAGE_KINDS),
    title: z.string(),
    text: z.string(),
    name: z.string().optional(),
    state: messageState,
    submittedOn: z.iso.date(),
    publishedOn: z.iso.date(),
    answers: z.array(publicAnswer),
    sample: z.boolean(),
  })
  .meta({ id: 'PublicMessage', description: '公开的留言' });
export type PublicMessage = z.infer<typeof publicMessage>;
