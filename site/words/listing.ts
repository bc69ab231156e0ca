/** The name of a list of proposals: short in an overview, whole as a title. */
import type { ListSubject, RegisterSubject } from '../queries/proposal-lists.ts';
import type { Words } from './words.ts';

/** 第十七届第五次会议, 县水务局, 2026年, 办理中, 教育 */
export function listingLabel(subject: ListSubject, { proposals, states }: Words): string {
  if (subject.axis === 'register') return registerLabel(subject, proposals);
  if (subject.axis === 'unit') return subject.unit.name;
  if (subject.axis === 'year') return proposals.yearLabel(subject.year);
  return subject.axis === 'state' ? states.proposal[subject.state] : subject.label;
}

export function registerLabel({ congress, term, session, severalCongresses }: RegisterSubject, words: Words['proposals']): string {
  const name = session && (session.title ?? words.sessionName(session.ordinal));
  return words.registerName(severalCongresses ? congress.shortName : undefined, term.ordinal, name);
}

/** 第十七届第五次会议的建议 */
export function listingTitle(subject: ListSubject, words: Words): string {
  const { listOf } = words.proposals;
  return subject.axis === 'year' ? listOf.year(subject.year) : listOf[subject.axis](listingLabel(subject, words));
}
