import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../db/domain/snapshot.ts';
import { formatSecret, readSecret } from '../../db/domain/secret.ts';
import { pastRatings } from '../../db/queries/sample.ts';
import { appendEntries } from '../../functions/acts/append-entries.ts';
import { issueCodes } from '../../functions/acts/issue-codes.ts';
import { ratingRow } from '../../functions/acts/rating-row.ts';
import { takeSnapshot } from '../../functions/acts/take-snapshot.ts';
import { withEarlierLog } from '../../functions/cli/release/publish-snapshot.ts';
import { sha256Hex } from '../../functions/sha256.ts';
import { startNodeHost } from '../support/api-host.ts';
import { openedLongAgo } from '../support/past-window.ts';
import { filesOf, verdictOn, type RatingFiles } from '../support/published-ratings.ts';
import { startProgram } from '../support/run-program.ts';
import { sealedCounty } from '../support/sealed-county.ts';

const PROGRAM = 'functions/cli/release/assets/verify-ratings.mjs';
let folder: string;
let published: Snapshot;
let receipt: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-count-'));
  const host = await startNodeHost();
  const { codes } = await issueCodes(host.context, { reportIds: ['report-1'], count: 23 });
  const rows = await Promise.all(codes.map((code) => ratingRow(host.context, 'report-1', readSecret(code) ?? '', { overall: 'satisfied' })));
  receipt = rows[0]?.ticket ?? '';
  await openedLongAgo(host.context, 'report-1', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z');
  await appendEntries(host.context, async () => ({ entries: [], changes: pastRatings('report-1', rows) }));
  published = await takeSnapshot(host.context, { asOf: '2026-11-22', minimum: 10 });
  await host.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => startProgram([PROGRAM, ...args], {}).ended;
const write = (files: RatingFiles): void => Object.entries(files).forEach(([name, text]) => writeFileSync(join(folder, name), text));

describe('node verify-ratings.mjs', () => {
  test('is one file of at most 100 lines, without imports of others', () => {
    const source = readFileSync(PROGRAM, 'utf8');
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(100);
    expect([...source.matchAll(/import\(?\s*['"]([^'"]+)['"]/g)].map(([, name]) => name)).toEqual(['node:crypto', 'node:fs/promises']);
  });

  test('counts again what is published, and finds a receipt however it is typed', async () => {
    write(filesOf(published));
    expect(await run(folder)).toMatchObject({ code: 0, output: expect.stringContaining('1 次测评，23 份公布的回执，没有问题') });
    writeFileSync(join(folder, 'tally.json'), JSON.stringify(published.tallies[0]));
    const typed = formatSecret(receipt).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await run('--receipt', typed, join(folder, 'tally.json'))).toMatchObject({ code: 0, output: expect.stringContaining('已计入') });
    expect((await run('--receipt', 'AAAA', join(folder, 'tally.json'))).code).toBe(1);
  });

  test.each([
    ['a vote moved to another grade', 'tallies.json', /"satisfied":23/, '"satisfied":22', '票数与日志不一致'],
    ['a vote moved in the log', 'ratings-log.jsonl', /"satisfied":23/, '"satisfied":22', '票数与日志不一致'],
    ['a receipt taken out', 'tallies.json', /(?<=\[)"[0-9a-f]{64}",/, '', '批回执与日志不一致'],
    ['a batch dropped from the log', 'ratings-log.jsonl', /^.*"act":"batch".*\n/m, '', '与前一行接不上'],
    ['a result shown that is another', 'ratings.json', /"n":23/, '"n":24', '与 ratings.json 不一致'],
    ['a rating that is gone', 'tallies.json', /"items":\[.*\]/, '"items":[]', '日志里有，但没有计票'],
  ])('%s is named', async (_what, file, from, to, sentence) => {
    const files = filesOf(published);
    const changed = files[file]?.replace(from, to) ?? '';
    expect(changed).not.toBe(files[file]);
    write({ ...files, [file]: changed });
    const { code, output } = await run(folder);
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
  });

  test('a whole log made anew holds in itself, but not against the seal', async () => {
    const other = filesOf({ ...published, ratingsLog: [], tallies: [], ratings: {} }, [sha256Hex(published.ratingsLog.at(-1) ?? '')]);
    expect((await verdictOn(other)).faults).toEqual([{ name: 'ratings-log.jsonl', what: '第 1 次封存时的日志不见了' }]);
  });
});

describe('what was published is not taken back', () => {
  test('a seal names the last line of the log, keeps it where nothing is new, and refuses a log that lacks it', () => {
    const county = sealedCounty('tiny');
    const [first = '', ...rest] = published.ratingsLog;
    expect(county.seal('2026-11-23', [first])?.seal.ratings).toBe(sha256Hex(first));
    expect(county.seal('2026-11-24', [first, ...rest])?.seal.ratings).toBe(sha256Hex(rest.at(-1) ?? ''));
    expect(county.seal('2026-11-25')?.seal.ratings).toBe(sha256Hex(rest.at(-1) ?? ''));
    expect(() => county.seal('2026-11-26', ['another log'])).toThrow('找不到上一次封存时的末行');
    county.remove();
  });

  test('a release whose database tells another log shows the earlier one, marked, with a warning', () => {
    const changed = { ...published, ratingsLog: published.ratingsLog.slice(0, -1), ratings: {}, tallies: [] };
    const { snapshot, warning } = withEarlierLog(changed, { release: 'r1', snapshot: published });
    expect(snapshot?.ratingsLog).toEqual(published.ratingsLog);
    expect(snapshot?.tallies[0]?.disagreements).toContain('log');
    expect(warning).toContain('与已公布的不一致');
    const grown = { ...published, ratingsLog: [...published.ratingsLog, '{}'] };
    expect(withEarlierLog(grown, { release: 'r1', snapshot: published })).toEqual({ snapshot: grown });
  });
});
