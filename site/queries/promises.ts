/** Promises in replies, and what became of them. */
import {
  PROMISE_STANDINGS,
  promiseDue,
  promiseStanding,
  promiseState,
  type Promised,
  type PromiseStanding,
  type PromiseState,
} from '../../db/domain/promise.ts';
import { isKnown, type CivilDate, type Unknown } from '../../db/domain/record-fields.ts';
import { find, groupBy, type Records } from '../../db/domain/records.ts';
import type { Reply } from '../../db/domain/reply.ts';
import type { Unit } from '../../db/domain/unit.ts';
import { oncePer } from './county.ts';
import { proposals, type ProposalEntry } from './proposals.ts';

export type PromiseEntry = {
  promise: Promised;
  reply: Reply;
  entry: ProposalEntry;
  state: PromiseState;
  standing: PromiseStanding;
  due: CivilDate;
  unit: Unit | undefined;
};

/** Every promise made up to today, soonest due first. */
export const promises = oncePer((county): PromiseEntry[] =>
  [...proposals(county).values()]
    .flatMap((entry) =>
      entry.replies.flatMap((reply) =>
        reply.promises.map((promise) => ({
          promise,
          reply,
          entry,
          state: promiseState(promise, county.today),
          standing: promiseStanding(promise, county.today),
          due: promiseDue(promise, county.today),
          unit: unitOf(county.records, promise.unit ?? reply.unit),
        })),
      ),
    )
    .toSorted((a, b) => a.due.localeCompare(b.due)),
);

const unitOf = (records: Records, unit: string | Unknown): Unit | undefined => (isKnown(unit) ? find(records, 'units', unit) : undefined);

/** By id of the unit that promised. */
export const promisesByUnit = oncePer((county) => groupBy(promises(county), ({ unit }) => unit?.id));

/** The ledger: every standing with its promises, soonest due first. */
export const promisesByStanding = oncePer((county): { standing: PromiseStanding; entries: PromiseEntry[] }[] =>
  PROMISE_STANDINGS.map((standing) => ({ standing, entries: promises(county).filter((entry) => entry.standing === standing) })),
);

/** What is still to be kept and falls due in the running month, soonest first; what of it is late already stays in. */
export const dueThisMonth = oncePer((county): PromiseEntry[] =>
  promises(county).filter(
    ({ standing, due }) => due.startsWith(county.today.slice(0, 7)) && (standing === 'open' || standing === 'changed' || standing === 'owed'),
  ),
);

/** What is still owed by month of its due date (`YYYY-MM`), earliest first. */
export const owedByMonth = oncePer((county): { month: string; open: number; owed: number }[] => {
  const running = promises(county).filter(({ standing }) => standing === 'open' || standing === 'changed' || standing === 'owed');
  return [...groupBy(running, ({ due }) => due.slice(0, 7))].map(([month, list]) => {
    const owed = list.filter(({ standing }) => standing === 'owed').length;
    return { month, open: list.length - owed, owed };
  });
});
