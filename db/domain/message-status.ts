/** What the holder of a receipt code may see (办理进度): the course of the message and the answers. */
import { z } from 'zod';
import { MOVERS } from './message-moves.ts';
import { messageState } from './message-state.ts';
import { publicAnswer } from './public-message.ts';
import { refusal } from './refusal.ts';
import { secret } from './secret.ts';

export const statusQuestion = z.strictObject({ code: secret }).meta({ id: 'StatusQuestion', description: '凭回执码查询' });

/** One step: by whom as a role, never by name; `recipient` is who has the message from then on. */
export const messageEvent = z.object({
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
    state: messageState,
    flags: z.array(z.string()),
    submittedOn: z.iso.date(),
    expectedBy: z.iso.date(),
    refusal: refusal.optional(),
    events: z.array(messageEvent),
    answers: z.array(publicAnswer),
  })
  .meta({ id: 'MessageStatus', description: '留言办理进度' });
export type MessageStatus = z.infer<typeof messageStatus>;
