/** Does one named step of a release and prints its time, with what it counted. */
export type Step = <T>(name: string, work: () => Promise<T> | T, count?: (made: T) => string) => Promise<T>;

/**
 * A line per step, with seconds. For tests, `KILL_AT_STEP` ends the process as `kill -9` would, just before that step.
 * @param print where the lines go
 */
export const printedSteps =
  (print: (line: string) => void): Step =>
  async (name, work, count) => {
    if (process.env['KILL_AT_STEP'] === name) process.kill(process.pid, 'SIGKILL');
    const begun = performance.now();
    const made = await work();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    print(`${name.padEnd(14)} ${seconds.padStart(6)} s  ${count?.(made) ?? ''}`.trimEnd());
    return made;
  };
