/** The facts of a person that may be shown, as rows of words; what the profile hides is not in the person any more. */
import type { Person } from '../../db/domain/person.ts';
import type { Words } from '../words/words.ts';

export function profileRows(person: Person, words: Words['deputies']): [string, string][] {
  const rows: [string, string | undefined][] = [
    [words.genderLabel, person.gender && words.gender[person.gender]],
    [words.ethnicity, person.ethnicity],
    [words.party, person.party],
    [words.work, [person.workUnit, person.post].filter(Boolean).join('') || undefined],
    [words.education, person.education],
    [words.category, person.category && words.categories[person.category]],
    [words.contact, [person.contact?.phone, person.contact?.email].filter(Boolean).join('，') || undefined],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined);
}
