/** Which facts of a deputy a site shows (信息公开范围), by how the deputy was elected; everything else never leaves the file. */
import type { Person } from './person.ts';
import type { Site } from './site.ts';

export const PROFILE_FIELDS = [
  'photo',
  'gender',
  'ethnicity',
  'party',
  'workUnit',
  'post',
  'education',
  'category',
  'contact',
  'honours',
  'biography',
] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/**
 * The person as the public may see them: identity and contact for whoever holds or held a direct mandate,
 * name and portrait for deputies elected indirectly only (custom; `visibility` in the site's settings decides).
 */
export function toPublicPerson(person: Person, site: Site): Person {
  const direct = person.mandates.some((mandate) => mandate.constituency !== undefined);
  const shown = new Set<ProfileField>(direct ? site.visibility.direct : site.visibility.indirect);
  const { photo, gender, ethnicity, party, workUnit, post, education, category, contact, honours, body, ...always } = person;
  return {
    ...always,
    body: shown.has('biography') ? body : '',
    ...(shown.has('photo') && photo && { photo }),
    ...(shown.has('gender') && gender && { gender }),
    ...(shown.has('ethnicity') && ethnicity && { ethnicity }),
    ...(shown.has('party') && party && { party }),
    ...(shown.has('workUnit') && workUnit && { workUnit }),
    ...(shown.has('post') && post && { post }),
    ...(shown.has('education') && education && { education }),
    ...(shown.has('category') && category && { category }),
    ...(shown.has('contact') && contact && { contact }),
    honours: shown.has('honours') ? honours : [],
  };
}
