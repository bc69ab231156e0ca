/** Signing in and out. */
import { Hono } from 'hono';
import { z } from 'zod';
import { passkeyAnswer, secondStep, signInAsked } from '../../../db/domain/staff.ts';
import type { ActContext } from '../../act-context.ts';
import { confirmCode } from '../../acts/staff/confirm-code.ts';
import type { Entry } from '../../acts/staff/entry.ts';
import { askPasskey, signInByPasskey } from '../../acts/staff/passkeys.ts';
import { signIn } from '../../acts/staff/sign-in.ts';
import { signOut } from '../../acts/staff/sign-out.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';
import { withCookies } from '../../with-cookies.ts';

const entered = ({ next, cookies }: Entry): Response => withCookies(Response.json({ next }), cookies);

export const sessionRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .post('/', body(signInAsked), async (c) => {
      const cookies = c.req.header('cookie') ?? null;
      const entry = await signIn(context, { ...c.get('body'), cookies });
      // Whoever sat here before is signed out: one browser, one session.
      await signOut(context, cookies);
      return entered(entry);
    })
    .post('/code', body(secondStep), async (c) => {
      const { code, recovery } = c.get('body');
      return entered(await confirmCode(context, { code, recovery, cookies: c.req.header('cookie') ?? null }));
    })
    .post('/passkey/question', body(z.strictObject({})), async () => {
      const { options, cookies } = await askPasskey(context);
      return withCookies(Response.json(options), cookies);
    })
    .post('/passkey', body(passkeyAnswer), async (c) => {
      const cookies = c.req.header('cookie') ?? null;
      const entry = await signInByPasskey(context, { response: c.get('body').response, cookies });
      await signOut(context, cookies);
      return entered(entry);
    })
    .post('/end', async (c) => withCookies(Response.json({}), await signOut(context, c.req.header('cookie') ?? null)));
