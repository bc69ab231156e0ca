import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../functions/cli/release/inventory.ts';
import { headersFile } from '../../functions/cli/release/write-headers-file.ts';
import { buildForCloudflare, runInWorkerd } from '../support/cloudflare-host.ts';
import { sitePromises } from '../support/site-promises.ts';
import { tinyCounty, type TinyCounty } from '../support/tiny-host.ts';

let county: TinyCounty;
beforeAll(() => {
  county = tinyCounty();
});
afterAll(() => county.remove());

describe('one machine', () => {
  let host: Awaited<ReturnType<TinyCounty['serve']>>;
  beforeAll(async () => {
    const { code, output } = await county.publish();
    expect(code, output).toBe(0);
    host = await county.serve();
  });
  afterAll(() => host.stop());
  sitePromises(() => host.url);

  test('behind a proxy that speaks https, forms of the site pass and claims in headers change nothing', async () => {
    await host.stop();
    host = await county.serve({ SITE_URL: 'https://rd.example.cn', CHALLENGE: 'on' });
    const send = (headers: Record<string, string>) =>
      fetch(`${host.url}/status/`, { method: 'POST', headers, body: new URLSearchParams({ word: 'hello' }) });
    expect((await send({ origin: 'https://rd.example.cn' })).status).toBe(200);
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' })).status).toBe(403);
  });
});

describe('Cloudflare', () => {
  let folder: string;
  let host: Awaited<ReturnType<typeof runInWorkerd>>;
  const server = (path: string) => readFileSync(join(folder, 'server', path), 'utf8');
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiyin-cloudflare-'));
    await buildForCloudflare(county, folder);
    host = await runInWorkerd(folder, county.dataDir);
  });
  afterAll(async () => {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  sitePromises(() => host.url);

  test('the built Worker is there, with fetch and scheduled, within the limits, without native code', async () => {
    const files = (await listFiles(join(folder, 'server'))).filter((path) => path.endsWith('.mjs'));
    expect(files).toContain('entry.mjs');
    expect(server('entry.mjs')).toMatch(/fetch: async \(request, env, waiting\)/);
    expect(server('entry.mjs')).toMatch(/scheduled: \(/);
    for (const path of files) expect(server(path), path).not.toMatch(/@libsql\/(?:linux|darwin|win32)|libsql_native|sharp-linux/);
    // As Cloudflare counts: compressed.
    // Password hashes by the host's own scrypt: the library's own one in JavaScript takes many times as long.
    expect(files.some((path) => /import\b[^;]{0,300}\bscrypt\b[^;]{0,100}from\s*"(?:node:)?crypto"/.test(server(path)))).toBe(true);
    const bytes = files.reduce((sum, path) => sum + gzipSync(server(path)).length, 0);
    expect(bytes).toBeLessThan(3 * 1024 * 1024);
    expect(files.some((path) => server(path).includes('关于修缮东门桥的建议'))).toBe(false);
  });

  test('the deployable settings name no development database and carry no secret of this machine', async () => {
    const config = JSON.parse(server('wrangler.json')) as { main: string; vars: Record<string, string>; triggers: { crons: string[] } };
    expect(config.main).toBe('entry.mjs');
    expect(Object.keys(config.vars)).toEqual(['SITE_URL']);
    expect(config.triggers.crons).toEqual(['* * * * *', '17 * * * *']);
    expect(await listFiles(join(folder, 'server'))).not.toContain('.dev.vars');
  });

  test('static files carry the same headers, in far fewer rules than Cloudflare allows', () => {
    const written = readFileSync(join(folder, 'client/_headers'), 'utf8');
    expect(written).toBe(headersFile());
    expect(written.match(/^\//gm)?.length).toBeLessThan(100);
    for (const line of written.split('\n')) expect(line.length).toBeLessThan(2000);
  });

  test('the scheduled job runs', async () => {
    const response = await fetch(`${host.url}/cdn-cgi/handler/scheduled`);
    expect(response.status).toBe(200);
  });
});
