import { CONFIRM_HOURS } from '../../db/domain/follow.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { confirmFollower } from '../../db/queries/followers.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

/** Confirms that the mail reached who asked; from now on news is told. @throws missing (wrong code, or too late) */
export async function confirmFollowing(context: ActContext, code: string): Promise<{ followed: string }> {
  const now = context.clock.now();
  const since = new Date(now.getTime() - CONFIRM_HOURS * 3_600_000).toISOString();
  const found = await confirmFollower(context.db, await context.keys.hashCode(code), { on: today(context), at: now.toISOString(), since });
  if (found === undefined) throw new DomainError('missing', 'followNotFound', { errors: [{ path: ['code'], code: 'followNotFound' }] });
  return { followed: found };
}
