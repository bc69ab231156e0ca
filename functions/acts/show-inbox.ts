import type { MessageState } from '../../db/domain/message-state.ts';
import type { OwnSubmission } from '../../db/domain/submission.ts';
import { noTasks, tasksShape, type Tasks } from '../../db/domain/tasks.ts';
import { listLetters } from '../../db/queries/letters.ts';
import { listOwnSubmissions, type Submission } from '../../db/queries/submissions.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

export type InboxLetter = Omit<Awaited<ReturnType<typeof listLetters>>[number], 'state'> & { state: MessageState; overdue: boolean };
export type Inbox = {
  person: string;
  name: string;
  mandates: { id: string; title: string }[];
  confirmed: boolean;
  letters: InboxLetter[];
  tasks: Tasks;
  submissions: OwnSubmission[];
};

/** Everything that awaits a deputy: letters, what the records ask for, and what they have sent. */
export async function showInbox(context: Pick<ActContext, 'db' | 'records' | 'clock' | 'settings'>, personId: string): Promise<Inbox> {
  const { release, find } = await context.records.current();
  const person = find('people', personId);
  const now = today(context);
  const [letters, submissions, tasks] = await Promise.all([
    listLetters(context.db, personId),
    listOwnSubmissions(context.db, personId),
    tasksFor(context, personId),
  ]);
  return {
    person: personId,
    name: person?.title ?? '',
    mandates: (person?.mandates ?? []).filter(({ active }) => active).map(({ id, title }) => ({ id, title })),
    confirmed: release.site.answersNeedConfirmation,
    letters: letters.map((letter) => ({ ...letter, overdue: letter.state === 'forwarded' && letter.expectedBy < now })),
    tasks,
    submissions: submissions.map(ownSubmissionOf),
  };
}

/** What the release says that awaits a deputy; nothing where it has no file for them. */
export const tasksFor = async ({ records, clock, settings }: Pick<ActContext, 'records' | 'clock' | 'settings'>, personId: string): Promise<Tasks> =>
  records.file(`data/tasks/${personId}.json`).then(
    (file) => tasksShape.parse(file),
    () => noTasks(today({ clock, settings })),
  );

/** A submission as its deputy sees it: not what the office decided further. */
export const ownSubmissionOf = ({ id, kind, target, body, state, version, on, reason, enteredBy }: Submission): OwnSubmission => ({
  id,
  kind,
  target,
  body,
  state,
  version,
  on,
  ...(reason !== undefined && { reason }),
  byOffice: !enteredBy.startsWith('people:'),
});
