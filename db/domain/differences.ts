/** What differs between two versions of a record (版本差异), part by part. */
import { canonicalJson } from './canonical.ts';

/** `path` as in the data dictionary, `events[]` for an entry of a list; `before` is missing where something was added. */
export type Difference = { path: string; before?: unknown; after?: unknown };

/** Every part that was added, taken away or changed. Of a changed text of several lines only the lines that changed. */
export function differences(before: object, after: object): Difference[] {
  return ofObjects(before as Fields, after as Fields, '');
}

type Fields = Record<string, unknown>;

function ofValues(before: unknown, after: unknown, path: string): Difference[] {
  if (isSame(before, after)) return [];
  if (before === undefined || after === undefined || before === '' || after === '') return [onlyFilled(path, before, after)];
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, `${path}[]`);
  if (isFields(before) && isFields(after)) return ofObjects(before, after, path);
  return [typeof before === 'string' && typeof after === 'string' ? { path, ...changedLines(before, after) } : { path, before, after }];
}

function ofObjects(before: Fields, after: Fields, path: string): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => ofValues(before[name], after[name], path === '' ? name : `${path}.${name}`));
}

/** Entries with an id are compared with their namesake; others are there in both or not. */
function ofLists(before: readonly unknown[], after: readonly unknown[], path: string): Difference[] {
  const namesake = (entry: unknown, list: readonly unknown[]): unknown =>
    list.find((other) => isFields(other) && isFields(entry) && entry['id'] !== undefined && other['id'] === entry['id']);
  const gone = before.filter((entry) => !after.some((other) => isSame(entry, other)));
  const added = after.filter((entry) => !before.some((other) => isSame(entry, other)));
  return [
    ...gone.flatMap((entry) => {
      const now = namesake(entry, after);
      return now === undefined ? [{ path, before: entry }] : ofValues(entry, now, path);
    }),
    ...added.filter((entry) => namesake(entry, before) === undefined).map((entry) => ({ path, after: entry })),
  ];
}

const onlyFilled = (path: string, before: unknown, after: unknown): Difference => {
  const isFilled = (value: unknown): boolean => value !== undefined && value !== '';
  return { path, ...(isFilled(before) && { before }), ...(isFilled(after) && { after }) };
};

/** The lines between the first and the last that differ. */
function changedLines(before: string, after: string): { before?: string; after?: string } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [gone, added] = [old, now].map((lines) =>
    lines
      .slice(start, lines.length - end)
      .join('\n')
      .trim(),
  );
  return { ...(gone && { before: gone }), ...(added && { after: added }) };
}

const isSame = (a: unknown, b: unknown): boolean => a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
