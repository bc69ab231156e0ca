import { Hono } from 'hono';
import { z } from 'zod';
import { isRowId } from '../../db/domain/ids.ts';
import { messageReceipt, newMessage, RECIPIENT } from '../../db/domain/message.ts';
import { messageReview } from '../../db/domain/new-message-review.ts';
import { hidingReason, publicMessage } from '../../db/domain/public-message.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { findPublicPhoto } from '../../db/queries/photos.ts';
import { countHidden } from '../../db/queries/hidden-messages.ts';
import { findPublicMessage, listPublicMessages } from '../../db/queries/public-messages.ts';
import type { ActContext } from '../act-context.ts';
import { noPublicMessage } from '../acts/no-public-message.ts';
import { reviewMessage } from '../acts/review-message.ts';
import { sendMessage } from '../acts/send-message.ts';
import type { AppEnv } from '../app-env.ts';
import { clientKey } from '../client-key.ts';
import { countMessages } from '../middleware/count-messages.ts';
import { body } from '../middleware/body.ts';
import { question } from '../middleware/question.ts';
import type { Repeatable } from '../middleware/repeatable.ts';
import type { Operation } from '../openapi.ts';

const PAGE_SIZE = 20;
const listQuestion = z.strictObject({
  to: z.string().regex(RECIPIENT, { error: 'recipient' }).optional(),
  page: z.coerce.number({ error: 'number' }).int({ error: 'number' }).min(1, { error: 'number' }).max(10_000, { error: 'number' }).default(1),
});
const messageList = z
  .object({
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    items: z.array(publicMessage),
    hidden: z.partialRecord(hidingReason, z.number().int()),
  })
  .meta({ id: 'PublicMessages', description: '公开的留言，一页' });

export const messageOperations: Operation[] = [
  { method: 'post', path: '/api/messages', summary: '给代表、联络站或片区留言', body: newMessage, answers: { 201: messageReceipt } },
  { method: 'post', path: '/api/messages/check', summary: '提交前核对，什么也不保存', body: newMessage, answers: { 200: messageReview } },
  { method: 'get', path: '/api/messages', summary: '公开的留言', query: listQuestion, answers: { 200: messageList } },
  { method: 'get', path: '/api/messages/{id}', summary: '一件公开的留言', answers: { 200: publicMessage } },
  { method: 'get', path: '/api/messages/{id}/photos/{photo}', summary: '公开的留言的一张照片', answers: { 200: undefined } },
];

export const messageRoutes = (context: ActContext, repeatable: Repeatable) =>
  new Hono<AppEnv>()
    .post('/', body(newMessage), async (c) => {
      const message = c.get('body');
      const counter = message.challenge === undefined && context.settings.challenge ? context.limits.unprovenMessages : context.limits.messages;
      const key = clientKey(c.req.raw.headers, c.env, context.settings.trustedProxy);
      const send = () => repeatable(c.get('repeatKey'), (repeat) => sendMessage(context, { message, repeat }));
      return c.json(await countMessages(counter, key, send), 201);
    })
    .post('/check', body(newMessage), async (c) => {
      const key = clientKey(c.req.raw.headers, c.env, context.settings.trustedProxy);
      return c.json(await reviewMessage(context, { message: c.get('body'), withSimilar: context.limits.similar.hit(key) }));
    })
    .get('/', question(listQuestion), async (c) => {
      const { to, page } = c.get('question');
      const [list, hidden] = await Promise.all([
        listPublicMessages(context.db, { to, page, size: PAGE_SIZE }),
        page === 1 && to === undefined ? countHidden(context.db) : {},
      ]);
      return c.json({ ...list, page, pageSize: PAGE_SIZE, hidden });
    })
    .get('/:id', async (c) => {
      const found = isRowId('msg', c.req.param('id')) ? await findPublicMessage(context.db, c.req.param('id')) : undefined;
      if (!found) throw await noPublicMessage(context, c.req.param('id'));
      return c.json(found);
    })
    .get('/:id/photos/:photo', async (c) => {
      const { id, photo } = c.req.param();
      const bytes = isRowId('msg', id) && isRowId('pho', photo) ? await findPublicPhoto(context.db, id, photo) : undefined;
      if (!bytes) throw new DomainError('missing', 'messageNotFound');
      return c.body(bytes, 200, { 'content-type': 'image/jpeg' });
    });
