import { DomainError, invalidField } from '../../../db/domain/problem.ts';
import { claimCode } from '../../../db/queries/sign-in-tries.ts';
import { endSession, findStaff } from '../../../db/queries/staff.ts';
import type { ActContext } from '../../act-context.ts';
import { onlyCookies } from '../../cookies.ts';
import { HttpProblem } from '../../http-problem.ts';
import { refusalOf, type Entry } from './entry.ts';
import { rememberDevice } from './known-device.ts';

type Given = { code: string | undefined; recovery: string | undefined; cookies: string | null };

/**
 * The second step: six digits of the app, each good for once, or a recovery code, which is then used up.
 * @throws invalid `code`/`recovery`, refused (`signInAgain`: the first step is too long ago or was tried too often), 429
 */
export async function confirmCode(context: ActContext, { code, recovery, cookies }: Given): Promise<Entry> {
  // Only the cookie of the first step: with another's session in the request the library would look at that one.
  const headers = onlyCookies(cookies, (name) => name.endsWith('.two_factor'));
  const { api } = context.staffAuth();
  const done = await readable(recovery === undefined ? 'code' : 'recovery', () =>
    recovery === undefined
      ? api.verifyTOTP({ body: { code: code ?? '' }, headers, returnHeaders: true })
      : api.verifyBackupCode({ body: { code: recovery.normalize('NFKC').trim() }, headers, returnHeaders: true }),
  );
  const { token, user } = done.response as { token: string; user: { id: string } };
  if (code !== undefined && !(await claimCode(context.db, await context.keys.mark('totp', user.id, code)))) {
    await endSession(context.db, token);
    throw invalidField('code', 'authenticatorUsed');
  }
  const { name } = await findStaff(context.db, user.id);
  return { next: 'desk', cookies: [...done.headers.getSetCookie(), await rememberDevice(context, name)] };
}

async function readable<T>(field: 'code' | 'recovery', work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    if (refusal === 'INVALID_CODE') throw invalidField(field, 'authenticatorWrong');
    if (refusal === 'INVALID_BACKUP_CODE') throw invalidField(field, 'recoveryWrong');
    if (refusal === 'ACCOUNT_TEMPORARILY_LOCKED') throw new HttpProblem(429, 'tooManySignIns', { 'retry-after': '900' });
    throw new DomainError('refused', 'signInAgain');
  }
}
