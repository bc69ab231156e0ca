import { Hono } from 'hono';
import { z } from 'zod';
import { isRowId } from '../../db/domain/ids.ts';
import { messageReceipt, newMessage, RECIPIENT } from '../../db/domain/message.ts';
import { messageStatus, statusQuestion } from '../../db/domain/message-status.ts';
import { publicMessage } from '../../db/domain/public-message.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { findPublicMessage, listPublicMessages } from '../../db/queries/public-messages.ts';
import type { ActContext } from '../act-context.ts';
import { followMessage } from '../acts/follow-message.ts';
import { sendMessage } from '../acts/send-message.ts';
import type { AppEnv } from '../app-env.ts';
import { clientKey } from '../client-key.ts';
import { countMessages } from '../middleware/count-messages.ts';
import { body } from '../middleware/body.ts';
import { question } from '../middleware/question.ts';
import type { Repeatable } from '../middleware/repeatable.ts';
import { slowGuessing } from '../middleware/slow-guessing.ts';
import type { Operation } from '../openapi.ts';

const PAGE_SIZE = 20;
const listQuestion = z.strictObject({
  to: z.string().regex(RECIPIENT, { error: 'recipient' }).optional(),
  page: z.coerce.number({ error: 'number' }).int({ error: 'number' }).min(1, { error: 'number' }).max(10_000, { error: 'number' }).default(1),
});
const messageList = z
  .object({ total: z.number().int(), page: z.number().int(), pageSize: z.number().int(), items: z.array(publicMessage) })
  .meta({ id: 'PublicMessages', description: '公开的留言，一页' });

export const messageOperations: Operation[] = [
  { method: 'post', path: '/api/messages', summary: '给代表、联络站或片区留言', body: newMessage, answers: { 201: messageReceipt } },
  { method: 'post', path: '/api/messages/status', summary: '凭回执码查询', body: statusQuestion, answers: { 200: messageStatus } },
  { method: 'get', path: '/api/messages', summary: '公开的留言', query: listQuestion, answers: { 200: messageList } },
  { method: 'get', path: '/api/messages/{id}', summary: '一件公开的留言', answers: { 200: publicMessage } },
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
    .post('/status', body(statusQuestion), async (c) => {
      const key = clientKey(c.req.raw.headers, c.env, context.settings.trustedProxy);
      return c.json(await slowGuessing(context.limits.wrongCodes, key, () => followMessage(context, c.get('body').code)));
    })
    .get('/', question(listQuestion), async (c) => {
      const { to, page } = c.get('question');
      return c.json({ ...(await listPublicMessages(context.db, { to, page, size: PAGE_SIZE })), page, pageSize: PAGE_SIZE });
    })
    .get('/:id', async (c) => {
      const found = isRowId('msg', c.req.param('id')) ? await findPublicMessage(context.db, c.req.param('id')) : undefined;
      if (!found) throw new DomainError('missing', 'messageNotFound');
      return c.json(found);
    });
