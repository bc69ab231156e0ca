/** What a look-up answers, in plain fields: whom a name leads to. */
import { isPerson, type Entry, type NameKind, type Seats } from './entry.ts';
import { theOnly, type Found } from './look-up.ts';
import type { Match } from './rank.ts';

export type NameMatch = {
  kind: Entry['kind'];
  /** The page with the whole answer. */
  path: string;
  name: string;
  /** The other name by which it was found. */
  also?: { text: string; kind: NameKind };
  /** Of a place those around it, of a deputy congress and constituency. */
  place: string[];
  /** Constituencies with their deputies; `part` where only a part of the place belongs to one. */
  seats: (Seats & { part?: string })[];
};

export type NameAnswer = {
  /** Nothing has this name; the matches are similar. */
  near: boolean;
  /** There are more than are listed. */
  more: boolean;
  /** The page of the one match that has exactly this name. */
  only?: string;
  matches: NameMatch[];
};

export const viewFound = (found: Found): NameAnswer => {
  const only = theOnly(found);
  return { near: found.near, more: found.more, ...(only && { only: pathOf(only.entry) }), matches: found.matches.map(viewMatch) };
};

const viewMatch = ({ entry, name }: Match): NameMatch => {
  const [own] = entry.names;
  return {
    kind: entry.kind,
    path: pathOf(entry),
    name: (own?.text ?? '') + entry.marker,
    ...(name.kind !== 'own' && { also: name }),
    place: entry.place,
    seats: entry.seats.map(({ of, part }) => ({ ...of, ...(part !== undefined && { part }) })),
  };
};

const pathOf = (entry: Entry): string => {
  if (isPerson(entry)) return `/deputies/${entry.id}/`;
  return entry.kind === 'employer' || entry.kind === 'constituency' ? `/constituencies/${entry.id}/` : `/areas/${entry.id}/`;
};
