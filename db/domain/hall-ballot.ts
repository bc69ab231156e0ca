/** The paper ballot at the meeting (会场测评): counts only, beside the online rating and never added to it. */
import { z } from 'zod';

const shapeOf = <C extends z.ZodType<number>>(count: C) =>
  z.strictObject({
    present: count,
    issued: count,
    returned: count,
    valid: count,
    invalid: count,
    satisfied: count,
    basicallySatisfied: count,
    dissatisfied: count,
    unknown: count.optional(),
  });

/** As a record states it. */
export const hallBallot = shapeOf(z.number().int().min(0));
const typed = z
  .string({ error: 'count' })
  .regex(/^\d{1,5}$/, { error: 'count' })
  .transform(Number);
/** As somebody types it; an empty field is no zero. */
export const typedBallot = shapeOf(z.union([z.number().int().min(0).max(99_999), typed], { error: 'count' }));
export type HallBallot = z.infer<typeof hallBallot>;
export const BALLOT_FIELDS = Object.keys(hallBallot.shape) as (keyof HallBallot)[];

export type BallotFault = { field: keyof HallBallot; code: 'ballotIssued' | 'ballotReturned' | 'ballotValid' | 'ballotGrades' };

/** Sums that do not agree; nobody can trust a ballot that has one. */
export function ballotFaults(ballot: HallBallot): BallotFault[] {
  const { present, issued, returned, valid, invalid } = ballot;
  const graded = ballot.satisfied + ballot.basicallySatisfied + ballot.dissatisfied + (ballot.unknown ?? 0);
  const faults: [boolean, BallotFault][] = [
    [issued > present, { field: 'issued', code: 'ballotIssued' }],
    [returned > issued, { field: 'returned', code: 'ballotReturned' }],
    [valid + invalid !== returned, { field: 'valid', code: 'ballotValid' }],
    [graded !== valid, { field: 'satisfied', code: 'ballotGrades' }],
  ];
  return faults.flatMap(([wrong, fault]) => (wrong ? [fault] : []));
}
