import { z } from 'zod';
import { DomainError, invalidField } from '../../db/domain/problem.ts';
import { stateOfWindow, type RatingWindow } from '../../db/domain/rating.ts';
import type { LogFacts } from '../../db/domain/rating-log.ts';
import type { Change } from '../../db/queries/rating-log.ts';
import { moveEnd, ratingWindows, scheduleWindow } from '../../db/queries/rating-windows.ts';
import { auditRow } from '../../db/queries/statement.ts';
import type { ActContext } from '../act-context.ts';
import { appendEntries } from './append-entries.ts';
import { checkReports } from './issue-codes.ts';

const moment = z.iso.datetime({ offset: true, error: 'moment' }).transform((text) => new Date(text).toISOString());
/** Why something was done, as the public reads it in the log. */
export const reason = z.string({ error: 'required' }).trim().min(2, { error: 'required' }).max(200, { error: 'tooLong' });

export const windowsToOpen = z.strictObject({
  reportIds: z.array(z.string()).min(1),
  opens: moment,
  closes: moment,
  reason: reason.optional(),
});

/**
 * Sets when reports may be rated: from `opens` on, until just before `closes`, by the database's clock. A window that has
 * begun keeps its beginning, and moving its end needs a reason, which stands in the public log.
 * @throws missing (a report is not there or not published), invalid (times, reason), refused (closed or void)
 */
export async function openRating(context: ActContext, input: z.input<typeof windowsToOpen>, actor = 'cli'): Promise<void> {
  const { reportIds, opens, closes, reason: why } = windowsToOpen.parse(input);
  if (opens >= closes) throw invalidField('closes', 'windowOrder');
  await checkReports(context, reportIds);
  await appendEntries(context, async (now) => {
    if (closes <= now) throw invalidField('closes', 'windowPast');
    const windows = new Map((await ratingWindows(context.db)).map((window) => [window.reportId, window]));
    const steps = reportIds.map((report) => stepOf({ report, opens, closes, why }, windows.get(report), now));
    return {
      entries: steps.map(({ entry }) => entry),
      changes: [
        ...steps.map(({ change }) => change),
        ...reportIds.map((id) => auditRow({ at: now, actor, act: 'open-rating', target: `reports:${id}` })),
      ],
    };
  });
}

type Wanted = { report: string; opens: string; closes: string; why: string | undefined };

function stepOf({ report, opens, closes, why }: Wanted, window: RatingWindow | undefined, now: string): { entry: LogFacts; change: Change } {
  const state = window && stateOfWindow(window, now);
  if (state === 'closed' || state === 'void') throw new DomainError('refused', 'windowOver', { params: { reports: report } });
  if (!window || state === 'planned')
    return { entry: { act: 'scheduled', report, opensAt: opens, closesAt: closes }, change: scheduleWindow(report, opens, closes) };
  if (why === undefined) throw invalidField('reason', 'windowReason');
  return { entry: { act: 'moved', report, opensAt: window.opensAt, closesAt: closes, reason: why }, change: moveEnd(report, closes) };
}
