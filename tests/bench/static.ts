/** Static pages a second: our Node host beside Hono's serveStatic, the same files, one process each, in turns. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { switchTo } from '../../functions/cli/release/shelf.ts';
import { freePort } from '../support/free-port.ts';
import { writeHandMadeRelease } from '../support/hand-made-release.ts';
import { startProgram, untilPrinted, type Program } from '../support/run-program.ts';
import { median, type Result } from './result.ts';

const PAGES = 2000;
const RELEASE = '20260101-000500-aaaaaa';
const paths = Array.from({ length: PAGES }, (_, index) => `/proposals/p-${index}/`);

/** Measures `rounds` turns of `seconds` each. @throws when a server answers anything but a page */
export async function benchStatic(rounds = 5, seconds = 4): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiyin-static-'));
  const files = paths.map((path, index): [string, string] => [`${path.slice(1)}index.html`, pageOf(index)]);
  await writeHandMadeRelease(dataDir, RELEASE, Object.fromEntries([...files, ['404.html', pageOf(-1)]]));
  await switchTo(dataDir, RELEASE);
  const ours = await startServer(['functions/node.ts'], (port) => ({ DATA_DIR: dataDir, PORT: String(port) }));
  const client = join(dataDir, 'releases', RELEASE, 'client');
  const peer = await startServer(
    (port) => ['tests/bench/hono-static.ts', client, String(port)],
    () => ({}),
  );
  try {
    const [oursRates, peerRates]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      oursRates.push(await rate(ours.url, seconds));
      peerRates.push(await rate(peer.url, seconds));
    }
    return {
      name: 'static pages, Node host / Hono serveStatic',
      ours: median(oursRates),
      peer: median(peerRates),
      ratio: median(oursRates.map((value, round) => value / (peerRates[round] ?? Number.NaN))),
      unit: 'pages/s',
      goal: { atLeast: 1 },
      note: `${PAGES} pages of 8 kB, 50 connections, loopback; the load generator shares the two cores`,
    };
  } finally {
    for (const { program } of [ours, peer]) {
      program.child.kill('SIGTERM');
      await program.ended;
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const pageOf = (index: number): string =>
  `<!doctype html><html lang="zh-Hans"><body><h1>第 ${index} 号建议</h1><p>${'关于修缮道路的建议。'.repeat(270)}</p></body></html>`;

type Running = { url: string; program: Program };

const startServer = async (args: string[] | ((port: number) => string[]), env: (port: number) => Record<string, string>): Promise<Running> => {
  const port = await freePort();
  const program = startProgram(typeof args === 'function' ? args(port) : args, env(port));
  await untilPrinted(program, `:${port}`);
  return { url: `http://127.0.0.1:${port}`, program };
};

const rate = async (url: string, duration: number): Promise<number> => {
  const requests = paths.map((path) => ({ path }));
  const { requests: done, non2xx, errors } = await autocannon({ url, connections: 50, duration, requests });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers were no page, ${errors} failed`);
  return done.average;
};
