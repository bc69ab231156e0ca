/**
 * Lighthouse, mobile, on twelve kinds of page of the sample county, worst of five; and the largest paint beside that of a
 * Starlight starter page in the same run. Lighthouse and the starter are installed for the run into a temporary folder.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../support/browser.ts';
import { ROOT, startProgram, untilPrinted } from '../support/run-program.ts';
import { benchFolder } from './bench-folder.ts';
import { benchPort } from './bench-port.ts';
import type { Result } from './result.ts';
import { median } from './result.ts';
import { buildStarter, serveBuilt } from './starlight-starter.ts';

const RUNS = Number(process.env['LIGHTHOUSE_RUNS'] ?? 5);
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Kind of page and one of its addresses. */
const PAGES: [string, string][] = [
  ['home', '/'],
  ['look-up', '/find/'],
  ['place', '/areas/chengguan-beiguan/'],
  ['deputy', '/deputies/wang-xiulan/'],
  ['contact card', '/deputies/wang-xiulan/card/'],
  ['constituency', '/constituencies/c17-04/'],
  ['congress', '/congresses/yunxi/'],
  ['station', '/stations/taoyuan-home/'],
  ['proposal', '/proposals/p-17-5-001/'],
  ['duty report', '/reports/dr-2025-lu-yuee/'],
  ['numbers', '/numbers/'],
  ['form', '/messages/new/'],
];

type Audit = { score: number | null; numericValue?: number; title: string };
type Report = { categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>; audits: Record<string, Audit> };
type Lighthouse = (url: string, flags: { port: number; output: 'json'; logLevel: 'error' }) => Promise<{ lhr: Report } | undefined>;

export async function benchLighthouse(): Promise<Result[]> {
  const { folder, remove } = benchFolder();
  const [port, debug, peerPort] = [await benchPort(), 4651, 4652];
  const env = {
    CONTENT_DIR: join(ROOT, 'content'),
    DATA_DIR: join(folder, 'data'),
    PORT: String(port),
    SITE_URL: `http://127.0.0.1:${port}`,
    HUIYIN_TODAY: '2026-11-22',
  };
  const built = buildStarter(join(folder, 'starter'));
  const { default: lighthouse } = (await import(pathToFileURL(join(folder, 'starter/node_modules/lighthouse/core/index.js')).href)) as {
    default: Lighthouse;
  };
  const program = startProgram(['functions/cli/start.ts'], env);
  await untilPrinted(program, `:${port}`, 300_000);
  const stopPeer = await serveBuilt(built, peerPort);
  const browser = await openBrowser([`--remote-debugging-port=${debug}`]);
  const measure = async (url: string): Promise<Report> => {
    const result = await lighthouse(url, { port: debug, output: 'json', logLevel: 'error' });
    if (!result) throw new Error(`no result for ${url}`);
    return result.lhr;
  };
  try {
    const results: Result[] = [];
    const paints: number[] = [];
    const peers: number[] = [];
    // A cold browser would be the first page's fault.
    await measure(env.SITE_URL);
    for (const [kind, path] of PAGES) {
      const reports: Report[] = [];
      for (let run = 0; run < RUNS; run += 1) reports.push(await measure(env.SITE_URL + path));
      // The starter is measured between our pages, so that a busy minute of the machine meets both.
      const page = peers.length % 2 === 0 ? '/' : '/guides/example/';
      peers.push(largestPaint(await measure(`http://127.0.0.1:${peerPort}${page}`)));
      console.log(`${kind}: ${reports.map((report) => `${largestPaint(report).toFixed(0)} ms`).join(', ')}; starter ${peers.at(-1)?.toFixed(0)} ms`);
      paints.push(...reports.map(largestPaint));
      results.push(...scoresOf(kind, reports));
    }
    const [ours, peer] = [median(paints), median(peers)];
    console.log(`largest paint, worst: ours ${Math.max(...paints).toFixed(0)} ms, starter ${Math.max(...peers).toFixed(0)} ms`);
    return [
      ...results,
      {
        name: `largest contentful paint, median of ${paints.length} / Starlight starter, median of ${peers.length}`,
        ours,
        peer,
        ratio: ours / peer,
        unit: 'ms',
        goal: { atMost: 0.8 },
        note: `Lighthouse mobile; our worst ${Math.max(...paints).toFixed(0)} ms`,
      },
    ];
  } finally {
    await browser.close();
    stopPeer();
    program.child.kill('SIGTERM');
    await program.ended;
    remove();
  }
}

const largestPaint = ({ audits }: Report): number => audits['largest-contentful-paint']?.numericValue ?? Number.NaN;

/** The worst score of the four categories over all runs, and what took points away. */
function scoresOf(kind: string, reports: readonly Report[]): Result[] {
  const worst = CATEGORIES.map((category) => Math.min(...reports.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100))));
  for (const { categories, audits } of reports.slice(0, 1))
    for (const category of CATEGORIES)
      for (const { id, weight } of categories[category]?.auditRefs ?? []) {
        const audit = audits[id];
        if (weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 0.9) console.log(`${kind}: ${category}: ${audit?.title} (${audit?.score})`);
      }
  return [
    {
      name: `Lighthouse mobile, ${kind}: lowest of four categories, worst of ${RUNS}`,
      ours: Math.min(...worst),
      unit: 'points',
      goal: { atLeast: 98 },
      note: `${CATEGORIES.map((category, index) => `${category} ${worst[index]}`).join(', ')}; largest paint ${median(reports.map(largestPaint)).toFixed(0)} ms`,
    },
  ];
}
