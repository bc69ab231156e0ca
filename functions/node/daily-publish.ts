import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Cron } from 'croner';
import type { LogEntry } from '../context.ts';

const PUBLISH = fileURLToPath(new URL('../cli/publish.ts', import.meta.url));

/** Publishes in a process of its own, so that its memory is given back and visitors do not wait for it. */
export const publishApart = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PUBLISH], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });

/** Publishes five minutes into each day in Beijing: what is overdue, and the next reception day, change with the date. */
export const startDailyPublish = (log: (entry: LogEntry) => void): { stop: () => void } => {
  const job = new Cron('5 0 * * *', { timezone: 'Asia/Shanghai', protect: true }, async () => {
    const code = await publishApart();
    log({ level: code === 0 ? 'info' : 'error', event: 'daily-publish', status: code });
  });
  return { stop: () => job.stop() };
};
