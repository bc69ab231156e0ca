import { hasEnded, statusOfMandate } from '../../../../db/domain/mandate-status.ts';
import { isKnown, known, splitRef, type CivilDate } from '../../../../db/domain/record-fields.ts';
import { allMandates, find, type HeldMandate, type Records } from '../../../../db/domain/records.ts';
import { dataWords } from '../../../words/data.ts';

export type PopoloMembership = {
  id: string;
  role: string;
  person_id: string;
  organization_id: string;
  post_id?: string;
  start_date?: string;
  end_date?: string;
};

const words = dataWords.popolo;

/** Who sits where: mandates in congresses, offices held in them, members of groups. */
export const popoloMemberships = (records: Records, today: CivilDate): PopoloMembership[] => [
  ...allMandates(records).flatMap((held) => ofMandate(records, held, today)),
  ...[...records.groups.values()].flatMap(({ id, leader, viceLeaders, members }) =>
    members.map((member) => ({
      id: `groups:${id}/${splitRef(member).id}`,
      role: member === leader ? words.groupLeader : viceLeaders.includes(member) ? words.groupViceLeader : words.groupMember,
      person_id: `people:${splitRef(member).id}`,
      organization_id: `groups:${id}`,
    })),
  ),
];

const ofMandate = (records: Records, { ref, person, mandate }: HeldMandate, today: CivilDate): PopoloMembership[] => {
  const term = find(records, 'terms', mandate.term);
  if (!term) return [];
  const { status, since } = statusOfMandate(mandate, term, today);
  const start = mandate.electedBy === 'byElection' ? known(mandate.electedOn) : known(term.start);
  const end = hasEnded(status) ? since : undefined;
  const seat = mandate.electoralUnit ?? (isKnown(mandate.constituency) ? mandate.constituency : undefined);
  const common = { person_id: `people:${person.id}`, organization_id: term.congress };
  const offices = mandate.roles.map(({ title, from, to }, place) => ({
    id: `${ref}/${place + 1}`,
    role: title,
    ...common,
    start_date: from,
    ...((to ?? end) && { end_date: to ?? end }),
  }));
  return [
    { id: ref, role: words.deputy, ...common, ...(seat && { post_id: seat }), ...(start && { start_date: start }), ...(end && { end_date: end }) },
    ...offices,
  ] as PopoloMembership[];
};
