import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acquireLock, DataDirLocked } from '../../db/lock.ts';
import { CallRefused, sendCall, serveCalls } from '../../db/socket.ts';

const HOLDER = `
  const { acquireLock } = await import(${JSON.stringify(new URL('../../db/lock.ts', import.meta.url).href)});
  await acquireLock(process.argv[1]);
  console.log('held');
  setInterval(() => {}, 1000);
`;

describe('one process per data folder (threat row 67)', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'huiyin-lock-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  async function holder(): Promise<{ pid: number; kill: () => Promise<void> }> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    return {
      pid: child.pid ?? 0,
      kill: () =>
        new Promise((resolve) => {
          child.once('exit', () => resolve());
          child.kill('SIGKILL');
        }),
    };
  }

  test('a second process is refused with a sentence that names the first; after kill -9 the folder is free', async () => {
    const first = await holder();
    const refused = await acquireLock(folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DataDirLocked);
    expect((refused as DataDirLocked).pid).toBe(first.pid);
    expect((refused as DataDirLocked).message).toContain(String(first.pid));
    await first.kill();
    const lock = await acquireLock(folder);
    await lock.release();
    await (await acquireLock(folder)).release();
  });

  test('twice in one process is refused too', async () => {
    const lock = await acquireLock(folder);
    await expect(acquireLock(folder)).rejects.toThrow(DataDirLocked);
    await lock.release();
  });

  test('a command reaches the act of the running server; what was left of a killed one does not matter', async () => {
    writeFileSync(join(folder, 'huiyin.sock'), 'left over');
    const server = await serveCalls(folder, async ({ name, input }) => {
      if (name === 'fail') throw new Error('不行');
      return { name, input };
    });
    expect(statSync(join(folder, 'huiyin.sock')).mode & 0o777).toBe(0o600);
    expect(await sendCall(folder, { name: 'do', input: { text: '述职'.repeat(50_000) } })).toEqual({
      name: 'do',
      input: { text: '述职'.repeat(50_000) },
    });
    await expect(sendCall(folder, { name: 'fail', input: {} })).rejects.toThrow(CallRefused);
    await new Promise((resolve) => server.close(resolve));
  });
});
