/** What visitors found wrong on a page. */
import { Hono } from 'hono';
import { errorOutcome } from '../../../db/domain/error-report.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import { closeErrorReport, listErrorReports, type ErrorReport } from '../../../db/queries/error-reports.ts';
import type { ActContext } from '../../act-context.ts';
import { today } from '../../context.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';
import { question } from '../../middleware/question.ts';
import { listAsked } from './matters.ts';

/** A report as the desk sees it; `contact` only while it is open. */
export type ShownErrorReport = Omit<ErrorReport, 'sealed'> & { contact: string | null };

export const deskErrorReportRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .get('/', question(listAsked), async (c) => {
      const rows = await listErrorReports(context.db, c.get('question').closed === undefined);
      // How to reach the sender is opened only while there may still be something to ask them.
      const items = await Promise.all(
        rows.map(async ({ sealed, ...row }) => ({
          ...row,
          contact: sealed ? ((await context.keys.open(sealed, row.id)) as { contact: string }).contact : null,
        })),
      );
      return c.json({ items });
    })
    .post('/:id/outcome', body(errorOutcome), async (c) => {
      const id = c.req.param('id');
      const { outcome, note } = c.get('body');
      const entry = { at: context.clock.now().toISOString(), actor: c.get('staff').actor, act: `error-${outcome}`, target: id };
      if (!(await closeErrorReport(context.db, { id, outcome, note, on: today(context) }, entry))) throw new DomainError('conflict', 'matterMovedOn');
      return c.json({});
    });
