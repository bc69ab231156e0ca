/** The state of a proposal (办理状态), derived from its dated events and replies; nobody types it. */
import { isKnown, known, type CivilDate } from './record-fields.ts';
import type { Proposal, ProposalEvent } from './proposal.ts';
import type { Reply } from './reply.ts';

export const PROPOSAL_STATES = [
  'submitted',
  'registered',
  'assigned',
  'replied',
  'rehandling',
  'closed',
  'notAccepted',
  'withdrawn',
  'merged',
  'passedUp',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** True where a text names a state. */
export const isProposalState = (text: string): text is ProposalState => PROPOSAL_STATES.some((state) => state === text);

export const PROPOSAL_FLAGS = ['overdue', 'extended', 'reassigned', 'waitingFeedback', 'promiseOpen'] as const;
export type ProposalFlag = (typeof PROPOSAL_FLAGS)[number];

/** What may move a proposal: its events, and a formal reply of all units that answer in this round. */
export type Move = ProposalEvent['kind'] | 'replied';

/** Where each move leads from each state; a move that is not listed is impossible. */
export const TRANSITIONS: Record<ProposalState, Partial<Record<Move, ProposalState>>> = {
  submitted: {
    registered: 'registered',
    acknowledged: 'submitted',
    assigned: 'assigned',
    notAccepted: 'notAccepted',
    withdrawn: 'withdrawn',
    replied: 'replied',
  },
  registered: {
    acknowledged: 'registered',
    assigned: 'assigned',
    notAccepted: 'notAccepted',
    withdrawn: 'withdrawn',
    merged: 'merged',
    passedUp: 'passedUp',
    supervised: 'registered',
  },
  assigned: {
    acknowledged: 'assigned',
    returned: 'assigned',
    reassigned: 'assigned',
    extended: 'assigned',
    consulted: 'assigned',
    supervised: 'assigned',
    replied: 'replied',
    withdrawn: 'withdrawn',
    merged: 'merged',
    passedUp: 'passedUp',
  },
  replied: { consulted: 'replied', supervised: 'replied', rehandling: 'rehandling', closed: 'closed', replied: 'replied' },
  rehandling: { reassigned: 'rehandling', consulted: 'rehandling', supervised: 'rehandling', replied: 'replied', passedUp: 'passedUp' },
  closed: { supervised: 'closed', rehandling: 'rehandling' },
  notAccepted: {},
  withdrawn: {},
  merged: {},
  passedUp: {},
};

/** A step of the history; `on` is undefined where old records do not say. */
export type Step = { on: CivilDate | undefined; move: Move; event?: ProposalEvent; reply?: Reply; from: ProposalState; to: ProposalState };
export type History = {
  state: ProposalState;
  steps: Step[];
  impossible: { move: Move; from: ProposalState; on: CivilDate | undefined; event?: ProposalEvent; reply?: Reply } | undefined;
};

type Happening = { on: CivilDate | undefined; move: Move; event?: ProposalEvent; reply?: Reply };

/** Order among events of one day: as the work goes. */
const DAY_ORDER: readonly Move[] = [
  'registered',
  'acknowledged',
  'notAccepted',
  'assigned',
  'returned',
  'reassigned',
  'extended',
  'consulted',
  'supervised',
  'replied',
  'rehandling',
  'closed',
  'withdrawn',
  'merged',
  'passedUp',
];

function happenings(proposal: Proposal, replies: readonly Reply[], today: CivilDate): Happening[] {
  const events: Happening[] = proposal.events.map((event) => ({ on: event.on, move: event.kind, event }));
  const formal: Happening[] = replies
    .filter((reply) => !reply.interim && reply.role !== 'co')
    .map((reply) => ({ on: known(reply.repliedOn), move: 'replied', reply }));
  // Undated old replies keep their place after all dated events; sort is stable.
  return [...events, ...formal]
    .filter(({ on }) => on === undefined || on <= today)
    .sort((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999') || DAY_ORDER.indexOf(a.move) - DAY_ORDER.indexOf(b.move));
}

/** Replays the history up to `today`. The first impossible move stops it and is named. */
export function historyOf(proposal: Proposal, replies: readonly Reply[], today: CivilDate): History {
  let state: ProposalState = 'submitted';
  const steps: Step[] = [];
  let assigned = new Set<string>();
  let answered = new Set<string>();
  for (const happening of happenings(proposal, replies, today)) {
    const to: ProposalState | undefined = TRANSITIONS[state][happening.move];
    if (to === undefined) return { state, steps, impossible: { ...happening, from: state } };
    const { event, reply } = happening;
    if (event?.kind === 'assigned' || event?.kind === 'reassigned')
      assigned = new Set(event.to.filter(({ role }) => role === 'separate').map(({ unit }) => unit));
    if (event?.kind === 'rehandling') answered = new Set();
    if (reply && isKnown(reply.unit)) answered.add(reply.unit);
    // Units that answer separately must all have answered before the proposal counts as replied.
    const waits = happening.move === 'replied' && [...assigned].some((unit) => !answered.has(unit));
    const next: ProposalState = waits ? state : to;
    steps.push({ ...happening, from: state, to: next });
    state = next;
  }
  return { state, steps, impossible: undefined };
}
