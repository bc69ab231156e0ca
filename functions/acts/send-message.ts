import { addDays } from '../../db/domain/civil-date.ts';
import { newId } from '../../db/domain/ids.ts';
import type { NewMessage } from '../../db/domain/message.ts';
import { DomainError, invalidField } from '../../db/domain/problem.ts';
import { formatSecret, newSecret } from '../../db/domain/secret.ts';
import { keepMessage } from '../../db/queries/messages.ts';
import type { ActContext, Repeat } from '../act-context.ts';
import { today } from '../context.ts';
import { checkChallenge } from './check-challenge.ts';
import { checkRecipient } from './check-recipient.ts';

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
  const { challenge: solved, name, contact, ...kept } = message;
  // A repeat may bring a fresh challenge for the same message, so the challenge is no part of the body.
  const bodyText = JSON.stringify(['send', kept, name, contact]);
  const challenge = solved === undefined ? undefined : await checkChallenge(context, solved);
  const code = repeat ? await context.keys.codeForRequest(repeat.key, bodyText) : newSecret();
  const id = newId('msg');
  const submittedOn = today(context);
  const request = await repeat?.hashes(bodyText);
  const outcome = await keepMessage(context.db, {
    id,
    codeHash: await context.keys.hashCode(code),
    message: kept,
    sealed: name === undefined && contact === undefined ? undefined : await context.keys.seal({ name, contact }, id),
    trust: challenge || !context.settings.challenge ? 'normal' : 'low',
    submittedOn,
    expectedBy: addDays(submittedOn, records.release.site.answerTargetDays),
    at: context.clock.now().toISOString(),
    challenge,
    repeat: request,
  });
  if (!outcome.kept && outcome.knownBody === undefined) throw invalidField('challenge', 'challengeWrong');
  if (!outcome.kept && outcome.knownBody !== request?.bodyHash) throw new DomainError('invalid', 'keyUsedForOtherBody');
  return { code: formatSecret(code), expectedBy: outcome.expectedBy ?? '' };
}
