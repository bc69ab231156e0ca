/** All official records of one content folder, and the questions that rules ask of them. */
import type { Kind, RecordOf } from './kinds.ts';
import type { Mandate, Person } from './person.ts';
import { splitRef } from './record-fields.ts';
import type { Reply } from './reply.ts';
import { withSettledPromises } from './settled.ts';
import type { Site } from './site.ts';

export type ListedKind = Exclude<Kind, 'site'>;
export type Records = { site: Site } & { [K in ListedKind]: Map<string, RecordOf[K]> };

/** A mandate with the person who holds it and the name others use for it, `people:ID/MANDATE`. */
export type HeldMandate = { ref: string; person: Person; mandate: Mandate };

/** The record that a reference names; undefined where there is none. */
export function find<K extends ListedKind>(records: Records, kind: K, reference: string): RecordOf[K] | undefined {
  const list: Map<string, RecordOf[K]> = records[kind] as Map<string, RecordOf[K]>;
  return list.get(splitRef(reference).id);
}

/** The mandate that `people:ID/MANDATE` names; undefined where there is none. */
export function findMandate(records: Records, reference: string): HeldMandate | undefined {
  const { id, inner } = splitRef(reference);
  const person = records.people.get(id);
  const mandate = person?.mandates.find((entry) => entry.id === inner);
  return person && mandate ? { ref: reference, person, mandate } : undefined;
}

/** Every mandate of every person. */
export function allMandates(records: Records): HeldMandate[] {
  return [...records.people.values()].flatMap((person) =>
    person.mandates.map((mandate) => ({ ref: `people:${person.id}/${mandate.id}`, person, mandate })),
  );
}

/** Groups a list by a key; entries without a key are left out. */
export function groupBy<T>(list: Iterable<T>, key: (entry: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const name = key(entry);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return groups;
}

/** Replies by proposal id, their promises as later replies settle them. */
export const repliesByProposal = (records: Records): Map<string, Reply[]> =>
  new Map([...groupBy(records.replies.values(), (reply) => splitRef(reply.proposal).id)].map(([id, replies]) => [id, withSettledPromises(replies)]));
