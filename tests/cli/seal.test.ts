import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ReleaseFaults } from '../../functions/release-faults.ts';
import { readSeals } from '../../db/records/seals.ts';
import { startProgram } from '../support/run-program.ts';
import { sealedCounty, type SealedCounty } from '../support/sealed-county.ts';

const [MONDAY, TUESDAY, NEXT_WEEK] = ['2026-11-23', '2026-11-24', '2026-11-30'];
const PROPOSAL = 'proposals/bridge.md';
const COVERAGE = 'title: 东门桥修好了\noutlet: 青岚日报\ndate: 2022-05-01\nurl: https://news.example.cn/1\nabout: [proposals:bridge]\n';
const note = (records: string, more = '') =>
  `on: ${TUESDAY}\nrecords: [${records}]\nwhat: 更正标题\nwhy: 登记时写错\ndecidedBy: 县人大常委会办公室\n${more}`;

let county: SealedCounty;
beforeEach(() => (county = sealedCounty('tiny')));
afterEach(() => county.remove());

const refusal = (today: string): string[] => {
  try {
    county.seal(today);
  } catch (error) {
    if (error instanceof ReleaseFaults) return [...error.faults, error.message];
    throw error;
  }
  return [];
};
const newNote = (text: string) => county.write('corrections/k-1.yaml', text);

describe('npm run seal', () => {
  test('adds one line to the log, that names the hash of the line before', () => {
    expect(county.seal(MONDAY)).toMatchObject({ seal: { seal: 1, before: null, ratings: null, date: MONDAY }, changed: 0, removed: 0 });
    county.write('coverage/mended.yaml', COVERAGE);
    expect(county.seal(TUESDAY)).toMatchObject({
      seal: { seal: 2, before: expect.stringMatching(/^[0-9a-f]{64}$/) },
      added: 1,
      changed: 0,
      removed: 0,
    });
    expect(readFileSync(join(county.content, 'log.jsonl'), 'utf8').split('\n')).toHaveLength(3);
    expect(readSeals(county.content, true).log.map(({ count }) => count)).toEqual([expect.any(Number), readSeals(county.content).versions.size]);
  });

  test('on the same day, with nothing new, does nothing; on a later day it says that nothing has changed', () => {
    county.seal(MONDAY);
    expect(county.seal(MONDAY)).toBeUndefined();
    expect(county.seal(NEXT_WEEK)).toMatchObject({
      seal: { seal: 2, root: readSeals(county.content).log[0]?.root },
      added: 0,
      changed: 0,
      removed: 0,
    });
    expect(refusal(TUESDAY).join()).toContain('不能早于那一天');
  });

  test('refuses a changed record, naming it, until a correction says what, why and who decided', () => {
    county.seal(MONDAY);
    county.edit(PROPOSAL, '修缮东门桥', '修补东门桥');
    const faults = refusal(TUESDAY);
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('proposals:bridge：已封存的内容有改动');
    expect(faults[1]).toContain('npm run new -- corrections');
    expect(readSeals(county.content).log).toHaveLength(1);
    newNote(note('units:roads-office'));
    expect(refusal(TUESDAY)[0]).toContain('proposals:bridge');
    newNote(note('proposals:bridge'));
    expect(county.seal(TUESDAY)).toMatchObject({ added: 1, changed: 1 });
  });

  test('a note explains one change, not the next', () => {
    county.seal(MONDAY);
    county.edit(PROPOSAL, '修缮东门桥', '修补东门桥');
    newNote(note('proposals:bridge'));
    county.seal(TUESDAY);
    county.edit(PROPOSAL, '修补东门桥', '重修东门桥');
    expect(refusal(NEXT_WEEK)[0]).toContain('proposals:bridge');
  });

  test('a note itself is a record that cannot be changed silently', () => {
    newNote(note('proposals:bridge'));
    county.seal(TUESDAY);
    county.edit('corrections/k-1.yaml', '登记时写错', '另有原因');
    expect(refusal(NEXT_WEEK)[0]).toContain('corrections:k-1');
  });

  test('refuses a record that is gone, unless a note says why', () => {
    county.write('coverage/mended.yaml', COVERAGE);
    county.seal(MONDAY);
    rmSync(join(county.content, 'coverage/mended.yaml'));
    expect(refusal(TUESDAY)[0]).toContain('coverage:mended：已封存的记录不见了');
    newNote(note('coverage:mended'));
    expect(county.seal(TUESDAY)).toMatchObject({ added: 1, removed: 1 });
    expect(
      readSeals(county.content, true)
        .versions.get('coverage:mended')
        ?.map(({ leaf }) => leaf === null),
    ).toEqual([false, true]);
  });

  test('a new step of handling is no correction; the same step dated before the seal is', () => {
    county.seal(MONDAY);
    county.edit(PROPOSAL, '"events": [', `"events": [{"kind":"supervised","on":"${TUESDAY}","by":"代表工委","what":"再次回访"},`);
    expect(county.seal(TUESDAY)).toMatchObject({ added: 0, changed: 1 });
    county.edit(PROPOSAL, '"events": [', `"events": [{"kind":"supervised","on":"${MONDAY}","by":"代表工委","what":"补记一次回访"},`);
    expect(refusal(NEXT_WEEK)[0]).toContain('补记了封存以前的事');
  });

  test('a note can take the earlier text away; the chain still holds', () => {
    county.edit(PROPOSAL, '东门桥桥面', '误登的住址 东门桥桥面');
    county.seal(MONDAY);
    county.edit(PROPOSAL, '误登的住址 ', '');
    newNote(note('proposals:bridge', 'hideEarlier: true\n'));
    county.seal(TUESDAY);
    const { versions } = readSeals(county.content, true);
    expect(versions.get('proposals:bridge')?.map(({ item }) => item !== undefined)).toEqual([false, true]);
    expect(readFileSync(join(county.content, 'seals/0001.jsonl'), 'utf8')).not.toContain('误登的住址');
  });

  test.each([
    ['a line of the log changed', 'log.jsonl', /"count":\d+/, '"count":1', '算出的树根与 log.jsonl 不符'],
    ['a line of the log that is none', 'log.jsonl', /^\{/, '[', '格式不对'],
    ['a sealed text changed', 'seals/0001.jsonl', '青岚县', '青海县', '内容与哈希不符'],
    ['a sealed leaf taken out', 'seals/0001.jsonl', /^.*\n/, '', '算出的树根与 log.jsonl 不符'],
  ])('%s by hand is found', (_what, file, from, to, sentence) => {
    county.seal(MONDAY);
    county.edit(file, from, to);
    expect(refusal(TUESDAY).join()).toContain(sentence);
  });

  test('a seal taken out of the middle is found', () => {
    for (const day of [MONDAY, TUESDAY, NEXT_WEEK]) county.seal(day);
    const [first = '', , third = ''] = readFileSync(join(county.content, 'log.jsonl'), 'utf8').split('\n');
    writeFileSync(join(county.content, 'log.jsonl'), `${first}\n${third}\n`);
    expect(refusal('2026-12-01').join()).toContain('与前一次接不上');
  });

  test('prints what it did, and refuses with status 1', async () => {
    const run = (today: string) => startProgram(['functions/cli/seal.ts'], { CONTENT_DIR: county.content, HUIYIN_TODAY: today }).ended;
    expect(await run(MONDAY)).toMatchObject({ code: 0, output: expect.stringContaining('第 1 次封存（2026-11-23）') });
    expect((await run(MONDAY)).output).toContain('不必再封存');
    county.edit(PROPOSAL, '修缮东门桥', '修补东门桥');
    const refused = await run(TUESDAY);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('proposals:bridge');
    expect(refused.output).not.toContain('    at ');
  });
});
