/** What a measured process prints: how many ratings it had acknowledged, all of them or it fails, and the rate. */
export type Timed = { acknowledged: number; perSecond: number };

/** The share that warms the process up and is not timed. */
const WARM_UP = 0.1;

/** Does the work on a tenth of the items, then on the rest, and prints the rest's rate as a line of JSON. */
export async function printTimed<T>(items: readonly T[], work: (some: readonly T[]) => Promise<void>): Promise<void> {
  const first = Math.ceil(items.length * WARM_UP);
  await work(items.slice(0, first));
  const begun = performance.now();
  await work(items.slice(first));
  const seconds = (performance.now() - begun) / 1000;
  const timed: Timed = { acknowledged: items.length, perSecond: (items.length - first) / seconds };
  console.log(JSON.stringify(timed));
}
