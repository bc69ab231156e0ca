/** One's own account. */
import { Hono } from 'hono';
import { actsOf } from '../../../db/domain/desk-rules.ts';
import { authenticatorCode, newPassword, passwordAgain } from '../../../db/domain/staff.ts';
import type { ActContext } from '../../act-context.ts';
import { confirmAuthenticator, offerAuthenticator, renewRecoveryCodes } from '../../acts/staff/join-authenticator.ts';
import { setPassword } from '../../acts/staff/set-password.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';
import { withCookies } from '../../with-cookies.ts';

export const meRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .get('/', (c) => {
      const { name, title, role, step } = c.get('staff');
      return c.json({ name, title, role, step, acts: step === 'desk' ? actsOf(role) : [] });
    })
    .post('/password', body(newPassword), async (c) => {
      const cookies = await setPassword(context, c.get('staff'), { ...c.get('body'), cookies: c.req.header('cookie') ?? null });
      return withCookies(Response.json({}), cookies);
    })
    .post('/authenticator', body(passwordAgain), async (c) =>
      c.json(await offerAuthenticator(context, c.get('staff'), { ...c.get('body'), cookies: c.req.header('cookie') ?? null })),
    )
    .post('/authenticator/confirm', body(authenticatorCode), async (c) => {
      const given = { ...c.get('body'), cookies: c.req.header('cookie') ?? null };
      const { recoveryCodes, cookies } = await confirmAuthenticator(context, c.get('staff'), given);
      return withCookies(Response.json({ recoveryCodes }), cookies);
    })
    .post('/recovery-codes', body(passwordAgain), async (c) => {
      const recoveryCodes = await renewRecoveryCodes(context, c.get('staff'), { ...c.get('body'), cookies: c.req.header('cookie') ?? null });
      return c.json({ recoveryCodes });
    });
