/** The agenda: every public date that lies ahead, soonest first. */
import type { Congress } from '../../db/domain/congress.ts';
import { known, type CivilDate } from '../../db/domain/record-fields.ts';
import { find } from '../../db/domain/records.ts';
import type { Session, Term } from '../../db/domain/term.ts';
import { oncePer, type County } from './county.ts';
import { comingPlanItems, type PlanItem } from './plans.ts';
import { comingDaysEverywhere, type ComingDay } from './stations.ts';

export type SessionAhead = { congress: Congress; term: Term; session: Session };
export type AgendaDate =
  | { kind: 'reception'; date: CivilDate; day: ComingDay }
  | { kind: 'plan'; date: CivilDate; item: PlanItem }
  | { kind: 'session'; date: CivilDate; ahead: SessionAhead };

/** Rows of reception days that a page can bear; with many stations each shows fewer of its days. */
const RECEPTION_ROWS = 60;

/** Sessions that have not ended, soonest first. */
export const sessionsAhead = ({ records, today }: County): SessionAhead[] =>
  [...records.terms.values()].flatMap((term) => {
    const congress = find(records, 'congresses', term.congress);
    const ahead = term.sessions.filter(({ start, end }) => (end ?? known(start) ?? '') >= today);
    return congress ? ahead.map((session) => ({ congress, term, session })) : [];
  });

/** Plan items ahead, without those of a reception plan whose day the stations name themselves. */
export function planItemsAhead(county: County): PlanItem[] {
  const receptionDays = new Set(comingDaysEverywhere(county, 12).map(({ date }) => date));
  return comingPlanItems(county).filter(({ plan, item }) => plan.kind !== 'reception' || !receptionDays.has(item.due));
}

/** How many of its next days each station shows on the agenda's page. */
export const daysPerStation = ({ records }: County): number => Math.min(6, Math.max(1, Math.floor(RECEPTION_ROWS / Math.max(1, records.stations.size))));

/** The agenda by month (`YYYY-MM`). */
export const agenda = oncePer((county): [string, AgendaDate[]][] => {
  const all: AgendaDate[] = [
    ...comingDaysEverywhere(county, daysPerStation(county)).map((day) => ({ kind: 'reception' as const, date: day.date, day })),
    ...planItemsAhead(county).map((item) => ({ kind: 'plan' as const, date: item.item.due, item })),
    ...sessionsAhead(county).map((ahead) => ({ kind: 'session' as const, date: known(ahead.session.start) ?? county.today, ahead })),
  ];
  return [...Map.groupBy(all.toSorted((a, b) => a.date.localeCompare(b.date)), ({ date }) => date.slice(0, 7))];
});
