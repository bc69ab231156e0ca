/** What a measured process prints: how many ratings it had acknowledged, all of them or it fails, and the rate. */
export type Timed = { acknowledged: number; perSecond: number; p99?: number };

/** The share that warms the process up and is not timed. */
const WARM_UP = 0.1;

/** Does the work on a tenth of the items, then on the rest, and prints the rest's rate as a line of JSON; `waits` takes milliseconds of each. */
export async function printTimed<T>(items: readonly T[], work: (some: readonly T[]) => Promise<void>, waits: number[] = []): Promise<void> {
  const first = Math.ceil(items.length * WARM_UP);
  await work(items.slice(0, first));
  waits.length = 0;
  const begun = performance.now();
  await work(items.slice(first));
  const seconds = (performance.now() - begun) / 1000;
  const p99 = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)];
  const timed: Timed = { acknowledged: items.length, perSecond: (items.length - first) / seconds, ...(p99 !== undefined && { p99 }) };
  console.log(JSON.stringify(timed));
}
