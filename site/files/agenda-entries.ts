/** Everything with a public date as calendar entries: reception days, plan items, sessions, elections. */
import { known } from '../../db/domain/record-fields.ts';
import { planItemsAhead, sessionsAhead } from '../queries/agenda.ts';
import { electionsAhead } from '../queries/elections.ts';
import type { County } from '../queries/county.ts';
import type { Words } from '../words/words.ts';
import type { CalendarEntry } from './calendar-file.ts';
import { stationEntries } from './reception-entries.ts';

export function agendaEntries(county: County, { stations, places, deputies, duties }: Words): CalendarEntry[] {
  const plans = planItemsAhead(county).map(({ plan, item }): CalendarEntry => ({
    key: `plan-${plan.id}-${item.id}`,
    title: `${duties.planKinds[plan.kind]}：${item.title}`,
    date: item.due,
    notes: [stations.planFrom(plan.title)],
    path: `/plans/${plan.id}/`,
    state: 'sure',
  }));
  const sessions = sessionsAhead(county).map(({ congress, term, session }): CalendarEntry => ({
    key: `session-${term.id}-${session.ordinal}`,
    title: `${deputies.congressOrdinal(congress.name, term.ordinal)}${session.title ?? places.session(session.ordinal)}`,
    date: known(session.start) ?? county.today,
    last: session.end,
    notes: [],
    path: `/congresses/${congress.id}/`,
    state: 'sure',
  }));
  const elections = electionsAhead(county).map(({ id, title, electionDay, congress, issuer }): CalendarEntry => ({
    key: `election-${congress}-${electionDay}`.replaceAll(':', '-'),
    title: `${stations.calendarKind.election}：${title}`,
    date: electionDay,
    notes: [issuer],
    path: `/announcements/${id}/`,
    state: 'sure',
  }));
  return [
    ...[...county.records.stations.values()].flatMap((station) => stationEntries(county, station, stations)),
    ...plans,
    ...sessions,
    ...elections,
  ];
}
