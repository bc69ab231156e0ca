/** Joining an authenticator app: the secret is shown, a first code proves that the app has it, then recovery codes once. */
import { DomainError, invalidField } from '../../../db/domain/problem.ts';
import { keepAudit } from '../../../db/queries/audit.ts';
import type { ActContext } from '../../act-context.ts';
import type { Staff } from '../../staff.ts';
import { refusalOf } from './entry.ts';
import { rememberDevice } from './known-device.ts';

/** What the app needs: an address for its camera and the secret in letters for typing. */
export type AuthenticatorOffer = { uri: string; secret: string };

type Asked<T> = T & { cookies: string | null };

/** A fresh secret, not yet in force. @throws invalid `password`, refused (an app is joined already) */
export async function offerAuthenticator(
  context: ActContext,
  staff: Staff,
  { password, cookies }: Asked<{ password: string }>,
): Promise<AuthenticatorOffer> {
  const answer = await readable('password', () =>
    context.staffAuth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers: new Headers({ cookie: cookies ?? '' }) }),
  );
  const secret = new URL((answer as { totpURI: string }).totpURI).searchParams.get('secret') ?? '';
  const { name } = (await context.records.current()).release.site;
  // The library would show the made-up mail address in the app.
  const label = `${encodeURIComponent(name)}:${encodeURIComponent(staff.name)}`;
  return { secret, uri: `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer: name, digits: '6', period: '30' }).toString()}` };
}

/** Puts the secret in force with a first code. The session gets a new token. @throws invalid `code` */
export async function confirmAuthenticator(
  context: ActContext,
  staff: Staff,
  { code, cookies }: Asked<{ code: string }>,
): Promise<{ recoveryCodes: string[]; cookies: string[] }> {
  const { api } = context.staffAuth();
  const { headers } = await readable('code', () =>
    api.verifyTOTP({ body: { code }, headers: new Headers({ cookie: cookies ?? '' }), returnHeaders: true }),
  );
  await tell(context, staff, 'join-authenticator');
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: staff.id } });
  return { recoveryCodes: backupCodes, cookies: [...headers.getSetCookie(), await rememberDevice(context, staff.name)] };
}

/** New recovery codes; the old ones no longer count. @throws invalid `password` */
export async function renewRecoveryCodes(context: ActContext, staff: Staff, { password, cookies }: Asked<{ password: string }>): Promise<string[]> {
  const answer = await readable('password', () =>
    context.staffAuth().api.generateBackupCodes({ body: { password }, headers: new Headers({ cookie: cookies ?? '' }) }),
  );
  await tell(context, staff, 'renew-recovery-codes');
  return answer.backupCodes;
}

const tell = (context: ActContext, { actor }: Staff, act: string): Promise<void> =>
  keepAudit(context.db, { at: context.clock.now().toISOString(), actor, act, target: actor });

async function readable<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === 'INVALID_PASSWORD') throw invalidField(field, 'passwordWrong');
    if (refusal === 'INVALID_CODE') throw invalidField(field, 'authenticatorWrong');
    if (refusal !== undefined) throw new DomainError('refused', 'signInAgain');
    throw error;
  }
}
