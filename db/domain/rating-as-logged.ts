/** Rows beside the log (逐项核对): whether what is kept of a report's ratings is still what the log once told of it. */
import { canonicalJson } from './canonical.ts';
import { publicCounts, type Grades, type RatingWindow } from './rating.ts';
import type { LogEntry } from './rating-log.ts';
import { countGrades } from './rating-tally.ts';

type Published = { hash: string; batch: number | null };

/** The window is as the log tells, and frozen exactly where the log has its result. */
export function windowAsLogged(window: RatingWindow | undefined, log: readonly LogEntry[]): boolean {
  const set = log.findLast((entry): entry is LogEntry<'scheduled' | 'moved'> => entry.act === 'scheduled' || entry.act === 'moved');
  const voided = log.find((entry): entry is LogEntry<'voided'> => entry.act === 'voided');
  if (!window || !set) return false;
  return (
    window.opensAt === set.opensAt &&
    window.closesAt === set.closesAt &&
    window.voidedAt === (voided?.at ?? null) &&
    window.reason === (voided?.reason ?? null) &&
    window.frozen === log.some(({ act }) => act === 'closed')
  );
}

/** Every published batch holds the receipts that were published with it. `receipts` in the order of their hashes. */
export function batchesAsLogged(receipts: readonly Published[], log: readonly LogEntry[], rootOf: (hashes: string[]) => string): boolean {
  const logged = log.filter((entry): entry is LogEntry<'batch'> => entry.act === 'batch');
  const kept = Map.groupBy(receipts, ({ batch }) => batch);
  kept.delete(null);
  return (
    logged.length === kept.size &&
    logged.every(({ batch, count, root }) => {
      const hashes = (kept.get(batch) ?? []).map(({ hash }) => hash);
      return hashes.length === count && rootOf(hashes) === root;
    })
  );
}

/** The grades still count up to the result in the log. */
export function resultAsLogged(ballots: readonly { grades: Grades }[], log: readonly LogEntry[]): boolean {
  const closed = log.find((entry): entry is LogEntry<'closed'> => entry.act === 'closed');
  if (!closed) return true;
  const { n, hidden, distribution } = publicCounts(ballots.length, countGrades(ballots.map(({ grades }) => grades)), closed.minimum);
  return hidden === closed.hidden && n === closed.n && canonicalJson(distribution ?? {}) === canonicalJson(closed.distribution ?? {});
}
