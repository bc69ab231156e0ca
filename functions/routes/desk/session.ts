/** Signing in and out. */
import { Hono } from 'hono';
import { secondStep, signInAsked } from '../../../db/domain/staff.ts';
import type { ActContext } from '../../act-context.ts';
import { confirmCode } from '../../acts/staff/confirm-code.ts';
import type { Entry } from '../../acts/staff/entry.ts';
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
    .post('/end', async (c) => withCookies(Response.json({}), await signOut(context, c.req.header('cookie') ?? null)));
