/** What the holder of a receipt code may see (办理进度): the course of the message, the answers, and what they may still do. */
import { z } from 'zod';
import { MOVERS } from './message-moves.ts';
import { messageState } from './message-state.ts';
import { SURVEY_ROUNDS } from './message-survey.ts';
import { proposalCourse } from './proposal-course.ts';
import { publicAnswer } from './public-message.ts';
import { refusal } from './refusal.ts';
import { secret } from './secret.ts';
import { SENDER_CHOICES } from './sender-choices.ts';
import { longText, shortText } from './text.ts';

export const statusQuestion = z.strictObject({ code: secret }).meta({ id: 'StatusQuestion', description: '凭回执码查询' });

/** What a sender asks for, by code. */
export const newAddition = z.strictObject({ code: secret, text: longText(500) }).meta({ id: 'NewAddition', description: '补充一句' });
export const newAppeal = z.strictObject({ code: secret, reason: longText(500).optional() }).meta({ id: 'NewAppeal', description: '申请复核' });
export const newErasure = z
  .strictObject({ code: secret, what: z.enum(['contact', 'all'], { error: 'choice' }) })
  .meta({ id: 'NewErasure', description: '删除联系方式，或删除全部内容' });
export const lostCode = z.strictObject({ contact: shortText(100) }).meta({ id: 'LostCode', description: '找回回执码：留言时留下的联系方式' });

/** One step: by whom as a role, never by name; `recipient` is who has the message from then on. */
const messageEvent = z.object({
  state: messageState,
  on: z.iso.date(),
  by: z.enum(MOVERS).optional(),
  refusal: refusal.optional(),
  recipient: z.string().optional(),
  proposalId: z.string().optional(),
  note: z.string().optional(),
});
export type MessageEvent = z.infer<typeof messageEvent>;

export const messageStatus = z
  .object({
    id: z.string(),
    to: z.string(),
    title: z.string(),
    text: z.string(),
    state: messageState,
    flags: z.array(z.string()),
    submittedOn: z.iso.date(),
    expectedBy: z.iso.date(),
    refusal: refusal.optional(),
    chasedOn: z.iso.date().optional(),
    events: z.array(messageEvent),
    answers: z.array(publicAnswer),
    additions: z.array(z.object({ on: z.iso.date(), text: z.string() })),
    photos: z.number().int(),
    /** Whether others can read it: not wished, waiting for review, published, hidden. */
    publication: z.enum(['no', 'waiting', 'published', 'hidden']),
    /** Whether name or contact are still kept. */
    contactKept: z.boolean(),
    can: z.array(z.enum(SENDER_CHOICES)),
    survey: z.enum(SURVEY_ROUNDS).optional(),
    /** What became of the proposals that the message became. */
    proposals: z.array(proposalCourse),
  })
  .meta({ id: 'MessageStatus', description: '留言办理进度' });
export type MessageStatus = z.infer<typeof messageStatus>;
