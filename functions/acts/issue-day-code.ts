import { z } from 'zod';
import { DomainError } from '../../db/domain/problem.ts';
import { formatDayCode, newDayCode } from '../../db/domain/reply-key.ts';
import { keepDayCode } from '../../db/queries/reply-keys.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { dayCodeHash, endOfDay } from '../reply-secrets.ts';

export const dayCodeAsked = z.strictObject({ personId: z.string(), until: z.iso.date().optional(), actor: z.string().default('cli') });

/**
 * A fresh code of the day for a deputy who has a sheet, to be read out on the telephone; the one before stops working.
 * @throws missing (no valid sheet)
 */
export async function issueDayCode(
  context: ActContext,
  input: z.input<typeof dayCodeAsked>,
): Promise<{ number: number; dayCode: string; until: string }> {
  const { personId, until = today(context), actor } = dayCodeAsked.parse(input);
  const code = newDayCode();
  const number = await keepDayCode(
    context.db,
    { personId, hash: await dayCodeHash(context.keys, code), expiresAt: endOfDay(until) },
    { at: context.clock.now().toISOString(), actor, act: 'issue-day-code', target: `people:${personId}` },
  );
  if (number === undefined) throw new DomainError('missing', 'noReplyKey');
  return { number, dayCode: formatDayCode(code), until };
}
