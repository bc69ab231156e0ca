import type { Repeat } from '../act-context.ts';
import { HttpProblem } from '../http-problem.ts';
import type { Keys } from '../keys.ts';

/** Runs an act under a repeat key; the same key twice at the same moment is told to wait. Without a key it just runs. */
export function createRepeatable(keys: Keys) {
  const inFlight = new Set<string>();
  return async function repeatable<T>(key: string | undefined, act: (repeat: Repeat | undefined) => Promise<T>): Promise<T> {
    if (key === undefined) return act(undefined);
    if (inFlight.has(key)) throw new HttpProblem(409, 'requestInFlight', { 'retry-after': '2' });
    inFlight.add(key);
    try {
      return await act({ key, hashes: (body) => keys.hashRequest(key, body) });
    } finally {
      inFlight.delete(key);
    }
  };
}
export type Repeatable = ReturnType<typeof createRepeatable>;
