/** The look-up in a real browser: the sample county's first question beside Pagefind's, and a country's names on a slow phone. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import type { FindIndex } from '../../functions/cli/release/find-index.ts';
import { openBrowser } from '../support/browser.ts';
import { ROOT, startProgram, untilPrinted, type Program } from '../support/run-program.ts';
import { benchFolder } from './bench-folder.ts';
import { benchPort } from './bench-port.ts';
import { median, type Result } from './result.ts';

const SLOWER = 4;
const TIMED = 40;

export async function benchFindInBrowser(large: FindIndex, questions: readonly { text: string }[]): Promise<Result[]> {
  const { folder, remove } = benchFolder();
  const port = await benchPort();
  const env = {
    CONTENT_DIR: join(ROOT, 'content'),
    DATA_DIR: join(folder, 'data'),
    PORT: String(port),
    SITE_URL: `http://127.0.0.1:${port}`,
    HUIYIN_TODAY: '2026-11-22',
  };
  const { code, output } = await startProgram(['functions/cli/publish.ts'], env).ended;
  if (code !== 0) throw new Error(output);
  const program = startProgram(['functions/node.ts'], env);
  await untilPrinted(program, `:${port}`);
  const browser = await openBrowser();
  try {
    return [await benchFirstQuestion(browser, port), ...(await benchSlowPhone(browser, env.SITE_URL, large, questions))];
  } finally {
    await browser.close();
    await stop(program);
    remove();
  }
}

const stop = async (program: Program): Promise<void> => {
  program.child.kill('SIGTERM');
  await program.ended;
};

/** Passes requests on and counts what answers weigh as they are sent: scripts and data, no pages, style sheets or pictures. */
async function countingProxy(to: number): Promise<{ url: string; bytes: () => number; close: () => void }> {
  let bytes = 0;
  const port = await benchPort();
  const server = createServer((req, res) => {
    const counts = !/\.css|favicon|offline/.test(req.url ?? '') && !(req.headers.accept ?? '').startsWith('text/html');
    const forward = request({ port: to, host: '127.0.0.1', path: req.url, method: req.method, headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.on('data', (part: Buffer) => (bytes += counts ? part.length : 0)).pipe(res);
    });
    req.pipe(forward);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${port}`, bytes: () => bytes, close: () => void server.close() };
}

async function benchFirstQuestion(browser: Browser, port: number): Promise<Result> {
  const question = async (path: string, field: string, result: string): Promise<number> => {
    const proxy = await countingProxy(port);
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.goto(proxy.url + path);
    await page.fill(field, '文庙');
    await page.locator(result).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.close();
    proxy.close();
    return proxy.bytes() / 1000;
  };
  const plan = Buffer.from(await (await fetch(`http://127.0.0.1:${port}/find/names/plan.json`)).arrayBuffer());
  const ours = (await question('/find/', '#find-q', '#found li')) + brotliCompressSync(plan).length / 1000;
  const peer = await question('/search/', '#q', '#results li');
  return {
    name: 'look-up: first question of the sample county / Pagefind’s',
    ours,
    peer,
    ratio: ours / peer,
    unit: 'kB',
    goal: { atMost: 0.1 },
    note: 'as sent: script, plan and names / script, Pagefind and ten results',
  };
}

/** From the last byte of a file of names to the list laid out, on a processor four times slower. */
async function benchSlowPhone(browser: Browser, url: string, { plan, files }: FindIndex, questions: readonly { text: string }[]): Promise<Result[]> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  await page.route('**/find/names/**', (route) => route.fulfill({ json: files[Number(/(\d+)\.json$/.exec(route.request().url())?.[1])] }));
  await page.route('**/find/', async (route) => {
    const response = await route.fetch();
    const attribute = JSON.stringify(plan).replaceAll('&', '&amp;').replaceAll('"', '&#34;');
    await route.fulfill({ response, body: (await response.text()).replace(/data-plan="[^"]*"/, () => `data-plan="${attribute}"`) });
  });
  await page.addInitScript(watchList);
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(`${url}/find/`);
  const times: number[] = [];
  for (const { text } of questions) {
    if (times.length === TIMED) break;
    await page.evaluate(() => Object.assign(globalThis, { arrived: undefined, laidOut: undefined }));
    await page.fill('#find-q', text);
    await page.waitForFunction(() => (globalThis as Clock).laidOut !== undefined);
    const time = await page.evaluate(() => ((globalThis as Clock).laidOut ?? 0) - ((globalThis as Clock).arrived ?? Number.NaN));
    // A file that an earlier question has loaded does not come again.
    if (Number.isFinite(time)) times.push(time);
  }
  await page.close();
  console.log(times.map((time) => time.toFixed(0)).join(' '));
  return [
    {
      name: `look-up: from the file to the list, ${SLOWER} × slower, worst of ${times.length}`,
      ours: Math.max(...times),
      unit: 'ms',
      goal: { atMost: 50 },
      note: `median ${median(times).toFixed(1)} ms, layout included`,
    },
  ];
}

type Clock = { arrived?: number; laidOut?: number };

/** In the page: notes when the last byte of a file has come, and when the list of matches is laid out. */
function watchList(): void {
  const load = globalThis.fetch;
  globalThis.fetch = async (...asked) => {
    const response = await load(...asked);
    const bytes = await response.arrayBuffer();
    (globalThis as Clock).arrived = performance.now();
    return new Response(bytes, response);
  };
  addEventListener('DOMContentLoaded', () => {
    const list = document.getElementById('found');
    if (!list) return;
    new MutationObserver(() => {
      list.getBoundingClientRect();
      (globalThis as Clock).laidOut = performance.now();
    }).observe(list, { childList: true });
  });
}
