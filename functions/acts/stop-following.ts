import { DomainError } from '../../db/domain/problem.ts';
import { forgetFollower } from '../../db/queries/followers.ts';
import type { ActContext } from '../act-context.ts';

/** Forgets a follower with address and waiting mails. @throws missing (nobody has this code, or not any more) */
export async function stopFollowing({ db, keys }: ActContext, code: string): Promise<{ followed: string }> {
  const found = await forgetFollower(db, await keys.hashCode(code));
  if (found === undefined) throw new DomainError('missing', 'followNotFound', { errors: [{ path: ['code'], code: 'followNotFound' }] });
  return { followed: found };
}
