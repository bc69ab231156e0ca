/** The proposals that a person led and co-signed, led ones first, newest first. */
import type { County } from './county.ts';
import { proposalsByCoSigner, proposalsByLead, type ProposalEntry } from './proposals.ts';

/** How many a profile shows before it points to the full list. */
export const SHOWN_LED = 20;
export const SHOWN_CO_SIGNED = 10;

export function proposalsOfPerson(county: County, personId: string): { entry: ProposalEntry; role: 'lead' | 'coSigner' }[] {
  const led = (proposalsByLead(county).get(personId) ?? []).map((entry) => ({ entry, role: 'lead' as const }));
  const coSigned = (proposalsByCoSigner(county).get(personId) ?? []).map((entry) => ({ entry, role: 'coSigner' as const }));
  return [...led, ...coSigned];
}

/** True where there is more than the profile shows: the numbers of what was led, or further co-signed proposals. */
export const hasMoreProposals = (county: County, personId: string): boolean =>
  (proposalsByLead(county).get(personId)?.length ?? 0) > 0 || (proposalsByCoSigner(county).get(personId)?.length ?? 0) > SHOWN_CO_SIGNED;
