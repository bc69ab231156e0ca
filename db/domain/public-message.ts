/** What may go out of a message (公开的留言): consented, moderated, published; no contact, and a name only where the sender wished it. */
import { z } from 'zod';
import { MESSAGE_KINDS } from './message.ts';
import { messageState } from './message-state.ts';

/** Why something published is hidden again: shown in its place. */
export const HIDING_REASONS = ['personalData', 'abuse', 'illegal', 'advertising', 'mistake', 'underReview'] as const;
export const hidingReason = z.enum(HIDING_REASONS, { error: 'choice' });
export type HidingReason = z.infer<typeof hidingReason>;

export const publicAnswer = z.object({ by: z.string(), on: z.iso.date(), text: z.string() });

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
    photos: z.array(z.object({ id: z.string(), width: z.number().int(), height: z.number().int() })),
    sample: z.boolean(),
  })
  .meta({ id: 'PublicMessage', description: '公开的留言' });
export type PublicMessage = z.infer<typeof publicMessage>;
