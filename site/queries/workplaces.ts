/** Constituencies drawn by employers: whoever votes where they work does not find their deputies by where they live. */
import type { Area } from '../../db/domain/area.ts';
import type { Constituency } from '../../db/domain/constituency.ts';
import { find } from '../../db/domain/records.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { wayTo } from './areas.ts';
import { isRunning } from './constituencies.ts';
import { oncePer, type County } from './county.ts';

const workplaces = oncePer((county) =>
  [...county.records.constituencies.values()]
    .filter((constituency) => constituency.employers.length > 0 && isRunning(county, constituency))
    .flatMap((constituency) => {
      const term = find(county.records, 'terms', constituency.term);
      const congress = term && find(county.records, 'congresses', term.congress);
      return congress ? [{ constituency, area: splitRef(congress.area).id }] : [];
    }),
);

/** Constituencies with employers of the congresses whose territory the area lies in. */
export function workplaceConstituenciesAround(county: County, area: Area): Constituency[] {
  const around = new Set(wayTo(county, area).map(({ id }) => id));
  return workplaces(county).flatMap(({ constituency, area: of }) => (around.has(of) ? [constituency] : []));
}
