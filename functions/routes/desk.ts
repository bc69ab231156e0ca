/** The desk's API. Its routes are named with what they ask for in db/domain/desk-rules.ts; it is no part of the public document. */
import { Hono } from 'hono';
import type { ActContext } from '../act-context.ts';
import { guardDesk, type DeskEnv } from '../middleware/guard-desk.ts';
import { meRoutes } from './desk/me.ts';
import { ratingDeskRoutes } from './desk/ratings.ts';
import { deskMessageRoutes } from './desk/messages.ts';
import { sessionRoutes } from './desk/session.ts';
import { staffRoutes } from './desk/staff.ts';

export const deskRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .use(guardDesk(context))
    .route('/session', sessionRoutes(context))
    .route('/me', meRoutes(context))
    .route('/ratings', ratingDeskRoutes(context))
    .route('/staff', staffRoutes(context))
    .route('/', deskMessageRoutes(context));
