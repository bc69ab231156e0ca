import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { switchTo } from '../../functions/cli/release/shelf.ts';
import { securityHeaders } from '../../functions/headers.ts';
import { freePort } from '../support/free-port.ts';
import { writeHandMadeRelease } from '../support/hand-made-release.ts';
import { startProgram, untilPrinted, type Program } from '../support/run-program.ts';

const OLD = '20260101-000500-aaaaaa';
const NEW = '20260102-000500-bbbbbb';
const BIG = Buffer.alloc(3 * 1024 * 1024, 'x');

const page = (name: string) => `<!doctype html><html lang="zh-Hans"><body><h1>${name}</h1>${'文字'.repeat(300)}</body></html>`;
const filesOf = (name: string) => ({
  'index.html': page(name),
  '404.html': page(`${name} 404`),
  'data/release.json': `{"name":"${name}"}`,
  'proposals/a1/index.html': page(`${name} a1`),
  [`_astro/style.${name}.css`]: `main{content:"${name}"}`,
  'data/huiyin.zip': BIG,
});

let dataDir: string;
let port: number;
let program: Program;
const env = () => ({ DATA_DIR: dataDir, PORT: String(port) });
const url = (path: string) => `http://127.0.0.1:${port}${path}`;

/** A request as bytes on the wire: fetch would tidy up the path. */
const raw = (path: string, options: { method?: string; headers?: Record<string, string> } = {}) =>
  new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', reject).end();
  });

const untilServed = async (text: string) => {
  for (let tries = 0; !(await (await fetch(url('/'))).text()).includes(text); tries += 1) {
    if (tries > 100) throw new Error(`${text} is not served`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'huiyin-'));
  port = await freePort();
  await writeHandMadeRelease(dataDir, OLD, filesOf('old'));
  await switchTo(dataDir, OLD);
  program = startProgram(['functions/node.ts'], env());
  await untilPrinted(program, `:${port}`);
});
afterAll(async () => {
  program.child.kill('SIGKILL');
  await program.ended;
  rmSync(dataDir, { recursive: true, force: true });
});

describe('released files', () => {
  test.each(['/', '/proposals/a1/', '/_astro/style.old.css', '/nowhere/', '/api/health', '/api/nowhere', '/live/', '/proposals/a1', '/%2e%2e/'])(
    'the security headers are on %s',
    async (path) => {
      const { headers } = await raw(path);
      for (const [name, value] of Object.entries(securityHeaders)) expect(headers[name], name).toBe(value);
    },
  );

  test('are revalidated by digest, and hashed ones kept for ever', async () => {
    const first = await raw('/');
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await raw('/', { headers: { 'if-none-match': String(first.headers.etag) } });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect((await raw('/', { headers: { 'if-none-match': `W/${String(first.headers.etag)}` } })).status).toBe(304);
    expect((await raw('/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    expect((await raw('/_astro/style.old.css')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ])('are sent packed as the browser accepts: %s', async (accepted, encoding, unpack) => {
    const { headers, body } = await raw('/', { headers: { 'accept-encoding': accepted } });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('accept-encoding');
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(unpack(body).toString()).toBe(page('old'));
  });

  test('large ones come whole, and HEAD sends none of the body', async () => {
    expect((await raw('/data/huiyin.zip')).body.equals(BIG)).toBe(true);
    const head = await raw('/data/huiyin.zip', { method: 'HEAD' });
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(String(BIG.length));
  });

  test('a page has one address: without its slash it is redirected there, with the question', async () => {
    const { status, headers } = await raw('/proposals/a1?from=card');
    expect([status, headers.location]).toEqual([308, '/proposals/a1/?from=card']);
    expect((await raw('/live')).headers.location).toBe('/live/');
  });

  test.each([
    '//',
    '//evil.example/',
    '/proposals//a1/',
    '/proposals/%61%31/',
    '/proposals/a1%2F',
    '/../secrets.json',
    '/%2e%2e/secrets.json',
    '/..%2fsecrets.json',
    '/proposals/./a1/',
    '/.env',
    '/\\evil',
    'http://evil.example/',
    '/inventory.json',
    '/index.html/',
    '/proposals/a1/index.html',
  ])('no second spelling of a path is answered: %s', async (path) => {
    const { status, headers } = await raw(path);
    expect(status).toBe(404);
    expect(headers.location).toBeUndefined();
  });

  test('what is not there is answered with the release’s own page, and writing to a file refused', async () => {
    const missing = await raw('/nowhere/');
    expect([missing.status, missing.body.toString()]).toEqual([404, page('old 404')]);
    const written = await raw('/', { method: 'POST' });
    expect([written.status, written.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a new release', () => {
  test('is switched to without a restart, and no answer is a mix', { timeout: 60_000 }, async () => {
    await writeHandMadeRelease(dataDir, NEW, filesOf('new'));
    const paths = Object.keys(filesOf('old')).filter((path) => path.endsWith('.html') || path.endsWith('.json'));
    const whole = (path: string) => [String(filesOf('old')[path]), String(filesOf('new')[path])];
    let watching = true;
    let answers = 0;
    const watch = async (path: string) => {
      while (watching) {
        expect(whole(path)).toContain((await raw(`/${path.replace(/index\.html$/, '')}`)).body.toString());
        answers += 1;
      }
    };
    const watchers = paths.map(watch);
    for (const id of [NEW, OLD, NEW]) {
      await switchTo(dataDir, id);
      await untilServed(id === NEW ? '<h1>new' : '<h1>old');
    }
    watching = false;
    await Promise.all(watchers);
    expect(answers).toBeGreaterThan(100);
    expect((await raw('/live/')).body.toString()).toBe(NEW);
  });

  test('leaves the hashed files of the older one in reach of pages already open, and nothing else', async () => {
    expect((await raw('/_astro/style.old.css')).body.toString()).toContain('old');
    expect((await raw('/_astro/style.new.css')).body.toString()).toContain('new');
    expect(JSON.parse((await raw('/data/release.json')).body.toString())).toEqual({ name: 'new' });
  });

  test('that is not whole is not switched to', async () => {
    await switchTo(dataDir, '20260103-000500-cccccc');
    await untilPrinted(program, 'cannot be opened');
    expect((await raw('/')).body.toString()).toBe(page('new'));
    await switchTo(dataDir, NEW);
  });
});

describe('the process', () => {
  test('a second start on the same folder is refused with a sentence', async () => {
    const second = await startProgram(['functions/node.ts'], { ...env(), PORT: String(await freePort()) }).ended;
    expect(second.code).toBe(1);
    expect(second.output).toContain('正在被另一个进程使用');
    expect(second.output).not.toContain('    at ');
  });

  test('without any release it says what to do', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'huiyin-'));
    const { code, output } = await startProgram(['functions/node.ts'], { DATA_DIR: empty, PORT: String(await freePort()) }).ended;
    rmSync(empty, { recursive: true });
    expect(code).toBe(1);
    expect(output).toContain('请先运行 npm start');
  });

  test.concurrent.each([
    ['that sends nothing', ''],
    ['that never ends its headers', 'GET / HTTP/1.1\r\nHost: x\r\n'],
    ['that never ends its body', 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{'],
  ])('a client %s is cut within about 10 s', { timeout: 30_000 }, async (_what, bytes) => {
    const begun = Date.now();
    const socket = connect(port, '127.0.0.1');
    socket.write(bytes);
    socket.resume();
    await new Promise((resolve) => socket.on('close', resolve).on('error', () => {}));
    expect(Date.now() - begun).toBeLessThan(13_000);
  });

  test('told to end, it finishes the answer under way', { timeout: 30_000 }, async () => {
    const body = await new Promise<number>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '/data/huiyin.zip' }, (response) => {
        let bytes = 0;
        response.pause();
        program.child.kill('SIGTERM');
        setTimeout(() => response.resume(), 500);
        response.on('data', (part: Buffer) => (bytes += part.length));
        response.on('end', () => resolve(bytes));
        response.on('error', reject);
      }).end();
    });
    expect(body).toBe(BIG.length);
    expect((await program.ended).code).toBe(0);
  });
});
