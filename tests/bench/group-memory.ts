import { readdirSync, readFileSync } from 'node:fs';

/** The largest peak memory, in MiB, among the living processes of a group; 0 where there is no /proc. */
export const groupPeakMiB = (group: number): number =>
  Math.max(
    0,
    ...processIds()
      .filter((pid) => groupOf(pid) === group)
      .map(peakMiB),
  );

const processIds = (): string[] => textsOf(() => readdirSync('/proc')).filter((name) => /^\d+$/.test(name));

// The name in brackets may hold anything; after it come state, parent and group.
const groupOf = (pid: string): number =>
  Number(
    statusOf(pid, 'stat')
      .replace(/^.*\) /s, '')
      .split(' ')[2],
  );

const peakMiB = (pid: string): number => Number(/^VmHWM:\s+(\d+) kB/m.exec(statusOf(pid, 'status'))?.[1] ?? 0) / 1024;

/** Empty where the process has just ended. */
const statusOf = (pid: string, file: 'stat' | 'status'): string => textsOf(() => [readFileSync(`/proc/${pid}/${file}`, 'utf8')]).join('');

const textsOf = (read: () => string[]): string[] => {
  try {
    return read();
  } catch {
    return [];
  }
};
