/** What can be looked up (查代表的名录): places, employers, constituencies and deputies, as they stand in the published name files. */
import type { AreaKind } from '../area.ts';

export type FoundKind = AreaKind | 'employer' | 'constituency' | 'deputy' | 'former';

/** True for a deputy, in office or not. */
export const isPerson = ({ kind }: { kind: FoundKind }): boolean => kind === 'deputy' || kind === 'former';

/** How a name belongs to its place: its name today, another name, a former one, or a spot that a split place's part names. */
export const NAME_KINDS = ['own', 'alias', 'formerName', 'spot'] as const;
export type NameKind = (typeof NAME_KINDS)[number];
export type Name = { text: string; kind: NameKind };

/** A constituency of a running term: the short name of the congress, its own name, and who fills its seats today. */
export type Seats = { congress: string; name: string; deputies: string };

export type Entry = {
  kind: FoundKind;
  id: string;
  /** The own name first. */
  names: Name[];
  /** What a person with the same name is told apart by; part of the name as it is shown. */
  marker: string;
  /** Of a place those around it, from the outside in; of a person the seats: congress and constituency. */
  place: string[];
  /** Constituencies that a place, an employer or a constituency stands for; `part` where that holds for a part of it only. */
  seats: { of: Seats; part: string | undefined }[];
  /** How each name is read, several where a character has two readings: syllables, each with a capital. */
  readings: string[][];
};

/** Entries as a file holds them: `s` the seats that `e` counts by; names and places are parted by `|`, a first sign says which kind a name is. */
export type Part = { s: [congress: string, name: string, deputies: string][]; e: PackedEntry[] };
type PackedEntry = [
  kind: FoundKind,
  id: string,
  names: string,
  place: string,
  seats: (number | [number, string])[],
  readings?: string,
  marker?: string,
];

const SIGNS: Record<NameKind, string> = { own: '', alias: '+', formerName: '-', spot: '@' };
const KIND_OF_SIGN = new Map(NAME_KINDS.map((kind) => [SIGNS[kind], kind]));
/** Without the signs of the format, which no name is looked up by. */
const plain = (text: string): string => text.replaceAll('|', ' ').replace(/^[+@-]+/, '');

/** One entry; `seatsAt` gives the place of its seats in the file. Readings are left out where nobody asks in letters. */
export function packEntry(entry: Entry, seatsAt: (seats: Seats) => number, withReadings: boolean): PackedEntry {
  const names = entry.names.map(({ text, kind }, index) => `${index === 0 ? '' : SIGNS[kind]}${plain(text)}`).join('|');
  const seats = entry.seats.map(({ of, part }) => (part === undefined ? seatsAt(of) : ([seatsAt(of), part] satisfies [number, string])));
  const packed: PackedEntry = [entry.kind, entry.id, names, entry.place.map(plain).join('|'), seats];
  if (withReadings || entry.marker) packed.push(withReadings ? entry.readings.map((ways) => ways.join('/')).join('|') : '');
  if (entry.marker) packed.push(entry.marker);
  return packed;
}

/** The entries of a file. */
export function unpackPart({ s, e }: Part): Entry[] {
  const seats = s.map(([congress, name, deputies]): Seats => ({ congress, name, deputies }));
  return e.map(([kind, id, names, place, at, readings = '', marker = '']) => ({
    kind,
    id,
    marker,
    names: names.split('|').map(unpackName),
    place: place === '' ? [] : place.split('|'),
    seats: at.flatMap((one) => {
      const [index, part] = typeof one === 'number' ? [one, undefined] : one;
      const of = seats[index];
      return of ? [{ of, part }] : [];
    }),
    readings: readings === '' ? [] : readings.split('|').map((ways) => ways.split('/')),
  }));
}

function unpackName(text: string): Name {
  const kind = KIND_OF_SIGN.get(text.charAt(0));
  return kind && kind !== 'own' ? { kind, text: text.slice(1) } : { kind: 'own', text };
}
