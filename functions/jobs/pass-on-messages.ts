import { DomainError } from '../../db/domain/problem.ts';
import { deputiesWithMessages, messagesWith } from '../../db/queries/due-messages.ts';
import { LYING, passesTo, passOnMessage } from '../acts/pass-on-message.ts';
import type { AppContext } from '../context.ts';

/** Hourly: what lies with deputies whose mandate has ended passes to their successor or station. Returns how many messages. */
export async function passOnMessages(context: Pick<AppContext, 'db' | 'clock' | 'settings' | 'records'>): Promise<number> {
  const records = await context.records.current();
  let passed = 0;
  for (const from of await deputiesWithMessages(context.db, LYING)) {
    const to = passesTo(records, from);
    const [kind = '', id = ''] = to?.split(':') ?? [];
    const title = records.find(kind, id)?.title;
    if (to === undefined || title === undefined) continue;
    for (const message of await messagesWith(context.db, from, LYING)) {
      try {
        await passOnMessage(context, { id: message, recipient: to, title });
        passed++;
      } catch (error) {
        // Somebody was faster; the others are not kept waiting for this one.
        if (!(error instanceof DomainError)) throw error;
      }
    }
  }
  return passed;
}
