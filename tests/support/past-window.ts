import { pastWindow } from '../../db/queries/sample.ts';
import type { ActContext } from '../../functions/act-context.ts';
import { appendEntries } from '../../functions/acts/append-entries.ts';

/** A window as if it had been scheduled long ago: no act would set one that is over, but a test cannot wait. */
export const openedLongAgo = (context: ActContext, report: string, opensAt: string, closesAt: string): Promise<void> =>
  appendEntries(context, async () => ({
    entries: [{ act: 'scheduled', report, opensAt, closesAt }],
    changes: [pastWindow(report, opensAt, closesAt)],
  }));

/** Moves the end of a window to this moment or before, log and all: as if time had gone by. */
export const letTimePass = (context: ActContext, report: string, closesAt: string): Promise<void> =>
  appendEntries(context, async () => {
    const { rows } = await context.db.client.execute({ sql: 'SELECT opens_at FROM rating_windows WHERE report_id = ?', args: [report] });
    return {
      entries: [{ act: 'moved', report, opensAt: rows[0]?.opens_at as string, closesAt, reason: '测试' }],
      changes: [{ sql: 'UPDATE rating_windows SET closes_at = ? WHERE report_id = ?', args: [closesAt, report] }],
    };
  });
