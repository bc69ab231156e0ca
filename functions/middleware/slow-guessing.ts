import { DomainError } from '../../db/domain/problem.ts';
import { HttpProblem } from '../http-problem.ts';
import type { Counter } from '../limits.ts';

const WRONG = new Set(['codeNotAccepted', 'receiptNotCounted', 'receiptNotFound', 'replyKeyNotAccepted', 'followNotFound']);
const PAUSE = 300;

/**
 * Runs an act that takes a code. Every code is looked at, so a right one is never held up by a neighbour's wrong ones;
 * past the limit, wrong ones are answered late and without an opinion.
 */
export async function slowGuessing<T>(counter: Counter, key: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError) || !WRONG.has(error.code) || counter.hit(key)) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    throw new HttpProblem(429, 'tooManyWrongCodes', { 'retry-after': String(counter.secondsLeft(key)) });
  }
}
