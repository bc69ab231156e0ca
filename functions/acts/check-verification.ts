import type { NewMessage } from '../../db/domain/message.ts';
import { invalidField } from '../../db/domain/problem.ts';
import type { ActContext } from '../act-context.ts';

/**
 * Who vouches for a sender, where a service is joined: it must for a message that is to be published (网络安全法, the rule on
 * comments), and may for others.
 * @throws invalid `verification`
 */
export async function checkVerification(
  { verification }: Pick<ActContext, 'verification'>,
  message: Pick<NewMessage, 'public' | 'verification'>,
): Promise<string | undefined> {
  if (!verification) {
    if (message.verification !== undefined) throw invalidField('verification', 'verificationOff');
    return undefined;
  }
  if (message.verification === undefined && !message.public) return undefined;
  if (message.verification === undefined || !(await verification.vouches(message.verification)))
    throw invalidField('verification', 'verificationNeeded');
  return verification.name;
}
