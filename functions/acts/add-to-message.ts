import { DomainError } from '../../db/domain/problem.ts';
import { MOST_ADDITIONS } from '../../db/domain/sender-choices.ts';
import { findRequest } from '../../db/queries/statement.ts';
import { keepAddition } from '../../db/queries/sender-acts.ts';
import type { ActContext, Repeat } from '../act-context.ts';
import { today } from '../context.ts';
import { mustBeAbleTo, ownMessage } from './own-message.ts';

/**
 * The sender adds a sentence to a message under way. A repeat under the same key adds nothing.
 * @throws missing, refused `notNow` (it has ended, or there are five), invalid (key used for another body)
 */
export async function addToMessage(context: ActContext, { code, text, repeat }: { code: string; text: string; repeat: Repeat | undefined }) {
  const own = await ownMessage(context, code);
  const request = await repeat?.hashes(JSON.stringify(['add', code, text]));
  const known = request && (await findRequest(context.db, request.keyHash));
  if (known !== undefined && known !== request?.bodyHash) throw new DomainError('invalid', 'keyUsedForOtherBody');
  if (known !== undefined) return;
  mustBeAbleTo(own, 'add');
  const kept = await keepAddition(context.db, {
    id: own.id,
    text,
    on: today(context),
    at: context.clock.now().toISOString(),
    most: MOST_ADDITIONS,
    repeat: request,
  });
  if (!kept) throw new DomainError('refused', 'notNow');
}
