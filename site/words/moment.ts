/** What happened to a proposal, in words: a title, and what else is known of it. */
import type { Proposal, ProposalEvent } from '../../db/domain/proposal.ts';
import { isKnown } from '../../db/domain/record-fields.ts';
import type { Tone } from '../components/tones.ts';
import type { Moment } from '../queries/proposal-moments.ts';
import type { Words } from './words.ts';

/** `about`: another proposal that the moment leads to. */
export type MomentText = { title: string; details: string[]; tone: Tone; about: Proposal | undefined };
export type Names = { unit: (ref: string) => string; proposal: (ref: string) => Proposal | undefined };

export function momentText(moment: Moment, words: Words, names: Names): MomentText {
  const { proposals, states } = words;
  const say = (title: string, details: (string | undefined)[] = [], tone: Tone = 'quiet', about?: Proposal): MomentText => ({
    title,
    details: details.filter((detail) => detail !== undefined),
    tone,
    about,
  });
  switch (moment.kind) {
    case 'submitted':
      return say(proposals.moment.submitted);
    case 'event':
      return say(
        proposals.moment[moment.event.kind],
        detailsOf(moment.event, words, names),
        toneOf(moment.event),
        moment.event.kind === 'merged' ? names.proposal(moment.event.into) : undefined,
      );
    case 'reply': {
      const { interim, role, unit } = moment.reply;
      const title = interim ? proposals.moment.interim : role === 'co' ? proposals.moment.coReply : proposals.moment.reply;
      return say(title, [isKnown(unit) ? names.unit(unit) : undefined], interim || role === 'co' ? 'quiet' : 'answered');
    }
    case 'published':
      return say(proposals.moment.published, [
        moment.replies
          .map(({ unit }) => unit)
          .filter(isKnown)
          .map(names.unit)
          .join('、') || undefined,
      ]);
    case 'feedback': {
      const { feedback } = moment;
      if (!feedback.given) return say(proposals.moment.noFeedback);
      return say(proposals.moment.feedback, [states.grade[feedback.result]], feedback.result === 'dissatisfied' ? 'late' : 'answered');
    }
    case 'upgraded':
      return say(
        proposals.moment.upgraded,
        [states.result[moment.upgrade.class], moment.upgrade.reason],
        moment.upgrade.class === 'solved' ? 'answered' : 'quiet',
      );
    case 'promise': {
      const { event, promise } = moment;
      const after =
        event.kind === 'kept' ? event.evidence : event.kind === 'changed' ? `${proposals.changedTo(event.due)}，${event.reason}` : event.reason;
      return say(
        proposals.moment[event.kind],
        [promise.what, after],
        event.kind === 'kept' ? 'answered' : event.kind === 'broken' ? 'late' : 'quiet',
      );
    }
    case 'mergedHere':
      return say(proposals.moment.mergedHere, [], 'quiet', moment.proposal);
    case 'keySupervision':
      return say(proposals.moment.keySupervision, [moment.by]);
    case 'jointReview':
      return say(proposals.moment.jointReview, [moment.verdict]);
    case 'due':
      return say(proposals.moment.due, [moment.late ? proposals.waitingLate : proposals.toCome], moment.late ? 'late' : 'open');
  }
}

const toneOf = ({ kind }: ProposalEvent): Tone =>
  kind === 'closed' ? 'answered' : kind === 'rehandling' || kind === 'notAccepted' ? 'late' : 'quiet';

function detailsOf(event: ProposalEvent, { proposals }: Words, names: Names): (string | undefined)[] {
  switch (event.kind) {
    case 'assigned':
    case 'reassigned':
      return [
        event.to.map(({ unit, role }) => `${names.unit(unit)}（${proposals.role[role]}）`).join('、'),
        event.kind === 'reassigned' ? event.reason : undefined,
      ];
    case 'returned':
      return [names.unit(event.unit), event.reason, event.accepted ? proposals.returnAccepted : proposals.returnRefused];
    case 'extended':
      return [event.reason, proposals.extendedBy(event.approvedBy, event.on, event.told)];
    case 'consulted':
      return [`${names.unit(event.unit)}，${proposals.consultForm[event.form]}`];
    case 'supervised':
      return [event.by, event.what];
    case 'rehandling':
      return [event.reason];
    case 'notAccepted':
      return [proposals.notAccepted[event.reason], event.note];
    case 'withdrawn':
      return [event.reason];
    case 'passedUp':
      return [event.to];
    default:
      return [];
  }
}
