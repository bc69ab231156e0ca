/** Messages at the desk. */
import { Hono } from 'hono';
import { z } from 'zod';
import { queueQuestion } from '../../../db/domain/desk-queue.ts';
import { isRowId } from '../../../db/domain/ids.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import { hidingReason } from '../../../db/domain/public-message.ts';
import { releaseMessage } from '../../../db/queries/claims.ts';
import { countErrorReports } from '../../../db/queries/error-reports.ts';
import { keepPrivate } from '../../../db/queries/kept-private.ts';
import type { ActContext } from '../../act-context.ts';
import { confirmHiding } from '../../acts/confirm-hiding.ts';
import { holdMessage } from '../../acts/desk/hold-message.ts';
import { listQueue, showQueues } from '../../acts/desk/list-queue.ts';
import { publicVersion, publishVersion } from '../../acts/desk/publish-version.ts';
import { showMessage } from '../../acts/desk/show-message.ts';
import { showSender } from '../../acts/desk/show-sender.ts';
import { bulkMove, workMany } from '../../acts/desk/work-many.ts';
import { deskMove, workMessage } from '../../acts/desk/work-message.ts';
import { hideMessage } from '../../acts/hide-message.ts';
import { restoreMessage } from '../../acts/restore-message.ts';
import { today } from '../../context.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';
import { question } from '../../middleware/question.ts';

const nothing = z.strictObject({});

const idOf = (asked: string): string => {
  if (!isRowId('msg', asked)) throw new DomainError('missing', 'messageNotFound');
  return asked;
};

export const deskMessageRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .get('/recipients', async (c) => {
      const { release } = await context.records.current();
      const items = release.items.filter(({ kind, active }) => (kind === 'people' && active !== false) || kind === 'stations' || kind === 'units');
      return c.json({ items: items.map(({ kind, id, title }) => ({ ref: `${kind}:${id}`, title })) });
    })
    .get('/queues', async (c) => c.json({ ...(await showQueues(context, c.get('staff'))), errors: await countErrorReports(context.db) }))
    .get('/messages', question(queueQuestion), async (c) => c.json(await listQueue(context, c.get('staff'), c.get('question'))))
    .post('/messages/bulk', body(bulkMove), async (c) => c.json(await workMany(context, c.get('staff'), c.get('body'))))
    .get('/messages/:id', async (c) => c.json(await showMessage(context, c.get('staff'), idOf(c.req.param('id')))))
    .post('/messages/:id/claim', body(nothing), async (c) => {
      await holdMessage(context, { id: idOf(c.req.param('id')), actor: c.get('staff').actor, told: true });
      return c.json({});
    })
    .post('/messages/:id/release', body(nothing), async (c) => {
      await releaseMessage(context.db, { id: idOf(c.req.param('id')), holder: c.get('staff').actor });
      return c.json({});
    })
    .post('/messages/:id/move', body(deskMove), async (c) => {
      await workMessage(context, c.get('staff'), idOf(c.req.param('id')), c.get('body'));
      return c.json({});
    })
    .post('/messages/:id/sender', body(nothing), async (c) =>
      c.json(await showSender(context, { id: idOf(c.req.param('id')), actor: c.get('staff').actor })),
    )
    .post('/messages/:id/publish', body(publicVersion), async (c) => {
      await publishVersion(context, c.get('staff'), idOf(c.req.param('id')), c.get('body'));
      return c.json({});
    })
    .post('/messages/:id/keep-private', body(nothing), async (c) => {
      const [id, { actor }] = [idOf(c.req.param('id')), c.get('staff')];
      const entry = { at: context.clock.now().toISOString(), actor, act: 'keep-private', target: id };
      if (!(await keepPrivate(context.db, { id, on: today(context) }, entry))) throw new DomainError('conflict', 'messageMovedOn');
      return c.json({});
    })
    .post('/messages/:id/hide', body(z.strictObject({ reason: hidingReason })), async (c) => {
      await hideMessage(context, { id: idOf(c.req.param('id')), reason: c.get('body').reason, actor: c.get('staff').actor });
      return c.json({});
    })
    .post('/messages/:id/confirm-hiding', body(nothing), async (c) => {
      await confirmHiding(context, { id: idOf(c.req.param('id')), actor: c.get('staff').actor });
      return c.json({});
    })
    .post('/messages/:id/restore', body(nothing), async (c) => {
      await restoreMessage(context, { id: idOf(c.req.param('id')), actor: c.get('staff').actor });
      return c.json({});
    });
