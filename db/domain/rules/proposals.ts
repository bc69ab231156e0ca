/** Rules for proposals and replies: an order of events that can be, and no text where the disclosure forbids one. */
import { allowsText } from '../disclosure.ts';
import { isKnown, known, splitRef } from '../record-fields.ts';
import { historyOf } from '../proposal-state.ts';
import type { Proposal } from '../proposal.ts';
import type { Reply } from '../reply.ts';
import { find } from '../records.ts';
import { handlingFaults, roundFaults } from './handling.ts';
import { fault, isAfter, repeated, type Rule, type RuleContext, type RuleFault } from './rule.ts';

export const proposalRule: Rule<'proposals'> = function* (proposal, context) {
  const { records } = context;
  if (!allowsText(proposal.disclosure) && proposal.body.trim() !== '') yield fault(['body'], 'textNotDisclosed');
  if (allowsText(proposal.disclosure) && proposal.body.trim() === '') yield fault(['body'], 'textMissing');
  if (proposal.topic && !records.site.topics.some(({ id }) => id === proposal.topic))
    yield fault(['topic'], 'unknownTopic', { topic: proposal.topic });
  if (proposal.coSigners.includes(proposal.lead)) yield fault(['coSigners', proposal.coSigners.indexOf(proposal.lead)], 'leadIsCoSigner');
  for (const { index } of repeated(proposal.coSigners, (signer) => signer)) yield fault(['coSigners', index], 'repeatedInList');
  yield* signerFaults(proposal, records);
  yield* submissionFaults(proposal, records);
  yield* orderFaults(proposal, context);
};

function* signerFaults(proposal: Proposal, records: Parameters<typeof find>[0]): Generator<RuleFault> {
  for (const [path, signer] of [[['lead'], proposal.lead], ...proposal.coSigners.map((entry, index) => [['coSigners', index], entry])] as [
    (string | number)[],
    string,
  ][]) {
    const { id, inner } = splitRef(signer);
    const mandate = records.people.get(id)?.mandates.find((entry) => entry.id === inner);
    if (mandate && mandate.term !== proposal.term) yield fault(path, 'signerOfOtherTerm');
  }
}

function* submissionFaults(proposal: Proposal, records: Parameters<typeof find>[0]): Generator<RuleFault> {
  const term = find(records, 'terms', proposal.term);
  if (!term) return;
  if (isAfter(term.start, proposal.submittedOn) || isAfter(proposal.submittedOn, term.end)) yield fault(['submittedOn'], 'outsideTerm');
  if (!proposal.session) return;
  const { id, inner } = splitRef(proposal.session);
  if (id !== term.id) return yield fault(['session'], 'sessionOfOtherTerm');
  const session = term.sessions.find(({ ordinal }) => String(ordinal) === inner);
  if (session && (isAfter(session.start, proposal.submittedOn) || isAfter(proposal.submittedOn, session.end)))
    yield fault(['submittedOn'], 'outsideSession');
}

/** Replays everything that is on record, whenever dated. */
const END_OF_TIME = '9999-12-31';

function* orderFaults(proposal: Proposal, context: RuleContext): Generator<RuleFault> {
  for (const [index, event] of proposal.events.entries()) {
    if (isAfter(proposal.submittedOn, event.on))
      yield fault(['events', index, 'on'], 'beforeSubmission', { submitted: known(proposal.submittedOn) ?? '' });
    if (event.kind === 'merged' && splitRef(event.into).id === proposal.id) yield fault(['events', index, 'into'], 'mergedIntoItself');
  }
  const { impossible, steps } = historyOf(proposal, context.replies.get(proposal.id) ?? [], END_OF_TIME);
  if (!impossible) return yield* handlingFaults(proposal, steps, context);
  const { move, from, on, event, reply } = impossible;
  const params = { move, from, on: on ?? '', reply: reply?.id ?? '' };
  yield fault(event ? ['events', proposal.events.indexOf(event)] : [], reply ? 'impossibleReply' : 'impossibleEvent', params);
}

export const replyRule: Rule<'replies'> = function* (reply, { records, replies }) {
  if (!allowsText(reply.disclosure) && reply.body.trim() !== '') yield fault(['body'], 'textNotDisclosed');
  if (allowsText(reply.disclosure) && reply.body.trim() === '') yield fault(['body'], 'textMissing');
  const proposal = find(records, 'proposals', reply.proposal);
  if (!proposal) return;
  if (isAfter(proposal.submittedOn, reply.repliedOn))
    yield fault(['repliedOn'], 'replyBeforeProposal', { submitted: known(proposal.submittedOn) ?? '' });
  yield* laterThanReply(reply);
  yield* unitFaults(reply, proposal);
  yield* roundFaults(reply, proposal);
  const letter = reply.result?.letter;
  if (letter && !records.site.resultClasses.some((entry) => entry.letter === letter && entry.class === reply.result?.class))
    yield fault(['result', 'letter'], 'letterOfOtherClass', { letter });
  if (needsPromise(reply) && reply.promises.length === 0) yield fault(['promises'], 'promiseMissing');
  for (const { index } of repeated(reply.promises, ({ id }) => id)) yield fault(['promises', index, 'id'], 'repeatedInList');
  for (const [index, reference] of reply.fulfils.entries()) {
    const earlier = find(records, 'replies', reference);
    if (earlier && (earlier.proposal !== reply.proposal || earlier.id === reply.id || isAfter(earlier.repliedOn, reply.repliedOn)))
      yield fault(['fulfils', index], 'fulfilsOther');
  }
  for (const [index, upgrade] of reply.upgrades.entries())
    for (const [at, name] of upgrade.fulfils.entries())
      if (!reply.promises.some(({ id }) => id === name)) yield fault(['upgrades', index, 'fulfils', at], 'noSuchRecord', { reference: name });
  const twin = (replies.get(proposal.id) ?? []).find((other) => other.id < reply.id && isSameLetter(other, reply));
  if (twin) yield fault(['round'], 'sameReply', { other: twin.id });
};

const isSameLetter = (a: Reply, b: Reply): boolean =>
  !a.interim && !b.interim && isKnown(a.unit) && a.unit === b.unit && a.round === b.round && a.role === b.role;

/** What is being solved or planned is owed: it names at least one promise. Deadlines of old, undated replies are unknown. */
const needsPromise = (reply: Reply): boolean =>
  !reply.interim && reply.role !== 'co' && isKnown(reply.repliedOn) && (reply.result?.class === 'inProgress' || reply.result?.class === 'planned');

function* laterThanReply(reply: Reply): Generator<RuleFault> {
  const dated: [(string | number)[], string | undefined][] = [
    [['publishedOn'], reply.publishedOn],
    [['feedback', 'on'], reply.feedback?.on],
    ...reply.upgrades.map((upgrade, index): [(string | number)[], string] => [['upgrades', index, 'on'], upgrade.on]),
    ...reply.promises.flatMap((promise, index): [(string | number)[], string][] => [
      [['promises', index, 'due'], promise.due],
      ...promise.events.map((event, at): [(string | number)[], string] => [['promises', index, 'events', at, 'on'], event.on]),
      ...(promise.verdicts ?? []).map(({ on }, at): [(string | number)[], string] => [['promises', index, 'verdicts', at, 'on'], on]),
    ]),
  ];
  for (const [path, on] of dated) if (isAfter(reply.repliedOn, on)) yield fault(path, 'beforeReply', { replied: known(reply.repliedOn) ?? '' });
}

function* unitFaults(reply: Reply, proposal: Proposal): Generator<RuleFault> {
  const assigned = proposal.events.flatMap((event) => (event.kind === 'assigned' || event.kind === 'reassigned' ? event.to : []));
  if (assigned.length === 0 || !isKnown(reply.unit)) return;
  const role = assigned.findLast(({ unit }) => unit === reply.unit)?.role;
  if (!role) yield fault(['unit'], 'unitNotAssigned');
  else if (role !== reply.role) yield fault(['role'], 'roleNotAssigned', { role });
}
