import { DomainError } from '../../../db/domain/problem.ts';
import { keepAudit } from '../../../db/queries/audit.ts';
import { countTries, forgiveTries, type TryLimit } from '../../../db/queries/sign-in-tries.ts';
import { endSession, isStaff, stepOf } from '../../../db/queries/staff.ts';
import type { ActContext } from '../../act-context.ts';
import { HttpProblem } from '../../http-problem.ts';
import { refusalOf, type Entry } from './entry.ts';
import { knownDevice } from './known-device.ts';

const QUARTER_HOUR = 900;

/**
 * The first step of signing in. Wrong passwords are counted per account and over all accounts, and on a device that the
 * account was entered from before on their own; nothing is ever locked for longer than the window.
 * @throws refused (`signInRefused`: account, password, a closed account; `firstPasswordExpired`), 429
 */
export async function signIn(
  context: ActContext,
  { name, password, cookies }: { name: string; password: string; cookies: string | null },
): Promise<Entry> {
  const account = name.normalize('NFKC').trim().toLowerCase();
  const limits = await limitsFor(context, account, cookies);
  const { allowed, secondsLeft } = await countTries(context.db, limits);
  if (!allowed) throw new HttpProblem(429, 'tooManySignIns', { 'retry-after': String(secondsLeft) });
  const { response, headers } = await tryPassword(context, account, password);
  await forgiveTries(
    context.db,
    limits.map(({ key }) => key),
  );
  if (!('user' in response)) return { next: 'code', cookies: headers.getSetCookie() };
  const { user, token } = response as unknown as { user: Parameters<typeof stepOf>[0]; token: string };
  if (user.firstPasswordUntil && user.firstPasswordUntil < context.clock.now()) {
    await endSession(context.db, token);
    throw new DomainError('refused', 'firstPasswordExpired');
  }
  return { next: stepOf(user), cookies: headers.getSetCookie() };
}

async function limitsFor(context: ActContext, account: string, cookies: string | null): Promise<TryLimit[]> {
  const device = await knownDevice(context, cookies, account);
  if (device !== undefined) return [{ key: await context.keys.mark('try', 'device', device), most: 10, seconds: QUARTER_HOUR }];
  return [
    { key: await context.keys.mark('try', 'account', account), most: 5, seconds: QUARTER_HOUR },
    { key: 'all', most: 60, seconds: 60 },
  ];
}

async function tryPassword(context: ActContext, username: string, password: string) {
  try {
    // Without the request's cookies: a session that is already there must not colour this one.
    return await context.staffAuth().api.signInUsername({ body: { username, password }, headers: new Headers(), returnHeaders: true });
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    const target = (await isStaff(context.db, username)) ? `staff:${username}` : 'staff:unknown';
    await keepAudit(context.db, { at: context.clock.now().toISOString(), actor: 'public', act: 'sign-in-refused', target });
    throw new DomainError('refused', 'signInRefused');
  }
}
