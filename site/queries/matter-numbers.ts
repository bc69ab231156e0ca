/** What came to the office by another way than the site, counted by source and outcome. */
import { MATTER_OUTCOMES, MATTER_SOURCES, type MatterOutcome, type MatterSource } from '../../db/domain/matter.ts';
import { lentSnapshot } from '../../db/records/lent.ts';

export type MatterNumbers = { asOf: string; outcomes: MatterOutcome[]; rows: { source: MatterSource; all: number; counts: number[] }[] };

/** Sources and outcomes that occur; undefined where nothing was entered. */
export function matterNumbers(): MatterNumbers | undefined {
  const snapshot = lentSnapshot();
  if (!snapshot) return undefined;
  const { matters = {}, asOf } = snapshot;
  const outcomes = MATTER_OUTCOMES.filter((outcome) => Object.values(matters).some((counts) => counts?.[outcome]));
  const rows = MATTER_SOURCES.flatMap((source) => {
    const counts = outcomes.map((outcome) => matters[source]?.[outcome] ?? 0);
    const all = counts.reduce((sum, count) => sum + count, 0);
    return all > 0 ? [{ source, all, counts }] : [];
  });
  return rows.length > 0 ? { asOf, outcomes, rows } : undefined;
}
