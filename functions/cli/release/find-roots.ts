import type { Area } from '../../../db/domain/area.ts';
import { withShortForm } from '../../../db/domain/find/place-words.ts';
import { find, type Records } from '../../../db/domain/records.ts';
import { wayTo } from '../../../db/domain/representation.ts';

/** The areas around all places of the site, from the outside in: a name of theirs before a question changes nothing. */
export const rootAreas = (records: Records): Area[] => {
  const congress = find(records, 'congresses', records.site.congress);
  const area = congress && find(records, 'areas', congress.area);
  return area ? wayTo(records, area) : [];
};

/** All names of the root areas, also in short form. */
export const rootNames = (records: Records): string[] => rootAreas(records).flatMap(({ name, aliases }) => [name, ...aliases].flatMap(withShortForm));
