/** Edits as an office makes them, at random places of a content folder; a folder stays without faults. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import sharp from 'sharp';
import { loadRecords } from '../../db/records/load.ts';

export type Edit = { what: string; undo: () => void };
type Random = () => number;
type MakeEdit = (dir: string, random: Random) => Edit | Promise<Edit | undefined> | undefined;

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|yaml)$/.test(entry.name) && entry.name !== 'README.md' && !entry.parentPath.includes('schemas'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
const pick = <T>(list: readonly T[], random: Random): T | undefined => list[Math.floor(random() * list.length)];
const inFolder = (dir: string, kind: string): string[] => filesOf(dir).filter((path) => path.startsWith(join(dir, kind)));

/** One file said anew. */
function rewrite(path: string, what: string, change: (text: string) => string): Edit | undefined {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) return undefined;
  writeFileSync(path, after);
  return { what: `${what} ${basename(path)}`, undo: () => writeFileSync(path, before) };
}

const changeText: MakeEdit = (dir, random) => {
  const path = pick(
    filesOf(dir).filter((file) => file.endsWith('.md')),
    random,
  );
  return path ? rewrite(path, 'text', (text) => `${text.trimEnd()}\n\n补充说明第${Math.floor(random() * 1e6)}条：以公布的为准。\n`) : undefined;
};

const changeName: MakeEdit = (dir, random) => {
  const path = pick(filesOf(dir), random);
  return path
    ? rewrite(path, 'name', (text) =>
        text.replace(/^(title|name|shortName|place): (?!["'{[])(.+)$/m, `$1: $2${'甲乙丙丁'[Math.floor(random() * 4)]}`),
      )
    : undefined;
};

const add: MakeEdit = (dir, random) => {
  const kind = pick(['announcements', 'activities', 'proposals', 'replies', 'coverage', 'units', 'people', 'stations'], random) ?? '';
  const path = pick(inFolder(dir, kind), random);
  if (!path) return undefined;
  const id = `added-${Math.floor(random() * 1e9).toString(36)}`;
  const target = join(dirname(path), `${id}${extname(path)}`);
  writeFileSync(target, readFileSync(path, 'utf8').replace(/^(title|name): (?!["'{[])(.+)$/m, '$1: $2又一'));
  return { what: `add ${kind} ${id}`, undo: () => rmSync(target) };
};

const remove: MakeEdit = (dir, random) => {
  const path = pick(
    filesOf(dir).filter((file) => !file.includes('site.md') && !file.includes('calendars')),
    random,
  );
  if (!path) return undefined;
  const before = readFileSync(path);
  rmSync(path);
  return { what: `remove ${basename(path)}`, undo: () => writeFileSync(path, before) };
};

/** Another deputy leads, another unit handles: a reference leads elsewhere. */
const redirect: MakeEdit = (dir, random) => {
  const path = pick([...inFolder(dir, 'proposals'), ...inFolder(dir, 'replies'), ...inFolder(dir, 'activities')], random);
  const from = path && pick(readFileSync(path, 'utf8').match(/(?:units:[a-z0-9-]+|people:[a-z0-9-]+\/[a-z0-9-]+)/g) ?? [], random);
  const source = pick(inFolder(dir, 'proposals'), random);
  const sort = from?.split(':')[0] ?? '';
  const to = source && pick(readFileSync(source, 'utf8').match(new RegExp(`${sort}:[a-z0-9-]+(?:/[a-z0-9-]+)?`, 'g')) ?? [], random);
  return path && from && to ? rewrite(path, `redirect ${from} → ${to}`, (text) => text.replaceAll(from, to)) : undefined;
};

/** A record gets another id, and all that name it follow. */
const rename: MakeEdit = (dir, random) => {
  const kind = pick(['units', 'stations', 'people', 'proposals'], random) ?? '';
  const path = pick(inFolder(dir, kind), random);
  if (!path) return undefined;
  const [old, id] = [basename(path, extname(path)), `renamed-${Math.floor(random() * 1e9).toString(36)}`];
  const target = join(dirname(path), `${id}${extname(path)}`);
  renameSync(path, target);
  const followed = filesOf(dir).flatMap(
    (file) => rewrite(file, '', (text) => text.replaceAll(new RegExp(`\\b${kind}:${old}(?![a-z0-9-])`, 'g'), `${kind}:${id}`)) ?? [],
  );
  return {
    what: `rename ${kind}:${old} (${followed.length} places)`,
    undo: () => {
      for (const { undo } of followed) undo();
      renameSync(target, path);
    },
  };
};

const changeSite: MakeEdit = (dir, random) => {
  const path = join(dir, 'site/site.md');
  const label = `说法${Math.floor(random() * 1e6)}`;
  return random() < 0.5
    ? rewrite(path, 'slogan', (text) => text.replace(/^slogan: .*$/m, `slogan: ${label}`))
    : rewrite(path, 'answer target', (text) => text.replace(/^answerTargetDays: \d+$/m, `answerTargetDays: ${10 + Math.floor(random() * 20)}`));
};

const changePhoto: MakeEdit = async (dir, random) => {
  const file = join(dir, 'photos', 'trial.jpg');
  const picture = sharp({ create: { width: 600, height: 800, channels: 3, background: { r: Math.floor(random() * 255), g: 120, b: 90 } } });
  mkdirSync(dirname(file), { recursive: true });
  const before = readdirSync(dirname(file)).includes('trial.jpg') ? readFileSync(file) : undefined;
  writeFileSync(file, await picture.jpeg().toBuffer());
  const path = pick(inFolder(dir, 'people'), random);
  const named =
    before || !path
      ? undefined
      : rewrite(path, 'photo', (text) => text.replace(/^name: (.+)$/m, 'name: $1\nphoto: { file: trial.jpg, alternative: 试验照片 }'));
  return {
    what: `photo ${named?.what ?? 'changed'}`,
    undo: () => {
      named?.undo();
      if (before) writeFileSync(file, before);
      else rmSync(file);
    },
  };
};

/** Settings of the site are on every page; they change seldom, or no page would ever be taken over. */
const OFTEN: readonly MakeEdit[] = [changeText, changeText, changeName, changeName, add, add, remove, redirect, redirect, rename, changePhoto];
const EDITS: readonly MakeEdit[] = [...OFTEN, ...OFTEN, ...OFTEN, changeSite];

/** Makes edits until `count` of them stand; what would be refused by the check is undone. Says what was done. */
export async function editAtRandom(dir: string, count: number, random: Random, today: string, edits: readonly MakeEdit[] = EDITS): Promise<string[]> {
  const done: string[] = [];
  for (let tried = 0; done.length < count && tried < count * 20; tried += 1) {
    const edit = await pick(edits, random)?.(dir, random);
    if (!edit) continue;
    if (loadRecords(dir, today).faults.length === 0) done.push(edit.what);
    else edit.undo();
  }
  return done;
}

/** Adds a sentence to the texts of `count` records, spread over all of them: what an office does on most days. */
export function changeTexts(dir: string, count: number, random: Random): number {
  const files = filesOf(dir).filter((path) => path.endsWith('.md') && !path.endsWith('site.md'));
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(pick(files, random) ?? '');
  for (const path of chosen) writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n\n补充说明：以公布的为准。\n`);
  return count;
}
