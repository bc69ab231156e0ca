import { z } from 'zod';
import { DomainError } from '../../db/domain/problem.ts';
import { stateOfWindow, type RatingWindow } from '../../db/domain/rating.ts';
import { moveEnd, ratingWindows, voidWindow } from '../../db/queries/rating-windows.ts';
import { auditRow } from '../../db/queries/statement.ts';
import type { ActContext } from '../act-context.ts';
import { appendEntries, type Kept } from './append-entries.ts';
import { reason } from './open-rating.ts';

export const windowToEnd = z.strictObject({ reportId: z.string(), reason });
export type WindowToEnd = z.input<typeof windowToEnd>;

/** Milliseconds that an open window is left when it is closed early, so that its end lies ahead when it is written. */
const NOTICE = 1000;

/** Closes an open window before its time. @throws missing, refused (not open) */
export async function closeRating(context: ActContext, input: WindowToEnd, actor = 'cli'): Promise<void> {
  await end(context, input, (window, why, now) => {
    if (stateOfWindow(window, now) !== 'open') throw new DomainError('refused', 'windowNotOpen');
    const { reportId: report, opensAt } = window;
    const closesAt = new Date(Date.parse(now) + NOTICE).toISOString();
    return {
      entries: [{ act: 'moved', report, opensAt, closesAt, reason: why }],
      changes: [moveEnd(report, closesAt), auditRow({ at: now, actor, act: 'close-rating', target: `reports:${report}` })],
    };
  });
}

/** Declares a rating void, planned, open or closed: no result is shown from now on. It stays void. @throws missing, refused */
export async function voidRating(context: ActContext, input: WindowToEnd, actor = 'cli'): Promise<void> {
  await end(context, input, (window, why, now) => {
    if (window.voidedAt !== null) throw new DomainError('refused', 'windowOver', { params: { reports: window.reportId } });
    const { reportId: report } = window;
    return {
      entries: [{ act: 'voided', report, at: now, reason: why }],
      changes: [voidWindow(report, now, why), auditRow({ at: now, actor, act: 'void-rating', target: `reports:${report}` })],
    };
  });
}

async function end(context: ActContext, input: WindowToEnd, step: (window: RatingWindow, why: string, now: string) => Kept): Promise<void> {
  const { reportId, reason: why } = windowToEnd.parse(input);
  await appendEntries(context, async (now) => {
    const [window] = await ratingWindows(context.db, reportId);
    if (!window) throw new DomainError('missing', 'ratingNotPlanned');
    return step(window, why, now);
  });
}
