import { areasOf } from '../../../../db/domain/constituency.ts';
import { known, type CivilDate } from '../../../../db/domain/record-fields.ts';
import { find, type Records } from '../../../../db/domain/records.ts';
import { dataWords } from '../../../words/data.ts';
import { popoloMemberships, type PopoloMembership } from './memberships.ts';
import { popoloOrganizations, type PopoloOrganization } from './organizations.ts';
import { popoloPersons, type PopoloPerson } from './persons.ts';

type PopoloPost = { id: string; label: string; role: string; organization_id: string; area_id?: string; start_date?: string; end_date?: string };
type PopoloArea = { id: string; name: string; classification: string; identifier?: string; parent_id?: string };
export type Popolo = {
  persons: PopoloPerson[];
  organizations: PopoloOrganization[];
  posts: PopoloPost[];
  memberships: PopoloMembership[];
  areas: PopoloArea[];
};

/**
 * The county in the shapes of Popolo (popoloproject.com), which tools for legislatures read: deputies, the bodies they
 * sit in, their seats, who holds which, and the areas. Ids are our references, `people:zhang-san`.
 */
export const popolo = (published: Records, siteUrl: string, today: CivilDate): Popolo => ({
  persons: popoloPersons(published, siteUrl),
  organizations: popoloOrganizations(published, siteUrl),
  posts: [...constituencyPosts(published), ...electoralUnitPosts(published)].toSorted(byId),
  memberships: popoloMemberships(published, today).toSorted(byId),
  areas: Array.from(published.areas.values(), ({ id, name, kind, divisionCode, parent }) => ({
    id: `areas:${id}`,
    name,
    classification: kind,
    ...(divisionCode && { identifier: divisionCode }),
    ...(parent && { parent_id: parent }),
  })).toSorted(byId),
});

const constituencyPosts = (records: Records): PopoloPost[] =>
  [...records.constituencies.values()].flatMap((constituency) => {
    const areas = areasOf(constituency);
    const whole = areas.length === 1 && areas[0]?.part === undefined ? areas[0]?.area : undefined;
    return post(records, 'constituencies', constituency, whole);
  });

const electoralUnitPosts = (records: Records): PopoloPost[] =>
  [...records['electoral-units'].values()].flatMap((unit) => post(records, 'electoral-units', unit, undefined));

const post = (
  records: Records,
  kind: string,
  { id, name, term }: { id: string; name: string; term: string },
  area: string | undefined,
): PopoloPost[] => {
  const found = find(records, 'terms', term);
  if (!found) return [];
  const [start, end] = [known(found.start), known(found.end)];
  return [
    {
      id: `${kind}:${id}`,
      label: dataWords.popolo.seatOf(name),
      role: dataWords.popolo.deputy,
      organization_id: found.congress,
      ...(area && { area_id: area }),
      ...(start && { start_date: start }),
      ...(end && { end_date: end }),
    },
  ];
};

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
