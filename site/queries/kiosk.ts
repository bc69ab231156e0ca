/** What the touch screen offers: towns and the places in them, constituencies of workplaces, and who can be reached. */
import type { Area } from '../../db/domain/area.ts';
import type { Constituency } from '../../db/domain/constituency.ts';
import { areasInside, wayTo } from './areas.ts';
import { constituenciesByTerm, isRunning } from './constituencies.ts';
import { oncePer, type County } from './county.ts';
import { townsOf } from './home.ts';

/** The towns and every place in them. */
export const kioskAreas = (county: County): Area[] => townsOf(county).flatMap((town) => withInner(county, town));

const withInner = (county: County, area: Area): Area[] => [area, ...areasInside(county, area.id).flatMap((inner) => withInner(county, inner))];

/** A place with the names around it, from the town down: there is more than one village of the same name. */
export const placeName = (county: County, area: Area): string => {
  const towns = new Set(townsOf(county).map(({ id }) => id));
  const way = wayTo(county, area);
  return way
    .slice(
      Math.max(
        0,
        way.findIndex(({ id }) => towns.has(id)),
      ),
    )
    .map(({ name }) => name)
    .join(' ');
};

/** Constituencies that are asked for by name: those of workplaces and, where the records name no places, all. */
export const kioskConstituencies = oncePer((county): Constituency[] => {
  const running = [...constituenciesByTerm(county).values()].flat().filter((constituency) => isRunning(county, constituency));
  return townsOf(county).length > 0 ? running.filter(({ kind }) => kind !== 'residence') : running;
});
