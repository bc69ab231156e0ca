import { Hono } from 'hono';
import { replySession, replySignIn } from '../../db/domain/reply-key.ts';
import { endSession } from '../../db/queries/reply-keys.ts';
import type { ActContext } from '../act-context.ts';
import { openReplySession } from '../acts/open-reply-session.ts';
import type { AppEnv } from '../app-env.ts';
import { clientKey } from '../client-key.ts';
import { body } from '../middleware/body.ts';
import { deputyOnly, giveReplyCookie, replyCookie, takeReplyCookie } from '../middleware/reply-session.ts';
import { slowGuessing } from '../middleware/slow-guessing.ts';
import type { Operation } from '../openapi.ts';
import { sessionHash } from '../reply-secrets.ts';

export const replyOperations: Operation[] = [
  { method: 'post', path: '/api/reply/sessions', summary: '代表凭答复卡进入', body: replySignIn, answers: { 201: replySession } },
  { method: 'post', path: '/api/reply/sessions/end', summary: '代表退出', answers: { 204: undefined } },
  { method: 'get', path: '/api/reply/session', summary: '是否已经进入', answers: { 200: replySession } },
];

/** Deputies without accounts. The cookie is this browser's; no answer is ever stored by one. */
export const replyRoutes = (context: ActContext) =>
  new Hono<AppEnv>()
    .post('/sessions', body(replySignIn), async (c) => {
      const key = clientKey(c.req.raw.headers, c.env, context.settings.trustedProxy);
      const { session, secret } = await slowGuessing(context.limits.wrongCodes, key, () => openReplySession(context, c.get('body')));
      giveReplyCookie(context, c, secret);
      return c.json(session, 201);
    })
    .post('/sessions/end', async (c) => {
      const secret = replyCookie(context, c);
      if (secret !== undefined) await endSession(context.db, await sessionHash(context.keys, secret));
      takeReplyCookie(context, c);
      return c.body(null, 204);
    })
    .get('/session', deputyOnly(context), (c) => c.json(c.get('deputy')));
