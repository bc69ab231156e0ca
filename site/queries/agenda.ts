/** The agenda: every public date that lies ahead, soonest first. */
import type { Announcement } from '../../db/domain/announcement.ts';
import { addDays } from '../../db/domain/civil-date.ts';
import type { Congress } from '../../db/domain/congress.ts';
import { known, type CivilDate } from '../../db/domain/record-fields.ts';
import { find } from '../../db/domain/records.ts';
import type { Session, Term } from '../../db/domain/term.ts';
import { oncePer, type County } from './county.ts';
import { electionsAhead } from './elections.ts';
import { comingPlanItems, type PlanItem } from './plans.ts';
import { comingDays, comingDaysEverywhere, type ComingDay } from './stations.ts';

export type SessionAhead = { congress: Congress; term: Term; session: Session };
export type AgendaDate =
  | { kind: 'reception'; date: CivilDate; day: ComingDay }
  | { kind: 'plan'; date: CivilDate; item: PlanItem }
  | { kind: 'session'; date: CivilDate; ahead: SessionAhead }
  | { kind: 'election'; date: CivilDate; announcement: Announcement };

/** How far ahead the page lists reception days, and how many of a station at most where there are many stations. */
const DAYS_AHEAD = 62;
const RECEPTION_ROWS = 90;

/** Sessions that have not ended, soonest first. */
export const sessionsAhead = ({ records, today }: County): SessionAhead[] =>
  [...records.terms.values()].flatMap((term) => {
    const congress = find(records, 'congresses', term.congress);
    const ahead = term.sessions.filter(({ start, end }) => (end ?? known(start) ?? '') >= today);
    return congress ? ahead.map((session) => ({ congress, term, session })) : [];
  });

/** Plan items ahead, without those of a reception plan whose day the stations name themselves. */
export function planItemsAhead(county: County): PlanItem[] {
  const dates = new Set(comingDaysEverywhere(county, 12).map(({ date }) => date));
  return comingPlanItems(county).filter(({ plan, item }) => plan.kind !== 'reception' || !dates.has(item.due));
}

/** The next reception day of every station, and those of two months, fewer of each where there are very many. */
function receptionDays(county: County): ComingDay[] {
  const until = addDays(county.today, DAYS_AHEAD);
  const each = Math.max(1, Math.floor(RECEPTION_ROWS / Math.max(1, county.records.stations.size)));
  return [...county.records.stations.values()].flatMap((station) =>
    comingDays(county, station, each).filter(({ date }, index) => index === 0 || date <= until),
  );
}

/** The agenda by month (`YYYY-MM`). */
export const agenda = oncePer((county): [string, AgendaDate[]][] => {
  const all: AgendaDate[] = [
    ...receptionDays(county).map((day) => ({ kind: 'reception' as const, date: day.date, day })),
    ...planItemsAhead(county).map((item) => ({ kind: 'plan' as const, date: item.item.due, item })),
    ...electionsAhead(county).map((announcement) => ({ kind: 'election' as const, date: announcement.electionDay, announcement })),
    ...sessionsAhead(county).map((ahead) => ({ kind: 'session' as const, date: known(ahead.session.start) ?? county.today, ahead })),
  ];
  return [
    ...Map.groupBy(
      all.toSorted((a, b) => a.date.localeCompare(b.date)),
      ({ date }) => date.slice(0, 7),
    ),
  ];
});
