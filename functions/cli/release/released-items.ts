import type { ReleasedItem } from '../../../db/domain/release.ts';
import type { HeldMandate, Records } from '../../../db/domain/records.ts';
import { find, repliesByProposal } from '../../../db/domain/records.ts';
import { workingDays } from '../../../db/domain/calendar.ts';
import { hasEnded, statusOfMandate } from '../../../db/domain/mandate-status.ts';
import type { Person } from '../../../db/domain/person.ts';
import { isProposalOver } from '../../../db/domain/proposal-course.ts';
import { proposalFacts } from '../../../db/domain/proposal-facts.ts';
import { splitRef, type CivilDate } from '../../../db/domain/record-fields.ts';
import { mandateTitle } from '../../words/release.ts';
import { passToOf, successorsOf } from './successors.ts';

/** What functions may know of each record: kind, id, title, status, congress, and for people whether they can be written to. */
export const releasedItems = (records: Records, today: CivilDate): ReleasedItem[] => [
  ...titled('congresses', records.congresses.values(), (record) => ({ title: record.name, congress: `congresses:${record.id}` })),
  ...titled('areas', records.areas.values(), (record) => ({ title: record.name })),
  ...titled('constituencies', records.constituencies.values(), (record) => ({ title: record.name, congress: congressOf(records, record.term) })),
  ...titled('groups', records.groups.values(), (record) => ({ title: record.name })),
  ...titled('stations', records.stations.values(), (record) => ({ title: record.name })),
  ...titled('units', records.units.values(), (record) => ({ title: record.name })),
  ...[...records.people.values()].map((person) => releasedPerson(records, person, today)),
  ...releasedProposals(records, today),
  ...titled('reports', records.reports.values(), (record) => ({
    title: record.title,
    status: record.state,
    of: record.mandate,
    congress: congressOf(records, find(records, 'people', record.mandate)?.mandates.find(({ id }) => id === splitRef(record.mandate).inner)?.term),
  })),
  ...titled('activities', records.activities.values(), (record) => ({ title: record.title })),
  ...titled('announcements', records.announcements.values(), (record) => ({ title: record.title })),
];

function titled<T extends { id: string }>(kind: string, list: Iterable<T>, rest: (record: T) => Omit<ReleasedItem, 'kind' | 'id'>): ReleasedItem[] {
  return Array.from(list, (record) => ({ kind, id: record.id, ...rest(record) }));
}

const congressOf = (records: Records, term: string | undefined): string | undefined =>
  term === undefined ? undefined : find(records, 'terms', term)?.congress;

const releasedPerson = (records: Records, person: Person, today: CivilDate): ReleasedItem => {
  const mandates = person.mandates.flatMap((mandate) => {
    const term = find(records, 'terms', mandate.term);
    if (!term) return [];
    const { status } = statusOfMandate(mandate, term, today);
    const congress = find(records, 'congresses', term.congress);
    const passTo = hasEnded(status) ? passToOf(records, [{ ref: `people:${person.id}/${mandate.id}`, person, mandate }], today) : undefined;
    return [
      {
        id: mandate.id,
        title: mandateTitle(congress?.name ?? '', term.ordinal),
        status,
        active: status === 'inOffice',
        congress: term.congress,
        ...passing(passTo),
      },
    ];
  });
  const active = mandates.some((mandate) => mandate.active);
  const gone = mandates.every(({ status }) => hasEnded(status));
  const held = person.mandates.map((mandate): HeldMandate => ({ ref: `people:${person.id}/${mandate.id}`, person, mandate }));
  return {
    kind: 'people',
    id: person.id,
    title: person.name,
    status: active ? 'active' : 'former',
    congress: (mandates.find((mandate) => mandate.active) ?? mandates.at(-1))?.congress,
    active,
    mandates: mandates.map(({ congress: _, ...mandate }) => mandate),
    ...(!active && { writeTo: successorsOf(records, held, today) }),
    ...(gone && passing(passToOf(records, held, today))),
  };
};

const passing = (passTo: string | undefined): Pick<ReleasedItem, 'passTo'> => (passTo === undefined ? {} : { passTo });

const releasedProposals = (records: Records, today: CivilDate): ReleasedItem[] => {
  const replies = repliesByProposal(records);
  const days = workingDays([...records.calendars.values()]);
  return titled('proposals', records.proposals.values(), (proposal) => {
    const own = replies.get(proposal.id) ?? [];
    const facts = proposalFacts(proposal, own, records.site.deadlines, days, today);
    return {
      title: proposal.title,
      status: facts.state,
      congress: congressOf(records, proposal.term),
      ...(isProposalOver(facts, own, today) && { over: true }),
    };
  });
};
