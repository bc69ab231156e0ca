import { Hono } from 'hono';
import { z } from 'zod';
import { followCode, followed, newFollow } from '../../db/domain/follow.ts';
import type { ActContext } from '../act-context.ts';
import { confirmFollowing } from '../acts/confirm-following.ts';
import { startFollowing } from '../acts/start-following.ts';
import { stopFollowing } from '../acts/stop-following.ts';
import type { AppEnv } from '../app-env.ts';
import { clientKey } from '../client-key.ts';
import { body } from '../middleware/body.ts';
import { countMessages } from '../middleware/count-messages.ts';
import { slowGuessing } from '../middleware/slow-guessing.ts';
import type { Operation } from '../openapi.ts';

const open = z.object({ open: z.boolean() }).meta({ id: 'FollowOpen', description: '本站能不能用邮件关注' });
const asked = z.object({ asked: z.literal(true) }).meta({ id: 'FollowAsked', description: '已经寄出确认邮件，不论以前有没有关注' });

export const followOperations: Operation[] = [
  { method: 'get', path: '/api/follows', summary: '能不能用邮件关注', answers: { 200: open } },
  { method: 'post', path: '/api/follows', summary: '用邮件关注一件建议或者一个清单', body: newFollow, answers: { 202: asked } },
  { method: 'post', path: '/api/follows/confirm', summary: '确认关注', body: followCode, answers: { 200: followed } },
  { method: 'post', path: '/api/follows/stop', summary: '取消关注', body: followCode, answers: { 200: followed } },
];

export const followRoutes = (context: ActContext) => {
  const keyOf = (c: { req: { raw: Request }; env: AppEnv['Bindings'] }) => clientKey(c.req.raw.headers, c.env, context.settings.trustedProxy);
  return new Hono<AppEnv>()
    .get('/', (c) => c.json({ open: context.settings.mailUrl !== undefined }))
    .post('/', body(newFollow), async (c) => {
      await countMessages(context.limits.follows, keyOf(c), () => startFollowing(context, c.get('body')));
      return c.json({ asked: true as const }, 202);
    })
    .post('/confirm', body(followCode), async (c) =>
      c.json(await slowGuessing(context.limits.wrongCodes, keyOf(c), () => confirmFollowing(context, c.get('body').code))),
    )
    .post('/stop', body(followCode), async (c) =>
      c.json(await slowGuessing(context.limits.wrongCodes, keyOf(c), () => stopFollowing(context, c.get('body').code))),
    );
};
