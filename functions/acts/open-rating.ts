import { z } from 'zod';
import { keepWindows } from '../../db/queries/codes.ts';
import type { ActContext } from '../act-context.ts';
import { checkReports } from './issue-codes.ts';

const moment = z.iso.datetime({ offset: true, error: '应为时间，例如 2026-12-01T08:00:00+08:00' }).transform((text) => new Date(text).toISOString());

export const windowsToOpen = z
  .strictObject({ reportIds: z.array(z.string()).min(1), opens: moment, closes: moment })
  .refine(({ opens, closes }) => opens < closes, { error: '结束时间应晚于开始时间' });

/**
 * Sets when reports may be rated: from `opens` on, until just before `closes`.
 * @throws missing (a report is not there or not published)
 */
export async function openRating(context: ActContext, input: z.input<typeof windowsToOpen>): Promise<void> {
  const { reportIds, opens, closes } = windowsToOpen.parse(input);
  await checkReports(context, reportIds);
  await keepWindows(
    context.db,
    reportIds.map((reportId) => ({ reportId, opensAt: opens, closesAt: closes })),
    context.clock.now().toISOString(),
  );
}
