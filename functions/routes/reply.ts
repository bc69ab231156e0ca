import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { replySession, replySignIn } from '../../db/domain/reply-key.ts';
import { newSubmission, ownSubmission } from '../../db/domain/submission.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { findReviewedPhoto } from '../../db/queries/photos.ts';
import { endSession } from '../../db/queries/reply-keys.ts';
import type { ActContext } from '../act-context.ts';
import { dropSubmission } from '../acts/drop-submission.ts';
import { openReplySession } from '../acts/open-reply-session.ts';
import { showInbox } from '../acts/show-inbox.ts';
import { showLetter } from '../acts/show-letter.ts';
import { submitEntry } from '../acts/submit-entry.ts';
import type { AppEnv } from '../app-env.ts';
import { clientKey } from '../client-key.ts';
import { body } from '../middleware/body.ts';
import { deputyOnly, giveReplyCookie, replyCookie, takeReplyCookie } from '../middleware/reply-session.ts';
import type { Repeatable } from '../middleware/repeatable.ts';
import { slowGuessing } from '../middleware/slow-guessing.ts';
import type { Operation } from '../openapi.ts';
import { sessionHash } from '../reply-secrets.ts';

const dropAsked = z.strictObject({ id: z.string().max(60) });

export const replyOperations: Operation[] = [
  { method: 'post', path: '/api/reply/sessions', summary: '代表凭答复卡进入', body: replySignIn, answers: { 201: replySession } },
  { method: 'post', path: '/api/reply/sessions/end', summary: '代表退出', answers: { 204: undefined } },
  { method: 'get', path: '/api/reply/session', summary: '是否已经进入', answers: { 200: replySession } },
  { method: 'get', path: '/api/reply/inbox', summary: '等代表办的事', answers: { 200: undefined } },
  { method: 'get', path: '/api/reply/letters/{id}', summary: '转给代表的一封信', answers: { 200: undefined } },
  { method: 'get', path: '/api/reply/letters/{id}/photos/{photo}', summary: '来信的一张审核过的照片', answers: { 200: undefined } },
  { method: 'post', path: '/api/reply/submissions', summary: '代表提交一件内容', body: newSubmission, answers: { 201: ownSubmission } },
  { method: 'post', path: '/api/reply/submissions/drop', summary: '代表取回还没有确认的内容', body: dropAsked, answers: { 204: undefined } },
];

/** Deputies without accounts. The cookie is this browser's; no answer is ever stored by one. */
export const replyRoutes = (context: ActContext, repeatable: Repeatable) =>
  new Hono<AppEnv>()
    .post('/sessions', body(replySignIn), async (c) => {
      const key = clientKey(c.req.raw.headers, c.env, context.settings.trustedProxy);
      const { session, secret } = await slowGuessing(context.limits.wrongCodes, key, () => openReplySession(context, c.get('body')));
      // Whoever sat here before is out: one browser, one session.
      await endOwn(context, c);
      giveReplyCookie(context, c, secret);
      return c.json(session, 201);
    })
    .post('/sessions/end', async (c) => {
      await endOwn(context, c);
      takeReplyCookie(context, c);
      return c.body(null, 204);
    })
    .get('/session', deputyOnly(context), (c) => c.json(c.get('deputy')))
    .get('/inbox', deputyOnly(context), async (c) => c.json(await showInbox(context, c.get('deputy').person)))
    .get('/letters/:id', deputyOnly(context), async (c) =>
      c.json(await showLetter(context, { personId: c.get('deputy').person, id: c.req.param('id') })),
    )
    .get('/letters/:id/photos/:photo', deputyOnly(context), async (c) => {
      const { id } = await showLetter(context, { personId: c.get('deputy').person, id: c.req.param('id') });
      const bytes = await findReviewedPhoto(context.db, id, c.req.param('photo'));
      if (!bytes) throw new DomainError('missing', 'letterNotFound');
      return c.body(bytes, 200, { 'content-type': 'image/jpeg' });
    })
    // Who it is stands before what is said: a stranger is not told what a good body would be.
    .post('/submissions', deputyOnly(context), body(newSubmission), async (c) => {
      const { person } = c.get('deputy');
      const entry = { personId: person, actor: `people:${person}`, submission: c.get('body') };
      return c.json(await repeatable(c.get('repeatKey'), (repeat) => submitEntry(context, { ...entry, repeat })), 201);
    })
    .post('/submissions/drop', deputyOnly(context), body(dropAsked), async (c) => {
      await dropSubmission(context, { id: c.get('body').id, personId: c.get('deputy').person });
      return c.body(null, 204);
    });

async function endOwn(context: ActContext, c: Context): Promise<void> {
  const secret = replyCookie(context, c);
  if (secret !== undefined) await endSession(context.db, await sessionHash(context.keys, secret));
}
