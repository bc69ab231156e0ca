/** One writing process per DATA_DIR. The kernel gives the lock back when the process ends, however it ends. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client/sqlite3';

export class DataDirLocked extends Error {
  readonly pid: number | undefined;
  constructor(dataDir: string, pid: number | undefined) {
    super(`${dataDir} 正在被另一个进程使用${pid === undefined ? '' : `（进程号 ${pid}）`}。请先停止它，或为第二个站点设置另一个 DATA_DIR。`);
    this.name = 'DataDirLocked';
    this.pid = pid;
  }
}

export type Lock = { release: () => Promise<void> };

/**
 * Takes the lock of a data folder or throws DataDirLocked. The lock is an open write transaction on `huiyin.lock`, a
 * file of its own: unlike a file with a pid in it, it cannot go stale after kill -9. The pid beside it is for people.
 */
export async function acquireLock(dataDir: string): Promise<Lock> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const client = createClient({ url: `file:${join(dataDir, 'huiyin.lock')}`, concurrency: 1 });
  const pidFile = join(dataDir, 'huiyin.pid');
  try {
    const held = await client.transaction('write');
    writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
    return {
      async release() {
        await held.rollback();
        client.close();
      },
    };
  } catch (error) {
    client.close();
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw new DataDirLocked(dataDir, readPid(pidFile));
    throw error;
  }
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
