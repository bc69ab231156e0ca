import { Hono } from 'hono';
import { forActs } from './act-context.ts';
import type { AppEnv } from './app-env.ts';
import type { AppContext } from './context.ts';
import { HttpProblem } from './http-problem.ts';
import { answerErrors } from './middleware/answer-errors.ts';
import { everyAnswer } from './middleware/every-answer.ts';
import { onePath } from './middleware/one-path.ts';
import { ownForms } from './middleware/own-forms.ts';
import { createRepeatable } from './middleware/repeatable.ts';
import { describeApi } from './openapi.ts';
import { deskRoutes } from './routes/desk.ts';
import { followOperations, followRoutes } from './routes/follows.ts';
import { errorReportOperations, errorReportRoutes } from './routes/error-reports.ts';
import { healthOperations, healthRoutes } from './routes/health.ts';
import { messageOperations, messageRoutes } from './routes/messages.ts';
import { ownMessageOperations, ownMessageRoutes } from './routes/own-messages.ts';
import { nameOperations, nameRoutes } from './routes/names.ts';
import { proposalOperations, proposalRoutes } from './routes/proposals.ts';
import { recordOperations, recordRoutes } from './routes/records.ts';
import { replyOperations, replyRoutes } from './routes/reply.ts';
import { ratingOperations, ratingRoutes } from './routes/ratings.ts';

/** The whole API under `/api`: middleware in order, then routes, then errors. Runs unchanged on Node and in workerd. */
export function createApp(given: AppContext): Hono<AppEnv> {
  const context = forActs(given);
  const repeatable = createRepeatable(context.keys);
  const app = new Hono<AppEnv>();

  app.use(everyAnswer, onePath, ownForms(context.settings.siteUrl));

  app.route('/api', healthRoutes(context));
  app.route('/api/messages', ownMessageRoutes(context, repeatable));
  app.route('/api/messages', messageRoutes(context, repeatable));
  app.route('/api/reports', ratingRoutes(context, repeatable));
  app.route('/api', proposalRoutes(context));
  app.route('/api/records', recordRoutes(context));
  app.route('/api/names', nameRoutes(context));
  app.route('/api/follows', followRoutes(context));
  app.route('/api/error-reports', errorReportRoutes(context));
  app.route('/api/desk', deskRoutes(context, repeatable));
  app.route('/api/reply', replyRoutes(context, repeatable));
  app.get('/api/openapi.json', (c) =>
    c.json(
      describeApi([
        ...healthOperations,
        ...messageOperations,
        ...ownMessageOperations,
        ...ratingOperations,
        ...proposalOperations,
        ...recordOperations,
        ...nameOperations,
        ...followOperations,
        ...errorReportOperations,
        ...replyOperations,
      ]),
    ),
  );

  app.notFound(() => {
    throw new HttpProblem(404, 'notFound');
  });
  app.onError(answerErrors(context));
  return app;
}
