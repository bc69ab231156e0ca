import { Hono } from 'hono';
import { z } from 'zod';
import { newRating, ratingNow } from '../../db/domain/rating.ts';
import type { ActContext } from '../act-context.ts';
import { rateReport } from '../acts/rate-report.ts';
import { checkReceipt, countedReceipt, receiptToCheck } from '../acts/check-receipt.ts';
import { publicComments, showComments } from '../acts/moderate-comment.ts';
import { showRating } from '../acts/show-rating.ts';
import type { AppEnv } from '../app-env.ts';
import { clientKey } from '../client-key.ts';
import { body } from '../middleware/body.ts';
import type { Repeatable } from '../middleware/repeatable.ts';
import { slowGuessing } from '../middleware/slow-guessing.ts';
import type { Operation } from '../openapi.ts';

const ratingReceipt = z.object({ receipt: z.string() }).meta({ id: 'RatingReceipt', description: '测评回执，不含等次' });

export const ratingOperations: Operation[] = [
  { method: 'post', path: '/api/reports/{id}/ratings', summary: '测评一份述职报告', body: newRating, answers: { 201: ratingReceipt } },
  { method: 'get', path: '/api/reports/{id}/ratings', summary: '测评的状态和结果', answers: { 200: ratingNow } },
  { method: 'get', path: '/api/reports/{id}/comments', summary: '测评结束后公开的附言', answers: { 200: publicComments } },
  { method: 'post', path: '/api/reports/{id}/receipts', summary: '核对一份回执是否已经计入', body: receiptToCheck, answers: { 200: countedReceipt } },
];

export const ratingRoutes = (context: ActContext, repeatable: Repeatable) =>
  new Hono<AppEnv>()
    .post('/:id/ratings', body(newRating), async (c) => {
      const key = clientKey(c.req.raw.headers, c.env, context.settings.trustedProxy);
      const rate = () =>
        repeatable(c.get('repeatKey'), (repeat) => rateReport(context, { reportId: c.req.param('id'), rating: c.get('body'), repeat }));
      return c.json(await slowGuessing(context.limits.wrongCodes, key, rate), 201);
    })
    .get('/:id/ratings', async (c) => c.json(await showRating(context, c.req.param('id'))))
    .get('/:id/comments', async (c) => c.json(await showComments(context, c.req.param('id'))))
    .post('/:id/receipts', body(receiptToCheck), async (c) => {
      const key = clientKey(c.req.raw.headers, c.env, context.settings.trustedProxy);
      return c.json(await slowGuessing(context.limits.wrongCodes, key, () => checkReceipt(context, c.req.param('id'), c.get('body').receipt)));
    });
