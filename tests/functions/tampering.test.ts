import { describe, expect, test } from 'vitest';
import { tamperedVotes } from '../support/tampered-votes.ts';

/** Numbers between 0 and 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('an insider who can write to the database, but has no key (threat rows 8 and 16)', () => {
  test('whatever row is inserted, deleted or changed: the public files of the next release say so', async () => {
    const votes = await tamperedVotes();
    const random = seeded(Number(process.env.SEED ?? 20_261_122));
    for (let done = 0; done < Number(process.env.TAMPERINGS ?? 25); done++) {
      const { stage, deed, found } = await votes.trial(random);
      expect(found, `${deed.deed} in ${deed.table} (${deed.detail}), ${stage}`).toBe(true);
    }
    await votes.close();
  });
});
