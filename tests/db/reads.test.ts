import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  collectReads,
  digestOfRead,
  forgetDigests,
  hasParts,
  isCollecting,
  nameRoot,
  noteFile,
  watch,
  withoutReads,
} from '../../db/records/reads.ts';

afterEach(forgetDigests);
const readsOf = async (render: () => unknown): Promise<string[]> => [...(await collectReads(async () => render())).reads];

test('of a map each entry that a page asks for is a read of its own, also one that is missing', async () => {
  const people = watch('people', new Map([['lin', { name: '林梅' }]]));
  expect(await readsOf(() => [people.get('lin'), people.has('chen')])).toEqual(['people\0lin', 'people\0chen']);
});

test.each([
  ['counting', (map: Map<string, number>) => map.size],
  ['walking through', (map: Map<string, number>) => [...map]],
  ['its keys', (map: Map<string, number>) => [...map.keys()]],
  ['its values', (map: Map<string, number>) => [...map.values()]],
  ['each', (map: Map<string, number>) => map.forEach(() => undefined)],
  ['a key that is no text', (map: Map<string, number>) => map.get(undefined as never)],
])('%s reads the whole map', async (_, read) => {
  expect(await readsOf(() => read(watch('map', new Map([['a', 1]]))))).toEqual(['map']);
});

test('a watched map gives what the map holds', async () => {
  const map = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  const seen: unknown[] = [];
  await collectReads(async () => {
    const watched = watch('map', map);
    watched.forEach((value, key) => seen.push([key, value]));
    seen.push(new Map(watched), watched.size, watched.get('b'), watched instanceof Map);
  });
  expect(seen).toEqual([['a', 1], ['b', 2], map, 2, 2, true]);
});

test('of an object its parts are read one by one, and spreading it reads it whole', async () => {
  const value = { people: new Map([['lin', 1]]), site: { name: '云溪' }, list: [1] };
  expect(await readsOf(() => watch('records', value).people.get('lin'))).toEqual(['records\0people\0lin']);
  expect(await readsOf(() => watch('records', value).site.name)).toEqual(['records\0site']);
  expect(await readsOf(() => ({ ...watch('records', value) }))).toContain('records');
  expect(await readsOf(() => watch('list', [1, 2]))).toEqual(['list']);
  expect([hasParts(value), hasParts(new Map()), hasParts([1]), hasParts('text')]).toEqual([true, true, false, false]);
});

test('what is built for many pages is no read of the page that is first', async () => {
  const map = watch('map', new Map([['a', 1]]));
  expect(await readsOf(() => withoutReads(() => [map.get('a'), isCollecting()]))).toEqual([]);
  expect(isCollecting()).toBe(false);
});

test('a page that fails leaves nothing behind that would count for the next one', async () => {
  await expect(collectReads(() => Promise.reject(new Error('no page')))).rejects.toThrow('no page');
  expect(isCollecting()).toBe(false);
});

test('equal values have equal digests, changed, reordered and missing ones others', () => {
  const present = { value: new Map<string, unknown>([['a', { n: 1 }]]) };
  const digest = (name: string): string | undefined => (forgetDigests(), digestOfRead(name));
  nameRoot('root', () => present.value);
  const [one, whole] = [digest('root\0a'), digest('root')];
  present.value = new Map([['a', { n: 1 }]]);
  expect([digest('root\0a'), digest('root')]).toEqual([one, whole]);
  present.value = new Map<string, unknown>([
    ['b', 1],
    ['a', { n: 1 }],
  ]);
  expect(digest('root\0a')).toBe(one);
  expect(digest('root')).not.toBe(whole);
  present.value = new Map([['a', { n: 2 }]]);
  expect(digest('root\0a')).not.toBe(one);
  present.value = new Map();
  expect(digest('root\0a')).not.toBe(one);
});

test('what cannot be compared has no digest, so that its pages are always rendered', () => {
  nameRoot('function', () => ({ rule: () => 1 }));
  expect([digestOfRead('function'), digestOfRead('nobody named this'), digestOfRead('file\0/no/such/file')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a file that a page reads counts by its bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-reads-'));
  try {
    const path = join(folder, 'plan.pdf');
    writeFileSync(path, 'one');
    const [name = ''] = await readsOf(() => noteFile(path));
    const before = digestOfRead(name);
    writeFileSync(path, 'two');
    forgetDigests();
    expect(before).toBeDefined();
    expect(digestOfRead(name)).not.toBe(before);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
