/** A thousand deeds behind the API, each found in the public files of the next release (threat rows 8 and 16). */
import { tamperedVotes } from '../../support/tampered-votes.ts';
import type { Result } from '../result.ts';

const TRIALS = 1000;

export async function benchTampering(): Promise<Result[]> {
  const votes = await tamperedVotes();
  const missed: string[] = [];
  for (let done = 0; done < TRIALS; done++) {
    const { stage, deed, found } = await votes.trial(Math.random);
    if (!found) missed.push(`${deed.deed} in ${deed.table}, ${stage}`);
  }
  await votes.close();
  return [
    {
      name: `rows inserted, deleted or changed behind the API, found of ${TRIALS}`,
      ours: TRIALS - missed.length,
      unit: 'found',
      goal: { atLeast: TRIALS },
      note: missed.slice(0, 3).join('; ') || 'by the public files and the program alone',
    },
  ];
}
