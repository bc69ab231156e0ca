/** Attendance at sessions of the congress (出席人代会): two sessions missed without leave end a mandate (Deputies Law 62). */
import { isSettled, type DutyPart } from './duty-log.ts';
import { known, type CivilDate } from './record-fields.ts';
import { servedOn, type Span } from './service.ts';
import type { Session, Term } from './term.ts';

/** `unrecorded`: the session met while the deputy was in office, and the log does not say; `disputed`: the deputy contests what it says. */
export const ATTENDANCES = ['present', 'leave', 'absent', 'disputed', 'unrecorded'] as const;
export type SessionMark = (typeof ATTENDANCES)[number];
/** `activity` is the id of the entry in the log. */
export type SessionAttendance = { session: Session; mark: SessionMark; activity: string | undefined };

/** Sessions of the term that opened up to `today` while the deputy was in office, earliest first. */
export function sessionAttendance(term: Term, spans: readonly Span[], parts: readonly DutyPart[], today: CivilDate): SessionAttendance[] {
  return term.sessions.flatMap((session) => {
    const start = known(session.start);
    if (start === undefined || start > today || !servedOn(spans, start)) return [];
    const sheets = parts.filter(({ activity }) => activity.type === 'session' && activity.session === `terms:${term.id}/${session.ordinal}`);
    const marked = sheets.flatMap((part) => (part.activity.state === 'void' ? [] : [{ mark: markOf(part), activity: part.activity.id }]));
    // Where two sheets disagree, being there wins: the sheet of a day says only that day.
    const found = ATTENDANCES.flatMap((mark) => marked.find((entry) => entry.mark === mark) ?? [])[0];
    return [{ session, mark: found?.mark ?? 'unrecorded', activity: found?.activity }];
  });
}

const markOf = (part: DutyPart): SessionMark => (isSettled(part) ? part.attendance : 'disputed');

/** How many sessions, and how many of each mark. */
export type AttendanceCounts = Record<SessionMark, number> & { sessions: number };
export const attendanceCounts = (list: readonly SessionAttendance[]): AttendanceCounts => {
  const count = (wanted: SessionMark): number => list.filter(({ mark }) => mark === wanted).length;
  return {
    sessions: list.length,
    present: count('present'),
    leave: count('leave'),
    absent: count('absent'),
    disputed: count('disputed'),
    unrecorded: count('unrecorded'),
  };
};
