import { DomainError, invalidField } from '../../../db/domain/problem.ts';
import { isGuessable } from '../../../db/domain/staff.ts';
import { forgetFirstPassword } from '../../../db/queries/staff.ts';
import type { ActContext } from '../../act-context.ts';
import type { Staff } from '../../staff.ts';
import { refusalOf } from './entry.ts';

/**
 * Gives a person the password of their own choice; all their other sessions end, and this one gets a new token.
 * @throws invalid `current`, `next`
 */
export async function setPassword(
  context: ActContext,
  staff: Staff,
  { current, next, cookies }: { current: string; next: string; cookies: string | null },
): Promise<string[]> {
  if (isGuessable(next, staff.name)) throw invalidField('next', 'passwordGuessable');
  if (next === current) throw invalidField('next', 'passwordSame');
  try {
    const { headers } = await context.staffAuth().api.changePassword({
      body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
      headers: new Headers({ cookie: cookies ?? '' }),
      returnHeaders: true,
    });
    const at = context.clock.now().toISOString();
    await forgetFirstPassword(context.db, staff.id, { at, actor: staff.actor, act: 'set-password', target: staff.actor });
    return headers.getSetCookie();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === 'INVALID_PASSWORD') throw invalidField('current', 'passwordWrong');
    if (refusal !== undefined) throw new DomainError('refused', 'signInAgain');
    throw error;
  }
}
