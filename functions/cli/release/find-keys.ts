/** Under which beginnings an entry is filed, so that every question that it answers leads to a file with it. */
import { isPerson } from '../../../db/domain/find/entry.ts';
import { lengthWithoutEnding, withShortForm } from '../../../db/domain/find/place-words.ts';
import type { Prepared } from '../../../db/domain/find/rank.ts';
import { blur } from '../../../db/domain/find/reading.ts';

/** Keys in characters, and keys in letters behind a `~` (see `Plan`). */
export const keysOf = (prepared: Prepared): string[] => {
  const person = isPerson(prepared.entry);
  // A constituency is asked for by its whole name, if at all.
  if (prepared.entry.kind === 'constituency') return prepared.texts.flat();
  const keys = new Set<string>();
  for (const [index, forms] of prepared.texts.entries()) {
    for (const text of forms) for (const at of beginningsIn(text, person)) keys.add(Array.from(text).slice(at).join(''));
    // A given name alone is typed in characters, hardly ever in letters.
    const from = person ? [0] : beginningsIn(forms[0] ?? '', false);
    for (const { letters, starts, initials } of prepared.sounds()[index] ?? []) {
      for (const at of from) if (starts[at] !== undefined) keys.add(`~${blur(letters.slice(starts[at]))}`);
      if (initials !== '') keys.add(`~${blur(initials)}`);
    }
  }
  for (const place of prepared.place().flatMap(withShortForm)) for (const [text = ''] of prepared.texts) keys.add(place + text);
  keys.delete('');
  return [...keys];
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
