import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import { openNames } from '../../db/domain/find/look-up.ts';
import { readCrossings } from '../../db/domain/find/plan.ts';
import { viewFound, type NameMatch } from '../../db/domain/find/view.ts';
import { loadRecords } from '../../db/records/load.ts';
import { findIndexOf, writeFindIndex } from '../../functions/cli/release/find-index.ts';
import { readingsOf } from '../../functions/cli/release/find-readings.ts';
import { RECORDS, smallCounty } from '../site/small-county.ts';

const TODAY = '2026-11-22';
const content = join(import.meta.dirname, '../../content');
const { records } = loadRecords(content, TODAY);
const { plan, files } = findIndexOf(records, TODAY);

/** A visitor with nothing loaded: the answer, and how many files it took. */
async function ask(q: string): Promise<ReturnType<typeof viewFound> & { requests: number }> {
  let requests = 0;
  const names = openNames(plan, async (file) => {
    requests += 1;
    const part = files[file];
    if (!part) throw new Error(`there is no file ${file}`);
    return structuredClone(part);
  });
  return { ...viewFound(await names(q)), requests };
}
const named = ({ name, place }: NameMatch): string => [...place, name].join(' ');

describe('a resident of the sample county asks for', () => {
  test.each<[string, string, string[]]>([
    ['a community', '文庙社区', ['城关街道 文庙社区']],
    ['the first characters', '文庙', ['城关街道 文庙社区']],
    ['an estate by its nickname', '名都', ['河滨街道 滨河社区 滨河名都']],
    ['a street by its old name', '河东镇', ['河滨街道']],
    ['a factory that is gone', '棉纺厂', ['河滨街道 纺华社区']],
    ['pinyin', 'liujiawan', ['桃源镇 刘家湾村']],
    ['pinyin with tones and spaces', 'Liú Jiā Wān', ['桃源镇 刘家湾村']],
    ['pinyin of a dialect', 'niujiawan', ['桃源镇 刘家湾村']],
    ['initials', 'ljwc', ['桃源镇 刘家湾村']],
    ['Traditional characters', '劉家灣', ['桃源镇 刘家湾村']],
    ['full width and bracketed readings', '開元（kāi yuán）社區', ['河滨街道 开元社区']],
    ['a village with its town', '石桥镇新民村', ['石桥镇 新民村']],
    ['a village with county and town, shortened', '云溪县石桥新民', ['石桥镇 新民村']],
    ['the committee of a village', '刘家湾村委会', ['桃源镇 刘家湾村']],
    ['an employer', '云溪县人民医院', ['云溪县人民医院']],
    ['an employer without the county', '第一中学', ['云溪县第一中学']],
    ['an employer as people say', '县医院', ['云溪县人民医院']],
    ['a place inside a split community', '机务段宿舍', ['城关街道 北关社区']],
    ['a typing error', '文妙社区', ['城关街道 文庙社区']],
    ['a typing error in the first character', '闻庙社区', ['城关街道 文庙社区']],
    ['a deputy by the given name', '秀兰', ['县人大 城关第一选区 王秀兰']],
    ['a deputy by initials', 'wxl', ['县人大 城关第一选区 王秀兰']],
  ])('%s: %s', async (_, q, expected) => {
    const { matches, requests } = await ask(q);
    expect(matches.map(named).slice(0, expected.length)).toEqual(expected);
    expect(requests).toBeLessThanOrEqual(2);
  });

  test('a split community offers both constituencies, with their parts and deputies', async () => {
    const { matches } = await ask('北关社区');
    expect(matches[0]?.seats.map(({ name, part, deputies }) => [name, part, deputies.split('、').length])).toEqual([
      ['城关第二选区', '铁路以南，北关桥至火车站广场', 3],
      ['城关第三选区', '铁路以北，机务段宿舍和新建的三个小区', 3],
    ]);
  });

  test('a village names town and county deputies, nearest first', async () => {
    expect((await ask('刘家湾村')).matches[0]?.seats.map(({ congress }) => congress)).toEqual(['桃源镇人大', '县人大']);
  });

  test('a name that two deputies share: both, told apart by marker and place, and one alone with the marker', async () => {
    const { matches, only } = await ask('张敏');
    expect(matches.map(named)).toEqual(['县人大 河滨第二选区 张敏（河滨）', '县人大 桃源第二选区 张敏（女）']);
    expect(only).toBeUndefined();
    expect((await ask('张敏河滨')).only).toBe('/deputies/zhang-min-hebin/');
  });

  test('a deputy who has left is there, as one who has', async () => {
    const former = [...records.people.values()].find(({ id }) => id === 'shi-wentao');
    expect((await ask(former?.name ?? '')).matches[0]).toMatchObject({ kind: 'former', path: '/deputies/shi-wentao/' });
  });

  test('nothing that has a name: nothing, from two files at most', async () => {
    expect(await ask('火星基地')).toMatchObject({ matches: [], near: false, requests: expect.any(Number) as number });
    expect(await ask('  ')).toMatchObject({ matches: [], requests: 0 });
  });
});

describe('every name of the county is found', () => {
  const toTraditional = Converter({ from: 'cn', to: 't' });
  const fullWidth = (text: string): string => text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0));
  const WAYS: [string, (name: string) => string][] = [
    ['as written', (name) => name],
    ['in Traditional characters', toTraditional],
    ['by its first two characters', (name) => Array.from(name).slice(0, 2).join('')],
    ['in pinyin', (name) => readingsOf(name)[0]?.toLowerCase() ?? ''],
    ['in full-width pinyin', (name) => fullWidth(readingsOf(name)[0] ?? '')],
    ['by its initials', (name) => (readingsOf(name)[0] ?? '').replaceAll(/[a-z]/g, '').toLowerCase()],
  ];
  const places = [...records.areas.values()].flatMap(({ id, name, aliases, formerNames }) =>
    [name, ...aliases, ...formerNames].map((text) => ({ path: `/areas/${id}/`, text })),
  );
  const people = [...records.people.values()].map(({ id, name }) => ({ path: `/deputies/${id}/`, text: name }));

  test.each(WAYS)('%s', async (way, write) => {
    const missed: string[] = [];
    for (const { path, text } of [...places, ...people]) {
      if (!/^\p{Script=Han}+$/u.test(text)) continue;
      const { matches, more, requests } = await ask(write(text));
      if (requests > 1 || !(more || matches.some((match) => match.path === path))) missed.push(`${text} ${write(text)} ${requests}`);
    }
    expect(missed, way).toEqual([]);
  });
});

test('initials stay found where hundreds of names sound like their beginning', async () => {
  const mandates = [{ id: 'm', term: 'terms:county-17', constituency: 'constituencies:c17-1', electedOn: '2021-12-08' }];
  const given = Array.from('安白北本才长成春大东方丰刚高根光贵海河红华江金军开立林龙明宁平青荣山生水泰天万文武喜祥新兴秀学阳永友玉远云');
  const crowd = given.flatMap((first) => given.slice(0, 12).map((second) => `南${first}${second}`));
  const people = Object.fromEntries(['陆安立', ...crowd].map((name, number) => [`p-${number}`, { name, mandates, body: '' }]));
  const county = smallCounty({ ...RECORDS, people });
  const index = findIndexOf(county.records, TODAY);
  const names = openNames(index.plan, async (file) => index.files[file] ?? Promise.reject(new Error(String(file))));
  expect(readCrossings(index.plan.crossings)).toContain('~lal');
  const { near, matches } = viewFound(await names('lal'));
  expect([near, matches.map(({ name }) => name)]).toEqual([false, expect.arrayContaining(['陆安立'])]);
});

describe('the files', () => {
  test('weigh at most 5 kB on the way, with all that leads to them 15 kB for two', () => {
    const weights = files.map((part) => brotliCompressSync(JSON.stringify(part)).length);
    expect(Math.max(...weights)).toBeLessThanOrEqual(5000);
    expect(brotliCompressSync(JSON.stringify(plan)).length + 2 * Math.max(...weights)).toBeLessThanOrEqual(15_000);
  });

  test('are the same for the same records, and hold names and seats, nothing else of a person', async () => {
    const again = findIndexOf(loadRecords(content, TODAY).records, TODAY);
    expect(again).toEqual({ plan, files });
    const text = JSON.stringify(files);
    for (const { workUnit, post, contact } of records.people.values())
      for (const secret of [post && `${workUnit ?? ''}${post}`, contact?.phone, contact?.email]) if (secret) expect(text).not.toContain(secret);
  });

  test('are written with their plan', async () => {
    const client = mkdtempSync(join(tmpdir(), 'huiyin-names-'));
    expect(await writeFindIndex(client, records, TODAY)).toBe(files.length);
    const folder = join(client, 'find/names');
    expect(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))).toEqual(plan);
    expect(readdirSync(join(folder, plan.folder)).toSorted()).toEqual(files.map((_, file) => `${file}.json`).toSorted());
    expect(JSON.parse(readFileSync(join(folder, plan.folder, '0.json'), 'utf8'))).toEqual(files[0]);
    rmSync(client, { recursive: true });
  });

  test('10,000 random look-ups never fail', { timeout: 120_000 }, async () => {
    const names = openNames(plan, async (file) => files[file] ?? Promise.reject(new Error(String(file))));
    const texts = [...records.areas.values(), ...records.people.values()].map(({ name }) => name);
    const piece = fc.oneof(
      fc.constantFrom(...texts),
      fc.constantFrom(...texts).map((name) => readingsOf(name)[0] ?? ''),
      fc.constantFrom(...readCrossings(plan.crossings)),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('(', ')', '~', '|', '!', '（qū）', '\u0000', '村', '社区', '云溪县'),
    );
    const question = fc.array(piece, { maxLength: 4 }).chain((pieces) => fc.nat().map((at) => pieces.join('').slice(0, (at % 60) + 1)));
    await fc.assert(
      fc.asyncProperty(question, async (q) => {
        const { matches } = viewFound(await names(q));
        expect(matches.length).toBeLessThanOrEqual(12);
      }),
      { numRuns: 10_000 },
    );
  });
});
