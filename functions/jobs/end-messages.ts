import { addDays } from '../../db/domain/civil-date.ts';
import { CLOSE_DAYS, EXPIRY_DAYS } from '../../db/domain/message.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { messagesUnmovedSince } from '../../db/queries/due-messages.ts';
import { convertedMessages } from '../../db/queries/proposal-letters.ts';
import { moveMessage } from '../acts/move-message.ts';
import { today, type AppContext } from '../context.ts';

type Context = Pick<AppContext, 'db' | 'clock' | 'settings' | 'records'>;

/** Hourly: closes what was answered and not contradicted, and what became proposals that are over, and lets expire what nobody moved for half a year. Returns how many. */
export async function endMessages(context: Context): Promise<number> {
  const now = today(context);
  const answered = await messagesUnmovedSince(context.db, ['answered'], addDays(now, -CLOSE_DAYS));
  const forgotten = await messagesUnmovedSince(
    context.db,
    ['submitted', 'accepted', 'redirected', 'forwarded', 'reopened'],
    addDays(now, -EXPIRY_DAYS),
  );
  return (await moveEach(context, 'close', [...answered, ...(await withProposalsOver(context))])) + (await moveEach(context, 'expire', forgotten));
}

async function moveEach(context: Context, verb: 'close' | 'expire', ids: string[]): Promise<number> {
  let moved = 0;
  for (const id of ids) {
    try {
      await moveMessage(context, { id, verb, by: { role: 'job', actor: 'job' } });
      moved++;
    } catch (error) {
      // Somebody was faster; the others are not kept waiting for this one.
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return moved;
}

/** Messages all of whose proposals are over: nothing is owed any more, not even a promise. */
async function withProposalsOver({ db, records }: Context): Promise<string[]> {
  // Before the first release there is nothing to be over.
  const current = await records.current().catch(() => undefined);
  if (!current) return [];
  const converted = await convertedMessages(db);
  return converted.filter(({ proposals }) => proposals.every((id) => current.find('proposals', id)?.over === true)).map(({ id }) => id);
}
