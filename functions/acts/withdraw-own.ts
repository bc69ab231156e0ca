import type { ActContext } from '../act-context.ts';
import { mustBeAbleTo, ownMessage } from './own-message.ts';
import { withdrawMessage } from './withdraw-message.ts';

/** Withdraws a message by its code; withdrawn before, nothing changes. @throws missing, refused `notNow` */
export async function withdrawOwn(context: ActContext, { code }: { code: string }): Promise<void> {
  const own = await ownMessage(context, code);
  if (own.state === 'withdrawn') return;
  mustBeAbleTo(own, 'withdraw');
  await withdrawMessage(context, { id: own.id });
}
