import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leafOf, verify } from '../../functions/cli/release/assets/verify.mjs';
import { sealedCounty, type SealedCounty } from '../support/sealed-county.ts';

const TODAY = '2026-11-22';
const TAMPERS = Number(process.env['TAMPERS'] ?? 200);

type File = { name: string; kind: string; items: string[]; head: string };
let county: SealedCounty;
let archive: Map<string, Uint8Array>;
let files: File[];

beforeAll(async () => {
  county = sealedCounty('sample');
  county.seal('2026-11-21');
  county.seal(TODAY);
  archive = await county.archive(TODAY);
  const { files: listed } = JSON.parse(textOf('leaves.json')) as { files: { file: string; kind: string }[] };
  files = listed.map(({ file, kind }) => {
    const text = textOf(file);
    const { items } = JSON.parse(text) as { items: object[] };
    return {
      name: file,
      kind,
      items: items.map((item) => JSON.stringify(item)),
      head: text.slice(0, text.indexOf('"items":[') + '"items":['.length),
    };
  });
});
afterAll(() => county.remove());

const textOf = (name: string): string => Buffer.from(archive.get(name) ?? []).toString('utf8');

/** Checks the archive with some files changed. `records`: nothing but the records speaks, no list of files with digests. */
const verifyWith = (changed: Record<string, Uint8Array | undefined>, only?: 'records') =>
  verify((name) =>
    Promise.resolve(
      name in changed ? changed[name] : only === 'records' && /^(?:datapackage|index)\.json$/.test(name) ? undefined : archive.get(name),
    ),
  );

/** A generator that gives the same numbers for the same seed (mulberry32). */
const randomFrom =
  (seed: number) =>
  (below: number): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };

type Tamper = { what: string; file: string; bytes: Buffer; names: string[] };

/** One random tamper: a record put in, taken out, a byte of it changed, or two of them swapped. */
const tamper = (seed: number): Tamper => {
  const random = randomFrom(seed);
  const filled = files.filter(({ items }) => items.length > 1);
  const file = filled[random(filled.length)] as File;
  const place = random(file.items.length);
  const item = file.items[place] as string;
  const idOf = (text: string) => (JSON.parse(text) as { id: string }).id;
  const make = (what: string, items: (string | Buffer)[], ...ids: string[]): Tamper => ({
    what,
    file: file.name,
    names: ids.map((id) => `${file.kind}:${id}`),
    bytes: Buffer.concat([
      Buffer.from(file.head),
      ...items.flatMap((part, index) => (index === 0 ? [Buffer.from(part)] : [Buffer.from(','), Buffer.from(part)])),
      Buffer.from(']}'),
    ]),
  });
  const before = file.items.slice(0, place);
  const after = file.items.slice(place + 1);
  switch (random(5)) {
    case 0: {
      const added = random(2) === 0 ? item : item.replace(`"id":"${idOf(item)}"`, `"id":"${idOf(item)}-${random(1000)}"`);
      return make('insert', [...before, item, added, ...after], idOf(added));
    }
    case 1:
      return make('delete', [...before, ...after], idOf(item));
    case 2: {
      const other = (place + 1 + random(file.items.length - 1)) % file.items.length;
      const swapped = file.items.with(place, file.items[other] as string).with(other, item);
      return make('swap', swapped, idOf(item), idOf(file.items[other] as string));
    }
    case 3: {
      const other = (place + 1 + random(file.items.length - 1)) % file.items.length;
      const [mine, theirs] = [idOf(item), idOf(file.items[other] as string)];
      const renamed = file.items
        .with(place, item.replace(`"id":"${mine}"`, `"id":"${theirs}"`))
        .with(other, (file.items[other] as string).replace(`"id":"${theirs}"`, `"id":"${mine}"`));
      return make('swap of ids', renamed, mine, theirs);
    }
    default: {
      const bytes = Buffer.from(item);
      const at = random(bytes.length);
      bytes[at] = ((bytes[at] ?? 0) + 1 + random(255)) % 256;
      return make('byte', [...before, bytes, ...after], idOf(item));
    }
  }
};

describe('the verifier', () => {
  test('finds nothing in the archive as it is published, and counts what was sealed', async () => {
    const { faults, unsealed, log } = await verifyWith({});
    expect([faults, unsealed]).toEqual([[], []]);
    expect(log).toHaveLength(2);
  });

  test(`finds every one of ${TAMPERS} random tampers by the records alone, and names the record`, { timeout: 600_000 }, async () => {
    const missed: string[] = [];
    for (let seed = 1; seed <= TAMPERS; seed += 1) {
      const { what, file, bytes, names } = tamper(seed);
      const { faults } = await verifyWith({ [file]: bytes }, 'records');
      if (!faults.some(({ name }) => names.includes(name)))
        missed.push(`seed ${seed}: ${what} in ${file} of ${names.join()}: ${JSON.stringify(faults.slice(0, 3))}`);
    }
    expect(missed).toEqual([]);
  });

  test('finds a changed byte in every other file, and names the file', async () => {
    const random = randomFrom(7);
    for (const [name, content] of archive) {
      if (name === 'datapackage.json' || files.some((file) => file.name === name) || content.length === 0) continue;
      const bytes = Buffer.from(content);
      const at = random(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const { faults } = await verifyWith({ [name]: bytes });
      expect(
        faults.map((fault) => fault.name),
        name,
      ).toContain(name);
    }
  });

  test('a leaf list made to fit a changed record no longer leads to the sealed root', async () => {
    const changed = textOf('areas.json').replace('云溪县', '云海县');
    const { items } = JSON.parse(changed) as { items: { id: string }[] };
    const list = JSON.parse(textOf('leaves.json')) as { leaves: { kind: string; id: string; sealed: string }[] };
    for (const item of items)
      Object.assign(list.leaves.find(({ kind, id }) => kind === 'areas' && id === item.id) ?? {}, { sealed: await leafOf('areas', item) });
    const { faults } = await verifyWith({ 'areas.json': Buffer.from(changed), 'leaves.json': Buffer.from(JSON.stringify(list)) }, 'records');
    expect(faults).toContainEqual({ name: 'leaves.json', what: expect.stringContaining('树根') });
  });

  test('a seal taken out of the chain, or the last one cut off, is found', async () => {
    const [first = '', second = ''] = textOf('seals.jsonl').split('\n');
    expect((await verifyWith({ 'seals.jsonl': Buffer.from(`${second}\n`) }, 'records')).faults[0]?.what).toContain('接不上');
    expect((await verifyWith({ 'seals.jsonl': Buffer.from(`${first.replace('2026', '2025')}\n${second}\n`) }, 'records')).faults[0]?.what).toContain(
      '接不上',
    );
    expect((await verifyWith({ 'seals.jsonl': Buffer.from('') }, 'records')).faults[0]?.name).toBe('leaves.json');
  });
});
