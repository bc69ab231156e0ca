/** Notices that a person has to send. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { ActContext } from '../../act-context.ts';
import { markNoticeSent } from '../../acts/mark-notice-sent.ts';
import { showNotices } from '../../acts/show-notices.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';

export const deskNoticeRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .get('/', async (c) => c.json({ items: await showNotices(context) }))
    .post('/sent', body(z.strictObject({ id: z.string().max(40) })), async (c) => {
      await markNoticeSent(context, { id: c.get('body').id, actor: c.get('staff').actor });
      return c.json({});
    });
