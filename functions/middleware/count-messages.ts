import { HttpProblem } from '../http-problem.ts';
import type { Counter } from '../limits.ts';

/** Runs an act that takes a message in, up to the limit per visitor; only messages that were taken in count. */
export async function countMessages<T>(counter: Counter, key: string, act: () => Promise<T>): Promise<T> {
  if (!counter.hit(key)) throw new HttpProblem(429, 'tooManyMessages', { 'retry-after': String(counter.secondsLeft(key)) });
  try {
    return await act();
  } catch (error) {
    counter.undo(key);
    throw error;
  }
}
