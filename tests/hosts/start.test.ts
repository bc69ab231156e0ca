import { readlinkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cron } from 'croner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLOCK, DAILY } from '../../functions/node/start-jobs.ts';
import { freePort } from '../support/free-port.ts';
import { startProgram, untilPrinted } from '../support/run-program.ts';
import { writeTinyContent } from '../support/tiny-content.ts';
import { tinyCounty, type TinyCounty } from '../support/tiny-host.ts';

let county: TinyCounty;
beforeAll(() => {
  county = tinyCounty();
  writeTinyContent(county.contentDir, { 'site/site.md': { sample: true } });
});
afterAll(() => county.remove());

const current = () => readlinkSync(join(county.dataDir, 'releases/current'));

/** `npm start` until it listens, one look at the home page, and SIGTERM. */
const start = async () => {
  const port = await freePort();
  const begun = Date.now();
  const program = startProgram(['functions/cli/start.ts'], { ...county.env, PORT: String(port), SITE_URL: 'http://localhost:4321' });
  await untilPrinted(program, `http://localhost:${port}`);
  const seconds = (Date.now() - begun) / 1000;
  const home = await (await fetch(`http://127.0.0.1:${port}/`)).text();
  program.child.kill('SIGTERM');
  const { code, output } = await program.ended;
  return { code, output, home, seconds };
};

describe('npm start', { timeout: 90_000 }, () => {
  test('on an empty folder makes tables, sample rows and a release, serves it, and prints the address', async () => {
    const { code, output, home, seconds } = await start();
    expect(code, output).toBe(0);
    expect(home).toContain('青岚县人大代表网');
    expect(output).toMatch(/^render /m);
    expect(output).toContain('测评码');
    expect(seconds).toBeLessThan(60);
    const snapshot = JSON.parse(readFileSync(join(county.dataDir, 'releases', current(), 'snapshot.json'), 'utf8')) as {
      messages: { all: { received: number } };
    };
    expect(snapshot.messages.all.received).toBeGreaterThan(0);
  });

  test('publishes again only when content, code, address or day have changed', async () => {
    const before = current();
    expect((await start()).output).not.toMatch(/^render /m);
    expect(current()).toBe(before);
    const file = join(county.contentDir, 'proposals/bridge.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('关于修缮东门桥的建议', '关于重建东门桥的建议'));
    expect((await start()).home).toContain('关于重建东门桥的建议');
    expect(current()).not.toBe(before);
  });

  test('with wrong content says what is wrong and goes on serving the release before', async () => {
    const before = current();
    rmSync(join(county.contentDir, 'units/roads-office.md'));
    const { code, output, home } = await start();
    expect([code, current()]).toEqual([0, before]);
    expect(output).toContain('units:roads-office');
    expect(home).toContain('关于重建东门桥的建议');
  });
});

test('the daily publish runs five minutes into the day in Beijing, wherever the machine stands', () => {
  const next = new Cron(DAILY, { ...CLOCK, paused: true }).nextRun(new Date('2026-11-22T20:00:00Z'));
  expect(next?.toISOString()).toBe('2026-11-23T16:05:00.000Z');
});
