import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Keeps a process on one core, so that server and load do not take each other's. Does nothing without two cores and `taskset`. */
export const pin = (pid: number | undefined, core: 0 | 1): void => {
  if (pid === undefined || availableParallelism() < 2) return;
  spawnSync('taskset', ['-a', '-p', '-c', String(core), String(pid)], { stdio: 'ignore' });
};
