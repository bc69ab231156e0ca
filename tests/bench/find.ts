/** The look-up: its bytes and requests over 41,352 areas and 100,000 people, its time on a slow phone, and its first question beside Pagefind's. */
import { brotliCompressSync, constants } from 'node:zlib';
import type { Entry } from '../../db/domain/find/entry.ts';
import { unpackPart } from '../../db/domain/find/entry.ts';
import { openNames } from '../../db/domain/find/look-up.ts';
import { lengthWithoutEnding } from '../../db/domain/find/place-words.ts';
import { findIndexOf, type FindIndex } from '../../functions/cli/release/find-index.ts';
import { benchFindInBrowser } from './find-in-browser.ts';
import { AREAS, largeCounty, PEOPLE, seeded } from './large-county.ts';
import { median, type Result } from './result.ts';

const TODAY = '2026-11-22';
const QUESTIONS = 2000;
const RANDOM = 10_000;

/** Generates the country, spreads its names, asks it, and opens the page of the sample county in a browser. */
export async function benchFind(): Promise<Result[]> {
  const begun = performance.now();
  const records = largeCounty();
  const generated = performance.now();
  const index = findIndexOf(records, TODAY);
  const seconds = (performance.now() - generated) / 1000;
  console.log(`generated in ${((generated - begun) / 1000).toFixed(1)} s, ${index.files.length} files made in ${seconds.toFixed(1)} s`);
  const size = `${AREAS.toLocaleString('en')} areas, ${PEOPLE.toLocaleString('en')} people`;
  return [
    ...weights(index, size),
    ...(await asked(index, size)),
    { name: `look-up: files of names, ${size}`, ours: seconds, unit: 's', note: `${index.files.length} files` },
    ...(await benchFindInBrowser(index, questionsOf(index))),
  ];
}

/** As the Node host sends it. */
const packed = (value: unknown): number => brotliCompressSync(JSON.stringify(value), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;

function weights({ plan, files }: FindIndex, size: string): Result[] {
  const sizes = files.map(packed);
  const bytes = packed(plan);
  return [
    {
      name: `look-up: heaviest, plan and file, ${size}`,
      ours: (bytes + Math.max(...sizes)) / 1000,
      unit: 'kB',
      goal: { atMost: 15 },
      note: 'brotli; the plan comes with the page',
    },
    { name: `look-up: median file, ${size}`, ours: median(sizes) / 1000, unit: 'kB', note: `plan ${(bytes / 1000).toFixed(1)} kB` },
  ];
}

type Question = { text: string; id: string; way: string };

/** Names out of the files, asked for in each way; a seeded choice. */
function questionsOf({ files }: FindIndex): Question[] {
  const random = seeded(7);
  const ways: [string, (entry: Entry) => string][] = [
    ['name', ({ names }) => names[0]?.text ?? ''],
    ['name within its county', ({ names, place, kind }) => (kind === 'deputy' ? '' : place.join('')) + (names[0]?.text ?? '')],
    ['full pinyin', ({ readings }) => readings[0]?.[0]?.toLowerCase() ?? ''],
    ['initials', ({ readings }) => readings[0]?.[0]?.replaceAll(/[a-z]/g, '').toLowerCase() ?? ''],
    [
      'first two characters',
      ({ names }) =>
        Array.from(names[0]?.text ?? '')
          .slice(0, 2)
          .join(''),
    ],
    [
      'later characters of a place',
      ({ names, kind }) =>
        Array.from(names[0]?.text ?? '')
          .slice(kind !== 'deputy' && lengthWithoutEnding(names[0]?.text ?? '') > 2 ? 1 : 0)
          .join(''),
    ],
    ['other name', ({ names }) => (names[1] ?? names[0])?.text ?? ''],
  ];
  const questions: Question[] = [];
  while (questions.length < QUESTIONS) {
    const part = files[Math.floor(random() * files.length)];
    const entries = part ? unpackPart(part).filter(({ readings }) => readings.length > 0) : [];
    const entry = entries[Math.floor(random() * entries.length)];
    const [way, write] = ways[questions.length % ways.length] ?? [];
    const text = entry && write?.(entry);
    if (entry && way && text) questions.push({ text, id: entry.id, way });
  }
  return questions;
}

/** Every question with nothing loaded before it; then random ones, which must not fail. */
async function asked({ plan, files }: FindIndex, size: string): Promise<Result[]> {
  const all = { requests: [] as number[], kB: [] as number[], missed: [] as string[] };
  const ask = async (text: string) => {
    let [requests, bytes] = [0, packed(plan)];
    const names = openNames(plan, async (file) => {
      requests += 1;
      bytes += packed(files[file]);
      return files[file] ?? Promise.reject(new Error(`no file ${file}`));
    });
    const found = await names(text);
    all.requests.push(requests);
    all.kB.push(bytes / 1000);
    return found;
  };
  for (const { text, id, way } of questionsOf({ plan, files })) {
    const { matches, more } = await ask(text);
    if (!more && !matches.some(({ entry }) => entry.id === id)) all.missed.push(`${way} ${text} ${id}`);
  }
  console.log(all.missed.join('\n'));
  const random = seeded(11);
  const characters = Array.from(`${plan.crossings}${plan.fold[0]}村镇街道 \u0000💡1aZ（qū）`);
  let failed = 0;
  for (let number = 0; number < RANDOM; number += 1) {
    const text = Array.from({ length: Math.ceil(random() * 8) }, () => characters[Math.floor(random() * characters.length)]).join('');
    await ask(text).catch(() => (failed += 1));
  }
  return [
    {
      name: `look-up: most requests of ${QUESTIONS + RANDOM} questions, ${size}`,
      ours: Math.max(...all.requests),
      unit: 'requests',
      goal: { atMost: 2 },
    },
    {
      name: `look-up: most bytes of these questions`,
      ours: Math.max(...all.kB),
      unit: 'kB',
      goal: { atMost: 15 },
      note: `median ${median(all.kB).toFixed(1)} kB`,
    },
    { name: `look-up: questions that missed their name`, ours: all.missed.length, unit: `of ${QUESTIONS}`, goal: { atMost: 0 } },
    { name: `look-up: random questions that failed`, ours: failed, unit: `of ${RANDOM}`, goal: { atMost: 0 } },
  ];
}
