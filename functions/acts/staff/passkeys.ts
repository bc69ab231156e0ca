/**
 * Passkeys: the device itself proves who holds it and that it was unlocked by finger, face or number, so that one stands for
 * password and code together. Only who is fully in can add one.
 */
import { DomainError } from '../../../db/domain/problem.ts';
import { keepAudit } from '../../../db/queries/audit.ts';
import type { ActContext } from '../../act-context.ts';
import type { Staff } from '../../staff.ts';
import { refusalOf, type Entry } from './entry.ts';

/** What a browser is asked, as WebAuthn has it in JSON, and the cookie of the question. */
export type PasskeyQuestion = { options: object; cookies: string[] };

const withCookie = (cookies: string | null): Headers => new Headers({ cookie: cookies ?? '' });

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    throw new DomainError('refused', 'passkeyRefused');
  }
}

/** The question for a new passkey. */
export async function askNewPasskey(context: ActContext, cookies: string | null): Promise<PasskeyQuestion> {
  const { response, headers } = await readable(() =>
    context.staffAuth().api.generatePasskeyRegistrationOptions({ headers: withCookie(cookies), returnHeaders: true }),
  );
  return { options: response, cookies: headers.getSetCookie() };
}

/** Keeps a passkey. @throws refused */
export async function addPasskey(
  context: ActContext,
  { actor }: Staff,
  { response, name, cookies }: { response: object; name?: string | undefined; cookies: string | null },
): Promise<void> {
  await readable(() =>
    context.staffAuth().api.verifyPasskeyRegistration({ body: { response, ...(name && { name }) }, headers: withCookie(cookies) }),
  );
  await keepAudit(context.db, { at: context.clock.now().toISOString(), actor, act: 'add-passkey', target: actor });
}

/** The question at signing in: which of the passkeys that the device has for this site. */
export async function askPasskey(context: ActContext): Promise<PasskeyQuestion> {
  const { response, headers } = await readable(() =>
    context.staffAuth().api.generatePasskeyAuthenticationOptions({ headers: new Headers(), returnHeaders: true }),
  );
  return { options: { ...response, userVerification: 'required' }, cookies: headers.getSetCookie() };
}

/** Signs in by a passkey. @throws refused (unknown, not unlocked, a closed account) */
export async function signInByPasskey(
  context: ActContext,
  { response, cookies }: { response: Record<string, unknown>; cookies: string | null },
): Promise<Entry> {
  const { headers } = await readable(() =>
    context.staffAuth().api.verifyPasskeyAuthentication({ body: { response: response as never }, headers: withCookie(cookies), returnHeaders: true }),
  );
  return { next: 'desk', cookies: headers.getSetCookie() };
}
