/** Runs a TypeScript command of ours in a process of its own and measures it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupPeakMiB } from './group-memory.ts';

/** `largestMiB`: the peak of the largest process that took part, the indexer among them. */
export type Measured = { output: string; seconds: number; peakMiB: number; largestMiB: number };
const root = join(import.meta.dirname, '../..');

/** Throws with the command's own output where it fails. */
export async function runMeasured(script: string, args: string[], env: Record<string, string>): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
  const memory = join(folder, 'memory');
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'report-memory.ts'), join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env, MEMORY_FILE: memory },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let largestMiB = 0;
  const looking = setInterval(() => (largestMiB = Math.max(largestMiB, groupPeakMiB(child.pid ?? 0))), 250);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  try {
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    const seconds = (performance.now() - begun) / 1000;
    if (code !== 0) throw new Error(`${script} ended with ${code}:\n${output.slice(-4000)}`);
    const peakMiB = Number(readFileSync(memory, 'utf8')) / 1024;
    return { output, seconds, peakMiB, largestMiB: Math.max(peakMiB, largestMiB) };
  } finally {
    clearInterval(looking);
    rmSync(folder, { recursive: true, force: true });
  }
}
