import { z } from 'zod';
import { addDays } from '../../db/domain/civil-date.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { formatDayCode, newDayCode } from '../../db/domain/reply-key.ts';
import { formatSecret, newSecret } from '../../db/domain/secret.ts';
import { keepReplyKeys } from '../../db/queries/reply-keys.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { dayCodeHash, endOfDay, linkHash } from '../reply-secrets.ts';

export const replyKeysToIssue = z.strictObject({
  personIds: z.array(z.string()).min(1).max(2000),
  /** Days that the links are valid; left out, as the site says. */
  days: z.number().int().min(1).max(366).optional(),
  /** Last civil day of the codes beside the links; left out, the day of issue. */
  codesUntil: z.iso.date({ error: '应为日期，例如 2026-11-22' }).optional(),
  actor: z.string().default('cli'),
});

/** What is printed on a sheet; it exists in clear only here. */
export type ReplySheet = { personId: string; name: string; number: number; token: string; until: string; dayCode: string; dayCodeUntil: string };

/**
 * Makes a sheet for each deputy: a link and a code of the day. The sheets before stop working.
 * @throws missing (nobody of that id, or a former deputy)
 */
export async function issueReplyKeys(context: ActContext, input: z.input<typeof replyKeysToIssue>): Promise<ReplySheet[]> {
  const { personIds, days, codesUntil, actor } = replyKeysToIssue.parse(input);
  const { release, find } = await context.records.current();
  const ids = [...new Set(personIds)];
  const absent = ids.filter((id) => find('people', id)?.active !== true);
  if (absent.length > 0) throw new DomainError('missing', 'deputyNotFound', { params: { deputies: absent.join(', ') } });
  const issuedOn = today(context);
  const until = addDays(issuedOn, days ?? release.site.replyKeyDays);
  const dayCodeUntil = codesUntil ?? issuedOn;
  const made = ids.map((personId) => ({ personId, name: find('people', personId)?.title ?? '', token: newSecret(), dayCode: newDayCode() }));
  const keys = await Promise.all(
    made.map(async ({ personId, token, dayCode }) => ({
      personId,
      hash: await linkHash(context.keys, token),
      issuedOn,
      expiresAt: endOfDay(until),
      day: { hash: await dayCodeHash(context.keys, dayCode), expiresAt: endOfDay(dayCodeUntil) },
    })),
  );
  const numbers = await keepReplyKeys(context.db, keys, { at: context.clock.now().toISOString(), actor, act: 'issue-reply-key' });
  return made.map(({ token, dayCode, ...one }, place) => ({
    ...one,
    number: numbers[place] ?? 0,
    token: formatSecret(token),
    until,
    dayCode: formatDayCode(dayCode),
    dayCodeUntil,
  }));
}
