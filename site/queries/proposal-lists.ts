/**
 * The prerendered lists of proposals, which remain when the database is away. Their addresses:
 *   /proposals/register/SESSION/   a session (`yunxi-17-5`), or the time between a term's sessions (`yunxi-17-between`)
 *   /proposals/unit/ID/            units of the assignment in force or, where none is on record, units that replied
 *   /proposals/year/YYYY/          by day of submission; /proposals/year/unknown/ where it is not on record
 *   /proposals/state/STATE/        as in the API, for example notAccepted
 *   /proposals/topic/ID/           of the site's settings
 * Further pages of a list add their number: /proposals/unit/water/2/
 */
import type { Congress } from '../../db/domain/congress.ts';
import { registerOf, registerSlug } from '../../db/domain/proposal-list.ts';
import { PROPOSAL_STATES, type ProposalState } from '../../db/domain/proposal-state.ts';
import { known, splitRef } from '../../db/domain/record-fields.ts';
import { find, groupBy } from '../../db/domain/records.ts';
import type { Session, Term } from '../../db/domain/term.ts';
import type { Unit } from '../../db/domain/unit.ts';
import { oncePer, type County } from './county.ts';
import { proposals, proposalsByState, proposalsByTopic, proposalsByUnit, type ProposalEntry } from './proposals.ts';
import { unitsInOrder } from './units.ts';

export const LIST_AXES = ['register', 'unit', 'year', 'state', 'topic'] as const;
export type ListAxis = (typeof LIST_AXES)[number];

/** `severalCongresses`: names of sessions need their congress. */
export type RegisterSubject = { axis: 'register'; congress: Congress; term: Term; session: Session | undefined; severalCongresses: boolean };
export type ListSubject =
  | RegisterSubject
  | { axis: 'unit'; unit: Unit }
  | { axis: 'year'; year: string | undefined }
  | { axis: 'state'; state: ProposalState }
  | { axis: 'topic'; label: string };
/** A list; `key` stands in its address. Lists without a proposal do not exist. */
export type Listing = { key: string; path: string; subject: ListSubject; entries: ProposalEntry[] };

/** Every list, by axis, in the order in which an overview names them. */
export const listings = oncePer((county): Record<ListAxis, Listing[]> => ({
  register: registers(county),
  unit: unitsInOrder(county).flatMap((unit) => listing('unit', unit.id, { axis: 'unit', unit }, proposalsByUnit(county).get(unit.id))),
  year: years(county),
  state: PROPOSAL_STATES.flatMap((state) => listing('state', state, { axis: 'state', state }, proposalsByState(county).get(state))),
  topic: county.site.topics.flatMap(({ id, label }) => listing('topic', id, { axis: 'topic', label }, proposalsByTopic(county).get(id))),
}));

function listing(axis: ListAxis, key: string, subject: ListSubject, entries: ProposalEntry[] | undefined): Listing[] {
  return entries ? [{ key, path: `/proposals/${axis}/${key}/`, subject, entries }] : [];
}

function years(county: County): Listing[] {
  const byYear = groupBy(proposals(county).values(), ({ proposal }) => known(proposal.submittedOn)?.slice(0, 4) ?? 'unknown');
  // Letters sort after digits, so reversed order would put the undated first.
  const keys = [...byYear.keys()].toSorted((a, b) => (a === 'unknown' ? 1 : b === 'unknown' ? -1 : b.localeCompare(a)));
  return keys.flatMap((key) => listing('year', key, { axis: 'year', year: key === 'unknown' ? undefined : key }, byYear.get(key)));
}

/** The site's own congress first; newest term first, within it the newest session first, the time between sessions before them. */
function registers(county: County): Listing[] {
  const byRegister = groupBy(proposals(county).values(), ({ proposal }) => registerOf(proposal));
  const found = [...byRegister].flatMap(([register, entries]) => {
    const subject = subjectOf(county, entries[0]);
    return subject ? [{ subject, entries, key: registerSlug(register) }] : [];
  });
  const own = ({ subject }: { subject: { congress: Congress } }): number => Number(`congresses:${subject.congress.id}` === county.site.congress);
  const severalCongresses = new Set(found.map(({ subject }) => subject.congress.id)).size > 1;
  return found
    .toSorted(
      (a, b) =>
        own(b) - own(a) ||
        a.subject.congress.id.localeCompare(b.subject.congress.id) ||
        b.subject.term.ordinal - a.subject.term.ordinal ||
        bySession(a.subject, b.subject),
    )
    .flatMap(({ subject, entries, key }) => listing('register', key, { ...subject, severalCongresses }, entries));
}

const bySession = (a: Omit<RegisterSubject, 'severalCongresses'>, b: Omit<RegisterSubject, 'severalCongresses'>): number =>
  (b.session?.ordinal ?? 999) - (a.session?.ordinal ?? 999);

function subjectOf({ records }: County, entry: ProposalEntry | undefined): Omit<RegisterSubject, 'severalCongresses'> | undefined {
  const term = entry && find(records, 'terms', entry.proposal.term);
  const congress = term && find(records, 'congresses', term.congress);
  if (!entry || !term || !congress) return undefined;
  const ordinal = entry.proposal.session && splitRef(entry.proposal.session).inner;
  return { axis: 'register', congress, term, session: term.sessions.find((session) => String(session.ordinal) === ordinal) };
}

/** Registers without their entries: a page about one proposal must not depend on all others of its session. */
const registerHeads = oncePer((county) => new Map(listings(county).register.map(({ key, path, subject }) => [key, { path, subject }])));

/** The register list that holds a proposal: its address and what it is. */
export const registerOfProposal = (county: County, { proposal }: ProposalEntry): Pick<Listing, 'path' | 'subject'> | undefined =>
  registerHeads(county).get(registerSlug(registerOf(proposal)));
