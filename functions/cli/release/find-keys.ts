/** Under which beginnings an entry is filed, so that every question that it answers leads to a file with it. */
import { isPerson } from '../../../db/domain/find/entry.ts';
import { lengthWithoutEnding, withShortForm } from '../../../db/domain/find/place-words.ts';
import type { Prepared } from '../../../db/domain/find/rank.ts';

/** A beginning in characters, or in letters behind a `~` as they are spelled (see `Plan`); `first` where a whole name begins so. */
export type Key = { text: string; first: boolean };

export const keysOf = (prepared: Prepared): Key[] => {
  const person = isPerson(prepared.entry);
  // A constituency is asked for by its whole name, if at all.
  if (prepared.entry.kind === 'constituency') return prepared.texts.flat().map((text) => ({ text, first: true }));
  const keys = new Map<string, boolean>();
  const add = (text: string, first: boolean) => keys.set(text, first || keys.get(text) === true);
  for (const [index, forms] of prepared.texts.entries()) {
    for (const text of forms) for (const at of beginningsIn(text, person)) add(Array.from(text).slice(at).join(''), at === 0);
    // A given name alone is typed in characters, hardly ever in letters.
    const from = person ? [0] : beginningsIn(forms[0] ?? '', false);
    for (const { letters, starts, initials } of prepared.sounds()[index] ?? []) {
      for (const at of from) if (starts[at] !== undefined) add(`~${letters.slice(starts[at])}`, at === 0);
      if (initials !== '') add(`~${initials}`, false);
    }
  }
  for (const place of prepared.place().flatMap(withShortForm)) for (const [text = ''] of prepared.texts) add(place + text, false);
  keys.delete('');
  return [...keys].map(([text, first]) => ({ text, first }));
};

/**
 * Where in a name a question may begin: at its first character, and at each that has another one after it before the ending
 * that all share (nobody asks for 庙社区). Of a person also at the given name.
 */
const beginningsIn = (text: string, person: boolean): number[] => {
  const count = Array.from(text).length;
  const own = Array.from(text.slice(0, lengthWithoutEnding(text))).length;
  const last = person && count <= 4 ? 1 : Math.max(0, own - 2);
  return Array.from({ length: Math.min(count, last + 1) }, (_, at) => at);
};
