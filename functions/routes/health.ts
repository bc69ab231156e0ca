import { Hono } from 'hono';
import type { ActContext } from '../act-context.ts';
import type { AppEnv } from '../app-env.ts';
import { health, reportHealth } from '../acts/report-health.ts';
import { makeChallenge } from '../acts/make-challenge.ts';
import type { Operation } from '../openapi.ts';

export const healthOperations: Operation[] = [
  { method: 'get', path: '/api/health', summary: '各部分是否正常', answers: { 200: health, 503: health } },
  { method: 'get', path: '/api/challenge', summary: '领取人机验证（ALTCHA）', answers: { 200: undefined } },
];

export const healthRoutes = (context: ActContext) =>
  new Hono<AppEnv>()
    .get('/health', async (c) => {
      const report = await reportHealth(context);
      return c.json(report, report.status === 'down' ? 503 : 200);
    })
    .get('/challenge', async (c) => c.json(await makeChallenge(context)));
