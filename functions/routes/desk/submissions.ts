/** What deputies entered and the office confirms or gives back. */
import { Hono } from 'hono';
import { SUBMISSION_KINDS } from '../../../db/domain/submission.ts';
import { listSubmissions, type Submission } from '../../../db/queries/submissions.ts';
import type { ActContext } from '../../act-context.ts';
import { confirmation, confirmSubmission } from '../../acts/confirm-submission.ts';
import { titleOf } from '../../acts/desk/title-of.ts';
import { moverOf } from '../../acts/desk/work-message.ts';
import { returning, returnSubmission } from '../../acts/return-submission.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';

/** A submission with its deputy's name. */
export type ShownSubmission = Submission & { from: string };

const MOST = 100;

export const deskSubmissionRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .get('/', async (c) => {
      const [records, items] = await Promise.all([context.records.current(), listSubmissions(context.db, 'waiting', SUBMISSION_KINDS, MOST)]);
      return c.json({ items: items.map((item) => ({ ...item, from: titleOf(records, `people:${item.personId}`) })) });
    })
    .post('/confirm', body(confirmation), async (c) => {
      const { role, actor } = c.get('staff');
      await confirmSubmission(context, { ...c.get('body'), by: { role: moverOf(role), actor } });
      return c.json({});
    })
    .post('/return', body(returning), async (c) => {
      await returnSubmission(context, { ...c.get('body'), actor: c.get('staff').actor });
      return c.json({});
    });
