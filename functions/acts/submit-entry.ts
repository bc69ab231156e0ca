import { newId } from '../../db/domain/ids.ts';
import { DomainError, invalidField } from '../../db/domain/problem.ts';
import type { NewSubmission, OwnSubmission } from '../../db/domain/submission.ts';
import { findLetter } from '../../db/queries/letters.ts';
import { keepSubmission } from '../../db/queries/submissions.ts';
import type { ActContext, Repeat } from '../act-context.ts';
import { today } from '../context.ts';
import { checkRecipient } from './check-recipient.ts';
import { confirmSubmission } from './confirm-submission.ts';
import { ownSubmissionOf, tasksFor } from './show-inbox.ts';

export type Entry = {
  personId: string;
  /** The deputy (`people:ID`), or whoever of the office types it in for them. */
  actor: string;
  submission: NewSubmission;
  repeat: Repeat | undefined;
};

/**
 * Keeps what a deputy enters, for the office to confirm. An answer goes out at once where the site does not ask for that.
 * @throws missing `letterNotFound` or `taskNotFound` (not theirs), invalid (a field), conflict (changed meanwhile elsewhere)
 */
export async function submitEntry(context: ActContext, { personId, actor, submission, repeat }: Entry): Promise<OwnSubmission> {
  const { kind, target, body, draft, seen } = submission;
  await checkTarget(context, personId, submission);
  const request = await repeat?.hashes(JSON.stringify(['submit', personId, submission]));
  const id = newId('sub');
  const outcome = await keepSubmission(
    context.db,
    { id, personId, kind, target, body, state: draft ? 'draft' : 'waiting', on: today(context), enteredBy: actor, seen, repeat: request },
    { at: context.clock.now().toISOString(), actor, act: `submit-${kind}` },
  );
  if (!outcome.kept && outcome.knownBody === undefined) throw new DomainError('conflict', 'submissionMovedOn');
  if (!outcome.kept && outcome.knownBody !== request?.bodyHash) throw new DomainError('invalid', 'keyUsedForOtherBody');
  const kept = outcome.now;
  if (!kept) throw new DomainError('conflict', 'submissionMovedOn');
  const { release } = await context.records.current();
  if (!outcome.kept || draft || kind !== 'answer' || release.site.answersNeedConfirmation) return ownSubmissionOf(kept);
  return ownSubmissionOf(await confirmSubmission(context, { id: kept.id, seen: kept.version, by: { role: 'deputy', actor } }));
}

/** A deputy acts on letters that were forwarded to them, and on what the release says awaits them. */
async function checkTarget(context: ActContext, personId: string, { kind, target, body }: NewSubmission): Promise<void> {
  if (kind === 'report' || kind === 'feedback' || kind === 'dispute' || kind === 'verdict') {
    const tasks = await tasksFor(context, personId);
    const known = {
      report: tasks.reports.map(({ report }) => `reports:${report}`),
      feedback: tasks.feedback.map(({ reply }) => `replies:${reply}`),
      dispute: tasks.activities.map(({ activity }) => `activities:${activity}`),
      verdict: tasks.promises.map(({ promise }) => `replies:${promise}`),
    }[kind];
    if (!known.includes(target)) throw new DomainError('missing', 'taskNotFound');
    return;
  }
  const letters = [...(target === 'office' ? [] : [target]), ...(kind === 'proposal' ? body.letters : [])];
  for (const letter of letters) if (!(await findLetter(context.db, personId, letter))) throw new DomainError('missing', 'letterNotFound');
  const records = await context.records.current();
  if (kind === 'passOn' && body.to !== undefined) {
    if (body.to.split('/')[0] === `people:${personId}`) throw invalidField('to', 'sameRecipient');
    if (!body.to.startsWith('units:')) checkRecipient(records, body.to, 'to');
    else if (!records.find('units', body.to.slice('units:'.length))) throw invalidField('to', 'recipientNotFound');
  }
  if (kind !== 'proposal') return;
  const mandates = records.find('people', personId)?.mandates?.filter(({ active }) => active) ?? [];
  if (body.mandate === undefined ? mandates.length !== 1 : !mandates.some(({ id }) => id === body.mandate)) throw invalidField('mandate', 'choice');
}
