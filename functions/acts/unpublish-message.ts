import { takeConsentBack } from '../../db/queries/sender-acts.ts';
import type { ActContext } from '../act-context.ts';
import { ownMessage } from './own-message.ts';

/** The sender takes the consent to publish back (PIPL 15): from then on nothing of it is public. @throws missing */
export async function unpublishMessage(context: ActContext, { code }: { code: string }) {
  const { id } = await ownMessage(context, code);
  await takeConsentBack(context.db, { id, at: context.clock.now().toISOString() });
}
