import { DomainError, invalidField } from '../../db/domain/problem.ts';
import { stateOfWindow, type NewRating, type RatingWindow } from '../../db/domain/rating.ts';
import { formatSecret } from '../../db/domain/secret.ts';
import type { RatingOutcome } from '../../db/queries/ratings.ts';
import { today } from '../context.ts';
import type { ActContext, Repeat } from '../act-context.ts';
import { ratingRow } from './rating-row.ts';

/**
 * Gives a rating. Wrong, used and foreign codes are answered alike, at the same cost.
 * @throws missing (no such published report), refused (window), invalid `code`, conflict (key used for another body)
 */
export async function rateReport(
  context: ActContext,
  input: { reportId: string; rating: NewRating; repeat: Repeat | undefined },
): Promise<{ receipt: string }> {
  const { reportId, rating, repeat } = input;
  const { release, find } = await context.records.current();
  if (find('reports', reportId)?.status !== 'published') throw new DomainError('missing', 'reportNotFound');
  if (!release.site.ratingWithUnknown) refuseUnknown(rating);
  const [{ ticket, ...row }, kept] = await Promise.all([
    ratingRow(context, reportId, rating.code, rating.grades),
    repeat?.hashes(JSON.stringify(['rate', reportId, rating])),
  ]);
  const outcome = await context.keepRating({ ...row, comment: rating.comment, day: today(context), repeat: kept });
  if (!outcome.kept && (kept === undefined || outcome.knownBody !== kept.bodyHash)) refuse(outcome);
  return { receipt: formatSecret(ticket) };
}

function refuseUnknown({ grades }: NewRating): void {
  const aspect = Object.entries(grades).find(([, grade]) => grade === 'unknown')?.[0];
  if (aspect) throw new DomainError('invalid', 'fields', { errors: [{ path: ['grades', aspect], code: 'grade' }] });
}

function refuse({ knownBody, window, now }: Refused): never {
  if (knownBody !== undefined) throw new DomainError('invalid', 'keyUsedForOtherBody');
  if (!window) throw new DomainError('refused', 'ratingNotPlanned');
  const state = stateOfWindow(window, now);
  if (state === 'closed') throw new DomainError('refused', 'ratingClosed', { params: { closesAt: window.closesAt } });
  if (state === 'void') throw new DomainError('refused', 'ratingVoid');
  // Within the window's first second the claim may have been looked at before it opened.
  if (state === 'planned' || justOpened(window, now)) throw new DomainError('refused', 'ratingNotOpen', { params: { opensAt: window.opensAt } });
  throw invalidField('code', 'codeNotAccepted');
}

type Refused = Extract<RatingOutcome, { kept: false }>;

const justOpened = (window: RatingWindow, now: string): boolean => Date.parse(now) - Date.parse(window.opensAt) < 1000;
