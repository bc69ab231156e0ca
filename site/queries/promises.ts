/** Promises in replies, and what became of them. */
import { promiseDue, promiseState, type Promised, type PromiseState } from '../../db/domain/promise.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';
import type { Reply } from '../../db/domain/reply.ts';
import { oncePer } from './county.ts';
import { proposals, type ProposalEntry } from './proposals.ts';

export type PromiseEntry = { promise: Promised; reply: Reply; entry: ProposalEntry; state: PromiseState; due: CivilDate };

/** Every promise made up to today, soonest due first. */
export const promises = oncePer((county): PromiseEntry[] =>
  [...proposals(county).values()]
    .flatMap((entry) =>
      entry.replies.flatMap((reply) =>
        reply.promises.map((promise) => ({
          promise, reply, entry, state: promiseState(promise, county.today), due: promiseDue(promise, county.today),
        })),
      ),
    )
    .toSorted((a, b) => a.due.localeCompare(b.due)),
);

/** How many promises are in each state, and n. */
export const promiseCounts = oncePer((county): Record<PromiseState, number> & { n: number } => {
  const counts = { open: 0, kept: 0, late: 0, broken: 0, changed: 0, n: 0 };
  for (const { state } of promises(county)) {
    counts[state] += 1;
    counts.n += 1;
  }
  return counts;
});
