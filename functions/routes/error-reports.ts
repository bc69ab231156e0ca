import { Hono } from 'hono';
import { z } from 'zod';
import { newErrorReport } from '../../db/domain/error-report.ts';
import type { ActContext } from '../act-context.ts';
import { reportError } from '../acts/report-error.ts';
import type { AppEnv } from '../app-env.ts';
import { clientKey } from '../client-key.ts';
import { countMessages } from '../middleware/count-messages.ts';
import { body } from '../middleware/body.ts';
import type { Operation } from '../openapi.ts';

export const errorReportOperations: Operation[] = [
  { method: 'post', path: '/api/error-reports', summary: '指出某一页的错误', body: newErrorReport, answers: { 201: z.object({}) } },
];

export const errorReportRoutes = (context: ActContext) =>
  new Hono<AppEnv>().post('/', body(newErrorReport), async (c) => {
    const key = clientKey(c.req.raw.headers, c.env, context.settings.trustedProxy);
    await countMessages(context.limits.errorReports, key, () => reportError(context, c.get('body')));
    return c.json({}, 201);
  });
