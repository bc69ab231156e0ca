import { followedList, type NewFollow } from '../../db/domain/follow.ts';
import { newId } from '../../db/domain/ids.ts';
import { DomainError, invalidField } from '../../db/domain/problem.ts';
import { formatSecret } from '../../db/domain/secret.ts';
import { findFollower, keepFollower } from '../../db/queries/followers.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { queueNotice } from './queue-notice.ts';

const DAY = 86_400_000;

/**
 * Takes the wish to follow something and mails a code to confirm it. Whoever follows it already gets a mail that says so;
 * the answer is always the same, so that nobody learns who follows what. A mail a day and thing at most.
 * @throws missing `followClosed` (the site sends no mail), invalid `followed`
 */
export async function startFollowing(context: ActContext, { email, proposal, list }: NewFollow): Promise<void> {
  const { db, keys, clock, settings } = context;
  if (settings.mailUrl === undefined) throw new DomainError('missing', 'followClosed');
  const question = await questionOf(context, proposal, list);
  const mailMark = await keys.mark('follow-mail', email);
  const found = await findFollower(db, mailMark, question);
  const id = found?.id ?? newId('fol');
  const code = keys.followCode(id);
  const now = clock.now();
  const notice = await queueNotice(
    context,
    {
      event: `${id}/${found?.confirmedOn ? 'again' : 'confirm'}/${today(context)}`,
      about: id,
      contact: email,
      template: found?.confirmedOn ? 'followAgain' : 'followConfirm',
      params: { code: formatSecret(code), page: pageOf(question) },
    },
    { ifChanged: !found },
  );
  if (found) await db.client.execute(notice);
  else {
    const row = { id, mailMark, question, sealed: await keys.seal({ email }, id), codeHash: await keys.hashCode(code), askedAt: now.toISOString() };
    await keepFollower(db, row, new Date(now.getTime() - DAY).toISOString(), notice);
  }
}

/** Where what is followed can be read. */
export const pageOf = (question: string): string =>
  question.startsWith('proposal=') ? `/proposals/${question.slice('proposal='.length)}/` : `/proposals/list/?${question}`;

async function questionOf({ records }: ActContext, proposal: string | undefined, list: string | undefined): Promise<string> {
  if (proposal !== undefined && list === undefined) {
    if ((await records.current()).find('proposals', proposal)) return `proposal=${proposal}`;
  } else if (proposal === undefined && list !== undefined) {
    const question = followedList(list);
    if (question !== undefined) return question;
  }
  throw invalidField(proposal === undefined ? 'list' : 'proposal', 'followed');
}
