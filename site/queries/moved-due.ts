/** Whether a calendar that was announced, or changed after it was sealed, moved a due date after its period had begun. */
import { calendarShape } from '../../db/domain/calendar.ts';
import type { Deadline } from '../../db/domain/deadline.ts';
import { movedDue, type CalendarVersion, type MovedDue } from '../../db/domain/moved-due.ts';
import { oncePer, type County } from './county.ts';
import { proofOf } from './proofs.ts';

const calendarVersions = oncePer((county): CalendarVersion[] =>
  [...county.records.calendars.values()].flatMap((calendar) => {
    const proof = proofOf(county, 'calendars', calendar.id);
    const sealed = (proof?.versions ?? []).flatMap(({ date, item }) => {
      const read = calendarShape.safeParse(item);
      return read.success ? [{ calendar: read.data, knownFrom: date }] : [];
    });
    const now = { calendar, knownFrom: sealed.length > 0 && !proof?.sealed ? county.today : calendar.announcedOn };
    // The first sealed version was known since it was announced, not since somebody sealed it.
    const [first, ...changes] = sealed;
    return first ? [{ ...first, knownFrom: calendar.announcedOn }, ...changes, ...(proof?.sealed ? [] : [now])] : [now];
  }),
);

/** What the page said before, and since when it says otherwise; undefined where nothing moved. */
export const movedDueOf = (county: County, limit: Deadline): MovedDue | undefined => movedDue(limit, calendarVersions(county));
