/** What the home page shows: the newest replies, what is late, and the towns. */
import type { Area } from '../../db/domain/area.ts';
import { formalReplies } from '../../db/domain/proposal-facts.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { areasInside } from './areas.ts';
import { oncePer, type County } from './county.ts';
import { promises } from './promises.ts';
import { proposals, type ProposalEntry } from './proposals.ts';

/** Towns, townships and streets of the county; of a town's own site, its villages and communities. */
export function townsOf(county: County): Area[] {
  const congress = county.records.congresses.get(splitRef(county.site.congress).id);
  return congress ? areasInside(county, splitRef(congress.area).id) : [];
}

const newestReply = (entry: ProposalEntry): string =>
  entry.replies.reduce((newest, { repliedOn }) => (typeof repliedOn === 'string' && repliedOn > newest ? repliedOn : newest), '');

/** The newest replies, and the one proposal that waits longest past its date: what is missing belongs on the first page too. */
export const newestPairs = (county: County, count: number): ProposalEntry[] => {
  const all = [...proposals(county).values()];
  const waiting = all
    .filter(({ facts }) => facts.flags.includes('overdue'))
    .toSorted((a, b) => (a.facts.due?.due ?? '').localeCompare(b.facts.due?.due ?? ''))
    .slice(0, 1);
  const replied = all
    .filter(
      ({ proposal, replies }) =>
        formalReplies(replies, county.today).length > 0 && proposal.disclosure === 'full' && replies.at(-1)?.disclosure === 'full',
    )
    .toSorted((a, b) => newestReply(b).localeCompare(newestReply(a)));
  return [...replied.slice(0, count - waiting.length), ...waiting];
};

/** Counts with their n. Kept counts whether in time or late; overdue is what is owed past its date or was said to be broken. */
export const homeNumbers = oncePer((county) => {
  const all = [...proposals(county).values()];
  const standings = promises(county).map(({ standing }) => standing);
  const kept = standings.filter((standing) => standing === 'kept' || standing === 'keptLate').length;
  const overdue = standings.filter((standing) => standing === 'owed' || standing === 'broken').length;
  return {
    running: all.filter(({ facts }) => facts.state === 'assigned' || facts.state === 'rehandling').length,
    overdue: all.filter(({ facts }) => facts.flags.includes('overdue')).length,
    promises: { n: standings.length, kept, overdue, waiting: standings.length - kept - overdue },
  };
});
