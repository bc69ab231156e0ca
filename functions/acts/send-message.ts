import { addDays } from '../../db/domain/civil-date.ts';
import { newId } from '../../db/domain/ids.ts';
import type { NewMessage } from '../../db/domain/message.ts';
import { wayTo } from '../../db/domain/notice.ts';
import { DomainError, invalidField } from '../../db/domain/problem.ts';
import { formatSecret, newSecret } from '../../db/domain/secret.ts';
import { caresOf } from '../../db/domain/sensitive.ts';
import { keepMessage } from '../../db/queries/messages.ts';
import type { ActContext, Repeat } from '../act-context.ts';
import { today } from '../context.ts';
import { checkChallenge } from './check-challenge.ts';
import { checkVerification } from './check-verification.ts';
import { checkRecipient } from './check-recipient.ts';
import { queueNotice } from './queue-notice.ts';

export type MessageReceipt = { code: string; expectedBy: string };

/**
 * Takes a message in. Without a challenge (where one is asked for) it goes to the low-trust queue.
 * @throws invalid `to` or `challenge`, invalid (key used for another body), unavailable
 */
export async function sendMessage(
  context: ActContext,
  { message, repeat }: { message: NewMessage; repeat: Repeat | undefined },
): Promise<MessageReceipt> {
  const records = await context.records.current();
  checkRecipient(records, message.to);
  const { challenge: solved, name, contact, verification, follow, ...kept } = message;
  const verifiedBy = await checkVerification(context, message);
  // A repeat may bring a fresh challenge for the same message, so the challenge is no part of the body.
  const bodyText = JSON.stringify(['send', kept, name, contact, follow]);
  const challenge = solved === undefined ? undefined : await checkChallenge(context, solved);
  const code = repeat ? await context.keys.codeForRequest(repeat.key, bodyText) : newSecret();
  const id = newId('msg');
  const submittedOn = today(context);
  const request = await repeat?.hashes(bodyText);
  const expectedBy = addDays(submittedOn, records.release.site.answerTargetDays);
  const trusted = challenge !== undefined || !context.settings.challenge;
  const outcome = await keepMessage(context.db, {
    id,
    codeHash: await context.keys.hashCode(code),
    message: kept,
    contactHash: contact === undefined ? undefined : await context.keys.hashContact(wayTo(contact).to),
    cares: caresOf(kept.title, kept.text),
    follow: follow && contact !== undefined,
    verifiedBy,
    notice: await receivedNotice(context, id, { contact, on: submittedOn, expectedBy, trusted }),
    sealed: name === undefined && contact === undefined ? undefined : await context.keys.seal({ name, contact }, id),
    trust: trusted ? 'normal' : 'low',
    submittedOn,
    expectedBy,
    at: context.clock.now().toISOString(),
    challenge,
    repeat: request,
  });
  if (!outcome.kept && outcome.knownBody === undefined) throw invalidField('challenge', 'challengeWrong');
  if (!outcome.kept && outcome.knownBody !== request?.bodyHash) throw new DomainError('invalid', 'keyUsedForOtherBody');
  return { code: formatSecret(code), expectedBy: outcome.expectedBy ?? '' };
}

/** Only where the proof of work was done: else anybody could make this site write to strangers. */
async function receivedNotice(
  context: ActContext,
  id: string,
  { contact, on, expectedBy, trusted }: { contact: string | undefined; on: string; expectedBy: string; trusted: boolean },
) {
  if (contact === undefined || !trusted || wayTo(contact).channel === 'hand') return undefined;
  return queueNotice(context, { event: `${id}/received`, about: id, contact, template: 'messageReceived', params: { on, expectedBy } });
}
