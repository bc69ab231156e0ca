import { z } from 'zod';
import { beijingDate } from '../../db/domain/civil-date.ts';
import { DomainError, invalidField } from '../../db/domain/problem.ts';
import { codeSets, setCounts, voidSet, type KeptSet } from '../../db/queries/codes.ts';
import { auditRow } from '../../db/queries/statement.ts';
import type { ActContext } from '../act-context.ts';
import { appendEntries } from './append-entries.ts';
import { issueCodes, type Issued } from './issue-codes.ts';
import { reason } from './open-rating.ts';

const count = z.number({ error: 'number' }).int({ error: 'number' }).min(0, { error: 'number' });
export const countsOfSet = z.strictObject({ set: z.string(), handedOut: count, returned: count });
export const setToVoid = z.strictObject({ set: z.string(), reason });
export const setToReissue = setToVoid.extend({ count: z.number().int().min(1).max(100_000).optional() });

/** Notes how many slips of a printing were handed out and how many came back. @throws missing, invalid (sums) */
export async function countCodes(context: ActContext, input: z.input<typeof countsOfSet>, actor = 'cli'): Promise<void> {
  const { set, handedOut, returned } = countsOfSet.parse(input);
  await appendEntries(context, async (now) => {
    const found = await findSet(context, set);
    if (handedOut > found.count) throw invalidField('handedOut', 'moreThanIssued', { count: found.count });
    if (returned > handedOut) throw invalidField('returned', 'moreThanHandedOut', { handedOut });
    return {
      entries: [{ act: 'counted', set, handedOut, returned }],
      changes: [setCounts(set, handedOut, returned), auditRow({ at: now, actor, act: 'count-codes', target: set })],
    };
  });
}

/** Refuses every code of a printing from now on. Ratings given with them stand: nothing tells which they are. @throws missing, refused */
export async function voidCodes(context: ActContext, input: z.input<typeof setToVoid>, actor = 'cli'): Promise<void> {
  const { set, reason: why } = setToVoid.parse(input);
  await appendEntries(context, async (now) => {
    const found = await findSet(context, set);
    if (found.voidedOn !== null) throw new DomainError('refused', 'codesVoid');
    return {
      entries: [{ act: 'voidedCodes', set, reason: why }],
      changes: [voidSet(set, beijingDate(new Date(now))), auditRow({ at: now, actor, act: 'void-codes', target: set })],
    };
  });
}

/** Prints a set again, as many codes unless told otherwise; the earlier set is void first, so that never both are good. */
export async function reissueCodes(context: ActContext, input: z.input<typeof setToReissue>, actor = 'cli'): Promise<Issued> {
  const { set, reason: why, count: wanted } = setToReissue.parse(input);
  const { reportIds, count: issued } = await findSet(context, set);
  await voidCodes(context, { set, reason: why }, actor);
  return issueCodes(context, { reportIds, count: wanted ?? issued }, actor);
}

async function findSet({ db }: ActContext, id: string): Promise<KeptSet> {
  const found = (await codeSets(db)).find((set) => set.id === id);
  if (!found) throw new DomainError('missing', 'codeSetNotFound');
  return found;
}
