/** The desk's API. Its routes are named with what they ask for in db/domain/desk-rules.ts; it is no part of the public document. */
import { Hono } from 'hono';
import type { ActContext } from '../act-context.ts';
import { guardDesk, type DeskEnv } from '../middleware/guard-desk.ts';
import type { Repeatable } from '../middleware/repeatable.ts';
import { deskAuditRoutes } from './desk/audit.ts';
import { deskDeputyRoutes } from './desk/deputies.ts';
import { deskExportRoutes } from './desk/exports.ts';
import { deskErrorReportRoutes } from './desk/error-reports.ts';
import { deskMatterRoutes } from './desk/matters.ts';
import { meRoutes } from './desk/me.ts';
import { ratingDeskRoutes } from './desk/ratings.ts';
import { deskMessageRoutes } from './desk/messages.ts';
import { deskNoticeRoutes } from './desk/notices.ts';
import { deskPhotoRoutes } from './desk/photos.ts';
import { deskSubmissionRoutes } from './desk/submissions.ts';
import { deskTemplateRoutes } from './desk/templates.ts';
import { sessionRoutes } from './desk/session.ts';
import { staffRoutes } from './desk/staff.ts';

export const deskRoutes = (context: ActContext, repeatable: Repeatable) =>
  new Hono<DeskEnv>()
    .use(guardDesk(context))
    .route('/session', sessionRoutes(context))
    .route('/me', meRoutes(context))
    .route('/ratings', ratingDeskRoutes(context))
    .route('/staff', staffRoutes(context))
    .route('/photos', deskPhotoRoutes(context))
    .route('/submissions', deskSubmissionRoutes(context))
    .route('/deputies', deskDeputyRoutes(context, repeatable))
    .route('/notices', deskNoticeRoutes(context))
    .route('/templates', deskTemplateRoutes(context))
    .route('/matters', deskMatterRoutes(context))
    .route('/error-reports', deskErrorReportRoutes(context))
    .route('/exports', deskExportRoutes(context))
    .route('/audit', deskAuditRoutes(context))
    .route('/', deskMessageRoutes(context));
