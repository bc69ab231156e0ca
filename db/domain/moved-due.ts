/** Due dates that a calendar moved (期限重算): what was said when a period began, before a later calendar, and since when it is otherwise. */
import { workingDays, type Calendar } from './calendar.ts';
import { deadline, type Deadline } from './deadline.ts';
import type { CivilDate } from './record-fields.ts';

/** A calendar as it stood from a day on; undefined where it was known all along. */
export type CalendarVersion = { calendar: Calendar; knownFrom: CivilDate | undefined };

/** The due date as it was when the period began, and the day on which a calendar came or changed that moved it. */
export type MovedDue = { before: CivilDate; on: CivilDate };

/** Undefined where the calendars that were known at the start give the same day. */
export function movedDue({ start, period, due }: Deadline, versions: readonly CalendarVersion[]): MovedDue | undefined {
  const later = versions.flatMap(({ knownFrom }) => (knownFrom !== undefined && knownFrom > start ? [knownFrom] : []));
  if (later.length === 0) return undefined;
  const dueOn = (day: CivilDate): CivilDate => deadline(start, period, workingDays(knownOn(versions, day))).due;
  const before = dueOn(start);
  if (before === due) return undefined;
  // The first day from which it has been what it is now.
  const on = later.toSorted((a, b) => a.localeCompare(b)).find((day) => dueOn(day) === due);
  return on === undefined ? undefined : { before, on };
}

/** Of each year the newest version known on a day. */
function knownOn(versions: readonly CalendarVersion[], day: CivilDate): Calendar[] {
  const known = new Map<number, CalendarVersion>();
  for (const version of versions) {
    if ((version.knownFrom ?? '') > day) continue;
    const other = known.get(version.calendar.year);
    if (!other || (other.knownFrom ?? '') <= (version.knownFrom ?? '')) known.set(version.calendar.year, version);
  }
  return [...known.values()].map(({ calendar }) => calendar);
}
