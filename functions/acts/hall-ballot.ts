import { z } from 'zod';
import { ballotFaults, typedBallot } from '../../db/domain/hall-ballot.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { confirmBallot, hallBallotRows, keepBallot } from '../../db/queries/hall-ballots.ts';
import type { ActContext } from '../act-context.ts';
import { checkReports } from './issue-codes.ts';

export const ballotToEnter = typedBallot.extend({ reportId: z.string() });
export const ballotToConfirm = z.strictObject({ reportId: z.string(), enteredAt: z.string() });

/**
 * Enters the counts of a paper ballot; until a second person confirms them nobody else sees them.
 * @throws missing (no published report), invalid (sums that do not agree), conflict (already confirmed)
 */
export async function enterBallot(context: ActContext, input: z.input<typeof ballotToEnter>, actor: string): Promise<void> {
  const { reportId, ...ballot } = ballotToEnter.parse(input);
  await checkReports(context, [reportId]);
  const faults = ballotFaults(ballot);
  if (faults.length > 0) throw new DomainError('invalid', 'fields', { errors: faults.map(({ field, code }) => ({ path: [field], code })) });
  const entry = { at: context.clock.now().toISOString(), actor, act: 'enter-hall-ballot', target: `reports:${reportId}` };
  if (!(await keepBallot(context.db, reportId, ballot, actor, entry))) throw new DomainError('conflict', 'ballotConfirmed');
}

/** Confirms what another person entered, as it stood when it was looked at. @throws missing, refused (one's own), conflict (changed meanwhile) */
export async function confirmHallBallot(context: ActContext, input: z.input<typeof ballotToConfirm>, actor: string): Promise<void> {
  const { reportId, enteredAt } = ballotToConfirm.parse(input);
  const [found] = await hallBallotRows(context.db, reportId);
  if (!found) throw new DomainError('missing', 'ballotNotFound');
  if (found.enteredBy === actor) throw new DomainError('refused', 'ballotOwn');
  const entry = { at: context.clock.now().toISOString(), actor, act: 'confirm-hall-ballot', target: `reports:${reportId}` };
  if (!(await confirmBallot(context.db, reportId, enteredAt, actor, entry))) throw new DomainError('conflict', 'ballotChanged');
}
