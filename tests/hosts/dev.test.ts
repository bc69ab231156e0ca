import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { ROOT, startProgram, untilPrinted, type Program } from '../support/run-program.ts';
import { tinyCounty, type TinyCounty } from '../support/tiny-host.ts';

let county: TinyCounty;
let program: Program;
let url: string;

beforeAll(async () => {
  county = tinyCounty();
  const port = await freePort();
  url = `http://localhost:${port}`;
  program = startProgram([join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', String(port)], {
    ...county.env,
    TARGET: 'cloudflare',
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  await untilPrinted(program, 'ready in', 120_000);
});
afterAll(async () => {
  program.child.kill('SIGTERM');
  await program.ended;
  county.remove();
});

const text = async (path: string, init?: RequestInit) => (await fetch(url + path, init)).text();

describe('npm run dev', { timeout: 60_000 }, () => {
  test('is one process for static pages, pages on demand, forms and API, with a database of its own', async () => {
    expect(await text('/')).toContain('青岚县人大代表网');
    expect(await text('/status/')).toContain('<p id="release">dev</p>');
    expect(await text('/status/', { method: 'POST', headers: { origin: url }, body: new URLSearchParams({ word: 'hello' }) })).toContain(
      '<p id="typed">hello</p>',
    );
    expect(await text('/api/names?q=linmei')).toContain('林梅');
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ parts: { database: { status: 'ok' } } });
  });

  test('shows a changed record at once', async () => {
    const file = join(county.contentDir, 'proposals/bridge.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('关于修缮东门桥的建议', '关于重建东门桥的建议'));
    await expect.poll(() => text('/proposals/bridge/'), { timeout: 20_000 }).toContain('关于重建东门桥的建议');
    await expect.poll(() => text('/data/release.json'), { timeout: 20_000 }).toContain('关于重建东门桥的建议');
  });
});
