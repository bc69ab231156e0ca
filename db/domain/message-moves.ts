/** Who may move a message from which state to which (留言怎样流转), and what each move needs: one table, no exceptions elsewhere. */
import { MESSAGE_STATES, type MessageState } from './message-state.ts';
import { DomainError, invalidField } from './problem.ts';

/** Who moves: the sender by receipt code, the office's clerk or moderator, the deputy or station written to, a job of the host. */
export const MOVERS = ['sender', 'clerk', 'moderator', 'deputy', 'job'] as const;
export type Mover = (typeof MOVERS)[number];

export const MESSAGE_VERBS = [
  'accept',
  'refuse',
  'redirect',
  'forward',
  'answer',
  'reopen',
  'appeal',
  'close',
  'withdraw',
  'expire',
  'convert',
] as const;
export type MessageVerb = (typeof MESSAGE_VERBS)[number];

/** What a move must be given: a refusal code, whom the message goes to now, the text of an answer, the proposal it becomes. */
export type MoveNeed = 'refusal' | 'recipient' | 'answer' | 'proposalId';

type Move = {
  verb: MessageVerb;
  from: readonly MessageState[];
  to: MessageState;
  by: readonly Mover[];
  needs?: MoveNeed;
  /** A message takes this move once in its life. */
  once?: true;
};

const OFFICE = ['clerk', 'moderator'] as const;
const OPEN = ['submitted', 'accepted', 'redirected', 'forwarded', 'reopened'] as const;

/** An appeal is decided by a moderator: a clerk does not judge the office's own refusal. */
export const MOVES: readonly Move[] = [
  { verb: 'accept', from: ['submitted', 'redirected'], to: 'accepted', by: OFFICE },
  { verb: 'accept', from: ['appealed'], to: 'accepted', by: ['moderator'] },
  { verb: 'refuse', from: ['submitted', 'redirected'], to: 'refused', by: OFFICE, needs: 'refusal' },
  { verb: 'refuse', from: ['appealed'], to: 'refused', by: ['moderator'], needs: 'refusal' },
  // The job passes on what lies with a deputy whose mandate has ended; the office decides again where it goes.
  { verb: 'redirect', from: ['submitted', 'accepted', 'reopened'], to: 'redirected', by: [...OFFICE, 'job'], needs: 'recipient' },
  { verb: 'redirect', from: ['forwarded'], to: 'redirected', by: [...OFFICE, 'deputy', 'job'], needs: 'recipient' },
  { verb: 'redirect', from: ['redirected'], to: 'redirected', by: ['job'], needs: 'recipient' },
  { verb: 'redirect', from: ['appealed'], to: 'redirected', by: ['moderator'], needs: 'recipient' },
  { verb: 'forward', from: ['accepted', 'forwarded', 'reopened'], to: 'forwarded', by: OFFICE },
  { verb: 'answer', from: ['accepted', 'forwarded', 'reopened', 'answered'], to: 'answered', by: [...OFFICE, 'deputy'], needs: 'answer' },
  // What became a proposal may still be answered: the proposal goes its own long way.
  { verb: 'answer', from: ['converted'], to: 'converted', by: [...OFFICE, 'deputy'], needs: 'answer' },
  { verb: 'reopen', from: ['answered', 'closed'], to: 'reopened', by: ['sender', ...OFFICE] },
  { verb: 'appeal', from: ['refused'], to: 'appealed', by: ['sender'], once: true },
  { verb: 'close', from: ['answered'], to: 'closed', by: ['sender', ...OFFICE, 'job'] },
  { verb: 'close', from: ['converted'], to: 'closed', by: [...OFFICE, 'job'] },
  { verb: 'withdraw', from: [...OPEN, 'appealed'], to: 'withdrawn', by: ['sender'] },
  { verb: 'expire', from: OPEN, to: 'expired', by: ['job'] },
  { verb: 'convert', from: ['accepted', 'forwarded', 'answered', 'reopened', 'closed'], to: 'converted', by: OFFICE, needs: 'proposalId' },
];

/** The verbs that a mover may use on a message in a state, in the order of the table; what a page offers as buttons. */
export const verbsFor = (state: MessageState, mover: Mover): MessageVerb[] => [
  ...new Set(MOVES.filter(({ from, by }) => from.includes(state) && by.includes(mover)).map(({ verb }) => verb)),
];

/** Where a message may go from each state, whoever moves it; an empty list is an end. */
export const MESSAGE_MOVES = Object.fromEntries(
  MESSAGE_STATES.map((state) => [state, [...new Set(MOVES.filter(({ from }) => from.includes(state)).map(({ to }) => to))]]),
) as Record<MessageState, MessageState[]>;

/** True where the table allows somebody the move. */
export const mayMove = (from: MessageState, to: MessageState): boolean => MESSAGE_MOVES[from].includes(to);

/**
 * The row of the table for a move.
 * @throws conflict (the message is in another state by now), refused (not this mover's to do), invalid (what the move needs is missing)
 */
export function checkMove(verb: MessageVerb, from: MessageState, mover: Mover, given: Partial<Record<MoveNeed, unknown>> = {}): Move {
  const rows = MOVES.filter((move) => move.verb === verb && move.from.includes(from));
  if (rows.length === 0) throw new DomainError('conflict', 'messageMovedOn');
  const move = rows.find(({ by }) => by.includes(mover));
  if (!move) throw new DomainError('refused', 'moveNotAllowed');
  if (move.needs && given[move.needs] === undefined) throw invalidField(move.needs, 'required');
  return move;
}
