/** One's own account. */
import { Hono } from 'hono';
import { z } from 'zod';
import { actsOf } from '../../../db/domain/desk-rules.ts';
import { authenticatorCode, newPassword, passkeyAnswer, passwordAgain } from '../../../db/domain/staff.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import { dropPasskey, listPasskeys } from '../../../db/queries/staff.ts';
import type { ActContext } from '../../act-context.ts';
import { confirmAuthenticator, offerAuthenticator, renewRecoveryCodes } from '../../acts/staff/join-authenticator.ts';
import { addPasskey, askNewPasskey } from '../../acts/staff/passkeys.ts';
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
    })
    .get('/passkeys', async (c) => c.json({ items: await listPasskeys(context.db, c.get('staff').id) }))
    .post('/passkeys/question', body(z.strictObject({})), async (c) => {
      const { options, cookies } = await askNewPasskey(context, c.req.header('cookie') ?? null);
      return withCookies(Response.json(options), cookies);
    })
    .post('/passkeys', body(passkeyAnswer), async (c) => {
      await addPasskey(context, c.get('staff'), { ...c.get('body'), cookies: c.req.header('cookie') ?? null });
      return c.json({}, 201);
    })
    .post('/passkeys/drop', body(z.strictObject({ id: z.string().max(60) })), async (c) => {
      const { id, actor } = c.get('staff');
      const entry = { at: context.clock.now().toISOString(), actor, act: 'drop-passkey', target: actor };
      if (!(await dropPasskey(context.db, { id: c.get('body').id, userId: id }, entry))) throw new DomainError('missing', 'passkeyRefused');
      return c.json({});
    });
