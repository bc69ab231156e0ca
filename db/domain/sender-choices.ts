/** What a sender may still do with a message (写信人还能做什么), by receipt code and on a day. */
import { verbsFor } from './message-moves.ts';
import { isWaiting, type MessageState } from './message-state.ts';

export const SENDER_CHOICES = ['chase', 'add', 'photos', 'appeal', 'unpublish', 'withdraw', 'eraseContact', 'eraseAll'] as const;
export type SenderChoice = (typeof SENDER_CHOICES)[number];

export const MOST_ADDITIONS = 5;
export const MOST_PHOTOS = 3;

export type OwnMessage = {
  state: MessageState;
  expectedBy: string;
  answered: boolean;
  chased: boolean;
  appealed: boolean;
  additions: number;
  photos: number;
  contactKept: boolean;
  consented: boolean;
  textErased: boolean;
};

const RULES: Record<SenderChoice, (message: OwnMessage, today: string) => boolean> = {
  /** Once, past the target, while nobody has answered. */
  chase: ({ state, expectedBy, answered, chased }, today) => isWaiting(state) && state !== 'appealed' && !answered && !chased && today > expectedBy,
  add: ({ state, additions, textErased }) => (isWaiting(state) || state === 'answered') && additions < MOST_ADDITIONS && !textErased,
  photos: ({ state, photos, textErased }) => isWaiting(state) && photos < MOST_PHOTOS && !textErased,
  appeal: ({ state, appealed, textErased }) => verbsFor(state, 'sender').includes('appeal') && !appealed && !textErased,
  unpublish: ({ consented }) => consented,
  withdraw: ({ state }) => verbsFor(state, 'sender').includes('withdraw'),
  eraseContact: ({ contactKept }) => contactKept,
  eraseAll: ({ textErased }) => !textErased,
};

/** In the order in which they are offered. */
export const senderChoices = (message: OwnMessage, today: string): SenderChoice[] => SENDER_CHOICES.filter((choice) => RULES[choice](message, today));
