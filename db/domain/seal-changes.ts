/** What a new seal (封存) would add to the seals before, and what it must refuse: changes that no correction note explains. */
import type { Correction } from './correction.ts';
import { hasOnlyGrown } from './growth.ts';
import type { CivilDate } from './record-fields.ts';
import { byPlaceInTree, nameOf, type SealedRecord } from './seal.ts';

/** A record of today, with its leaf in hexadecimal digits. */
export type CurrentRecord = SealedRecord & { leaf: string; item: object };

/** The last seal: its date, and by `kind:id` each record that it vouches for. */
export type LastSeal = { date: CivilDate; records: ReadonlyMap<string, SealedRecord> };

export type SealChanges = {
  /** In the order of the tree; a record that is gone has the leaf null. */
  changes: SealedRecord[];
  /** `kind:id` of what was changed or taken away without a note. */
  refused: { name: string; change: 'changed' | 'removed' }[];
  /** `kind:id` of records whose earlier text must not be shown any more. */
  hidden: string[];
};

/** Compares the records of today with the last seal. Only notes that are newer than that seal explain anything. */
export function sealChanges(today: readonly CurrentRecord[], last: LastSeal | undefined, corrections: readonly Correction[]): SealChanges {
  const before = last?.records ?? new Map<string, SealedRecord>();
  const notes = corrections.filter(({ id }) => !before.has(`corrections:${id}`));
  const explained = new Set(notes.flatMap(({ records }) => records));
  const now = new Set(today.map(nameOf));
  const changes = today.filter((record) => before.get(nameOf(record))?.leaf !== record.leaf);
  const gone = [...before.values()].filter((record) => !now.has(nameOf(record)));
  const unexplained = (record: SealedRecord): boolean => !explained.has(nameOf(record));
  const changed = changes.filter((record) => {
    const old = before.get(nameOf(record));
    return old !== undefined && unexplained(record) && !(old.item && hasOnlyGrown(record.kind, old.item, record.item, last?.date ?? ''));
  });
  return {
    changes: [...changes, ...gone.map(({ kind, id }): SealedRecord => ({ kind, id, leaf: null }))].toSorted(byPlaceInTree),
    refused: [
      ...changed.map((record) => ({ name: nameOf(record), change: 'changed' as const })),
      ...gone.filter(unexplained).map((record) => ({ name: nameOf(record), change: 'removed' as const })),
    ],
    hidden: notes.filter(({ hideEarlier }) => hideEarlier).flatMap(({ records }) => records),
  };
}
