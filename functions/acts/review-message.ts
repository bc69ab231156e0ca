import { adviceFor, type MessageReview } from '../../db/domain/new-message-review.ts';
import type { NewMessage } from '../../db/domain/message.ts';
import { findPersonalData } from '../../db/domain/personal-data/find.ts';
import { isUnreachable } from '../../db/faults.ts';
import type { ActContext } from '../act-context.ts';
import { checkRecipient } from './check-recipient.ts';
import { findSimilar } from './find-similar.ts';

/**
 * What somebody should know before they send a message: similar matters, advice, personal data in it. Keeps nothing. Where
 * the database is away nothing similar is found, and the rest is still told.
 * @throws invalid `to`
 */
export async function reviewMessage(
  context: ActContext,
  { message, withSimilar }: { message: NewMessage; withSimilar: boolean },
): Promise<MessageReview> {
  checkRecipient(await context.records.current(), message.to);
  const similar = withSimilar ? await findSimilar(context, message).catch(noneIfAway) : [];
  const found = (['title', 'text'] as const).flatMap((field) => findPersonalData(message[field]).map((data) => ({ field, ...data })));
  return { similar, advice: adviceFor(message), found };
}

function noneIfAway(error: unknown): [] {
  if (!isUnreachable(error)) throw error;
  return [];
}
