import { DomainError } from '../../db/domain/problem.ts';
import type { ReplySession } from '../../db/domain/reply-key.ts';
import { findSession } from '../../db/queries/reply-keys.ts';
import type { ActContext } from '../act-context.ts';
import { sessionHash } from '../reply-secrets.ts';

/** Whose session a cookie stands for. @throws refused `notSignedIn` (none, ended, expired, or a deputy no more) */
export async function findReplySession(context: Pick<ActContext, 'db' | 'keys' | 'records'>, secret: string | undefined): Promise<ReplySession> {
  const found = secret === undefined ? undefined : await findSession(context.db, await sessionHash(context.keys, secret));
  const person = found && (await context.records.current()).find('people', found.personId);
  if (!found || person?.active !== true) throw new DomainError('refused', 'notSignedIn');
  return { person: person.id, name: person.title, until: found.until };
}
