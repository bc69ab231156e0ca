import { HttpProblem } from '../http-problem.ts';
import type { Counter } from '../limits.ts';

/** Runs an act up to the limit per visitor, whatever comes of it. */
export async function countRequests<T>(counter: Counter, key: string, act: () => Promise<T>): Promise<T> {
  if (!counter.hit(key)) throw new HttpProblem(429, 'tooManyRequests', { 'retry-after': String(counter.secondsLeft(key)) });
  return act();
}
