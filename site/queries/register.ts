/** The register (登记簿) of a session as the office keeps it: one row a proposal, in the order of its numbers. */
import { isKnown, known } from '../../db/domain/record-fields.ts';
import type { Grade } from '../../db/domain/result-class.ts';
import { verdictOf } from '../../db/domain/case-result.ts';
import type { Words } from '../words/words.ts';
import type { County } from './county.ts';
import { handlersOf, meaningOf } from './proposal-page.ts';
import type { Listing } from './proposal-lists.ts';

/** What a row says, all of it text as printed; empty where nothing is on record. */
export type RegisterRow = {
  id: string;
  number: string;
  title: string;
  kind: string;
  lead: string;
  coSigners: number;
  submittedOn: string;
  units: string;
  assignedOn: string;
  dueOn: string;
  repliedOn: string;
  result: string;
  feedback: string;
  state: string;
  late: boolean;
};

/** The columns in the order in which the office prints them. */
export const REGISTER_COLUMNS = [
  'number',
  'title',
  'kind',
  'lead',
  'coSigners',
  'submittedOn',
  'units',
  'assignedOn',
  'dueOn',
  'repliedOn',
  'result',
  'feedback',
  'state',
] as const satisfies (keyof RegisterRow)[];

const inOrder = new Intl.Collator('zh-Hans', { numeric: true });

export function registerRows(county: County, { entries }: Listing, { proposals, states }: Words): RegisterRow[] {
  const rows = entries.map((entry): RegisterRow => {
    const { proposal, facts, lead } = entry;
    const verdict: Grade | undefined = verdictOf(entry, county.today);
    const round = facts.rounds.at(-1);
    return {
      id: proposal.id,
      number: proposal.number,
      title: proposal.title,
      kind: proposals.kind[proposal.kind],
      lead: lead ? `${lead.person.name}${lead.person.marker ?? ''}` : '',
      coSigners: proposal.coSigners.length,
      submittedOn: isKnown(proposal.submittedOn) ? proposal.submittedOn : '',
      units: handlersOf(entry)
        .map(({ unit, role }) => `${unit.shortName}${role && role !== 'independent' ? `（${proposals.role[role]}）` : ''}`)
        .join('、'),
      assignedOn: facts.assignedOn ?? '',
      dueOn: round?.deadline?.due ?? '',
      repliedOn: known(facts.firstReplyOn) ?? '',
      result: facts.result ? `${facts.result.letter ?? ''} ${meaningOf(county.site, facts.result)?.label ?? ''}`.trim() : '',
      feedback: verdict ? states.grade[verdict] : '',
      state: `${states.proposal[facts.state]}${facts.flags.includes('overdue') ? `，${states.flag.overdue}` : ''}`,
      late: facts.flags.includes('overdue'),
    };
  });
  return rows.toSorted((a, b) => inOrder.compare(a.number, b.number) || (a.id < b.id ? -1 : 1));
}
