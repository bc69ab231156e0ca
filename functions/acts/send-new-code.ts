import { wayTo } from '../../db/domain/notice.ts';
import { formatSecret, newSecret } from '../../db/domain/secret.ts';
import { keepNewCodes, messagesOfContact } from '../../db/queries/lost-codes.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { queueNotice } from './queue-notice.ts';

/** The latest messages of a contact that get a new code; always as many are prepared, whether there are any or not. */
const MESSAGES = 3;

/**
 * Sends new codes to the contact that was stored with messages, once a day for each. Says nothing of whether there were any:
 * the same statements, hashes and notices are made in every case, and only the database leaves out what has no message.
 */
export async function sendNewCode(context: ActContext, { contact }: { contact: string }): Promise<void> {
  const { to, channel } = wayTo(contact);
  const found = await messagesOfContact(context.db, await context.keys.hashContact(to), MESSAGES);
  const at = context.clock.now().toISOString();
  const slots = await Promise.all(
    Array.from({ length: MESSAGES }, async (_, place) => {
      // Nobody reads a code out by telephone: only what a machine sends, or the office types off, goes to the stored address.
      const message = channel === 'hand' ? undefined : found[place];
      const id = message?.id ?? '';
      const code = newSecret();
      const params = { on: message?.submittedOn ?? '', code: formatSecret(code) };
      const notice = await queueNotice(context, {
        event: `${id}/new-code/${today(context)}`,
        about: id,
        contact: to,
        template: 'messageNewCode',
        params,
      });
      return { id, codeHash: await context.keys.hashCode(code), notice };
    }),
  );
  await keepNewCodes(context.db, slots, at);
}
