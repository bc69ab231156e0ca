import { DomainError } from '../../db/domain/problem.ts';
import type { ReplySession, ReplySignIn } from '../../db/domain/reply-key.ts';
import { newSecret } from '../../db/domain/secret.ts';
import { openSession, ownerOf, type Shown } from '../../db/queries/reply-keys.ts';
import type { ActContext } from '../act-context.ts';
import { dayCodeHash, linkHash, sessionHash } from '../reply-secrets.ts';

/**
 * Lets a deputy in for two hours. Unknown, used, expired and revoked secrets, and those of former deputies, are answered
 * alike, at the same cost.
 * @returns the session, and the secret of its cookie
 * @throws refused `replyKeyNotAccepted`
 */
export async function openReplySession(
  context: Pick<ActContext, 'db' | 'keys' | 'clock' | 'records'>,
  { token, number, dayCode }: ReplySignIn,
): Promise<{ session: ReplySession; secret: string }> {
  const { keys, db } = context;
  const shown: Shown =
    token === undefined ? { number: Number(number), dayHash: await dayCodeHash(keys, dayCode ?? '') } : { tokenHash: await linkHash(keys, token) };
  const secret = newSecret();
  const personId = await ownerOf(db, shown);
  const { find } = await context.records.current();
  const person = personId === undefined ? undefined : find('people', personId);
  const entry = { at: context.clock.now().toISOString(), actor: `people:${personId}`, act: 'open-reply-session', target: `people:${personId}` };
  const until = await openSession(db, shown, await sessionHash(keys, secret), entry);
  if (until === undefined || person?.active !== true) throw new DomainError('refused', 'replyKeyNotAccepted');
  return { session: { person: person.id, name: person.title, until }, secret };
}
