import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embedHeaders, securityHeaders } from '../../functions/headers.ts';
import { freePort } from '../support/free-port.ts';
import { ROOT } from '../support/run-program.ts';
import { sitePromises } from '../support/site-promises.ts';
import { tinyCounty, type TinyCounty } from '../support/tiny-host.ts';

const written = readFileSync(join(ROOT, 'functions/cli/deploy/nginx.conf'), 'utf8');
const hasNginx = spawnSync('nginx', ['-v'], { env: { PATH: `${process.env['PATH']}:/usr/sbin` } }).status === 0;

test('the nginx configuration sends exactly the headers of every other host, and hides those of the host behind it', () => {
  // A value, or the name of a map with one value for all paths and one for cards that may be framed.
  const valuesOf = (named: string, which: 'default' | 'card'): string => {
    const [, body = ''] = new RegExp(`map \\$uri \\${named} \\{([^}]*)\\}`).exec(written) ?? [];
    return new RegExp(which === 'default' ? ' default "(.*)";' : 'index.+ "(.*)";').exec(body)?.[1] ?? '';
  };
  const sent = (which: 'default' | 'card') =>
    Object.fromEntries(
      [...written.matchAll(/^ +add_header ([\w-]+) (?:"(.*)"|(\$huiyin_(?!cache)\w+)) always;$/gm)]
        .map(([, name = '', value, named]) => [name, named === undefined ? value : valuesOf(named, which)] as const)
        .filter(([, value]) => value !== ''),
    );
  expect(sent('default')).toEqual(securityHeaders);
  expect(sent('card')).toEqual(embedHeaders);
  for (const name of [...Object.keys(securityHeaders), 'cache-control']) expect(written).toContain(`proxy_hide_header ${name};`);
});

describe.skipIf(!hasNginx)('nginx in front of one machine', () => {
  let county: TinyCounty;
  let folder: string;
  let port: number;
  let host: Awaited<ReturnType<TinyCounty['serve']>>;
  const nginx = (...args: string[]) =>
    spawnSync('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), ...args], {
      encoding: 'utf8',
      env: { PATH: `${process.env['PATH']}:/usr/sbin` },
    });

  beforeAll(async () => {
    county = tinyCounty();
    await county.publish();
    port = await freePort();
    // The tests speak http to it; the site would be told its https address by SITE_URL.
    host = await county.serve({ TRUSTED_PROXY: 'x-real-ip', SITE_URL: `http://127.0.0.1:${port}` });
    folder = mkdtempSync(join(tmpdir(), 'huiyin-nginx-'));
    mkdirSync(join(folder, 'logs'));
    const site = written
      .replace(/server \{\n {4}listen 80;[\s\S]*?\n\}\n/, '')
      .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`)
      .replaceAll(/^ +ssl_.*\n/gm, '')
      .replaceAll('/var/lib/huiyin', county.dataDir)
      .replace('http://127.0.0.1:4321', host.url)
      .replace('proxy_set_header Host $host;', 'proxy_set_header Host $http_host;');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
    writeFileSync(
      join(folder, 'nginx.conf'),
      `user root; pid ${folder}/nginx.pid; error_log ${folder}/logs/error.log;\nevents {}\nhttp { include /etc/nginx/mime.types; access_log off; ${temporary}\n${site}\n}\n`,
    );
    const started = nginx();
    expect(started.stderr).not.toMatch(/emerg/);
  });
  afterAll(async () => {
    nginx('-s', 'quit');
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
    county.remove();
  });

  sitePromises(() => `http://127.0.0.1:${port}`);

  test('it serves released files itself: they read on when the host behind it is gone', async () => {
    await host.stop();
    const home = await fetch(`http://127.0.0.1:${port}/`);
    expect([home.status, home.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect((await fetch(`http://127.0.0.1:${port}/status/`)).status).toBe(502);
  });

  test.each(['//', '/proposals//bridge/', '/proposals/%62ridge/', '/.env'])('no second spelling of a path is answered: %s', async (path) => {
    expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(404);
  });
});
