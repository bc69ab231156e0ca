import { z } from 'zod';
import { DomainError } from '../../db/domain/problem.ts';
import { revokeReplyKey as revoke } from '../../db/queries/reply-keys.ts';
import type { ActContext } from '../act-context.ts';

export const replyKeyToRevoke = z.strictObject({ personId: z.string(), actor: z.string().default('cli') });

/** Ends a deputy's sheet at once, and whoever came in by it is out. @throws missing (there is none) */
export async function revokeReplyKey(context: ActContext, input: z.input<typeof replyKeyToRevoke>): Promise<void> {
  const { personId, actor } = replyKeyToRevoke.parse(input);
  const entry = { at: context.clock.now().toISOString(), actor, act: 'revoke-reply-key', target: `people:${personId}` };
  if (!(await revoke(context.db, personId, entry))) throw new DomainError('missing', 'noReplyKey');
}
