import { addDays } from '../../db/domain/civil-date.ts';
import type { MessageState } from '../../db/domain/message-state.ts';
import { DomainError } from '../../db/domain/problem.ts';
import type { Grade, Grades } from '../../db/domain/rating.ts';
import type { LogFacts } from '../../db/domain/rating-log.ts';
import { formatSecret, newSecret } from '../../db/domain/secret.ts';
import { newSetChanges } from '../../db/queries/codes.ts';
import { hasSample, pastRatings, pastWindow, SAMPLE_SET, sampleMessages, type SampleMessageRow } from '../../db/queries/sample.ts';
import { auditRow } from '../../db/queries/statement.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { appendEntries } from './append-entries.ts';
import { issuedEntry } from './issue-codes.ts';
import { ratingRow } from './rating-row.ts';
import { CHAIN_SAMPLES, PUBLISHED_SAMPLES, UNPUBLISHED_SAMPLES, type SampleMessage } from '../words/sample-messages.ts';

/** How many ratings the closed windows get: some under the minimum, so that hidden results can be seen too. */
const CLOSED_COUNTS = [46, 128, 7, 31, 83, 12, 4, 57];
const OPEN_REPORTS = 2;
/** Every second message goes to one deputy, so that one profile has enough of them to tell how long answers took. */
const BUSIEST = 0;
const DEMO_CODES = 5;

export type Sample = { added: boolean; reportIds: string[]; codes: string[] };

/**
 * Adds sample rows to a site whose content says `sample: true`; a second time adds nothing. The demo codes are made
 * from the code key, so that they can be told again.
 * @throws refused (not a sample site), unavailable (nothing published)
 */
export async function addSample(context: ActContext): Promise<Sample> {
  const { release, find } = await context.records.current();
  if (!release.sample) throw new DomainError('refused', 'notSample');
  const reports = release.items
    .filter(({ kind, status }) => kind === 'reports' && status === 'published')
    .map(({ id }) => id)
    .toSorted();
  const [open, closed] = [reports.slice(0, OPEN_REPORTS), reports.slice(OPEN_REPORTS, OPEN_REPORTS + CLOSED_COUNTS.length)];
  const codes = await Promise.all(Array.from({ length: DEMO_CODES }, (_, place) => context.keys.codeForRequest('sample', String(place))));
  const sample = { reportIds: open, codes: codes.map(formatSecret) };
  if (await hasSample(context.db)) return { added: false, ...sample };
  const deputies = release.items
    .filter(({ kind, active }) => kind === 'people' && active === true)
    .map(({ id }) => `people:${id}`)
    .toSorted();
  const now = today(context);
  const windows = [
    ...open.map((report) => ({ report, opensAt: moment(addDays(now, -7)), closesAt: '2036-01-01T00:00:00.000Z' })),
    ...closed.map((report, place) => ({ report, opensAt: moment(addDays(now, -120 + place)), closesAt: moment(addDays(now, -90 + place)) })),
  ];
  const votes = await Promise.all(
    closed.map((report, place) =>
      Promise.all(Array.from({ length: CLOSED_COUNTS[place] ?? 0 }, (_, voter) => ratingRow(context, report, newSecret(), gradesOf(place, voter)))),
    ),
  );
  const sets = [
    { id: SAMPLE_SET, issuedOn: now, reportIds: open, hashes: await Promise.all(codes.map(context.keys.hashCode)), sample: true },
    { id: `${SAMPLE_SET}_past`, issuedOn: addDays(now, -130), reportIds: closed, hashes: votes.flat().map(({ codeHash }) => codeHash), sample: true },
  ].filter(({ hashes, reportIds }) => hashes.length > 0 && reportIds.length > 0);
  const messages = [
    ...PUBLISHED_SAMPLES.map((message, place) =>
      rowOf(message, deputies[place % 2 === 0 ? BUSIEST : (place * 7) % deputies.length] ?? '', now, release.site.answerTargetDays, true),
    ),
    ...UNPUBLISHED_SAMPLES.map((message, place) =>
      rowOf(message, deputies[(place * 11 + 3) % deputies.length] ?? '', now, release.site.answerTargetDays, false),
    ),
    ...CHAIN_SAMPLES.map((message, place) => rowOf(message, message.chain?.to ?? '', now, release.site.answerTargetDays, place === 0)),
  ].filter(({ to, proposal }) => to !== '' && (proposal === undefined || find('proposals', proposal) !== undefined));
  let added = false;
  await appendEntries(context, async (at) => {
    added = !(await hasSample(context.db));
    if (!added) return undefined;
    return {
      entries: [...sets.map(issuedEntry), ...windows.map((window): LogFacts => ({ act: 'scheduled', ...window }))],
      changes: [
        ...sets.flatMap(newSetChanges),
        ...windows.map(({ report, opensAt, closesAt }) => pastWindow(report, opensAt, closesAt)),
        ...closed.flatMap((report, place) => pastRatings(report, votes[place] ?? [])),
        ...sampleMessages(messages),
        auditRow({ at, actor: 'cli', act: 'add-sample', target: SAMPLE_SET }),
      ],
    };
  });
  return { added, ...sample };
}

const moment = (date: string): string => `${date}T00:00:00.000Z`;

// Mostly satisfied, as real sheets are; a fixed mixture, so that every sample site shows the same numbers.
function gradesOf(report: number, voter: number): Grades {
  const draw = (aspect: number): Grade => {
    const value = (voter * 37 + report * 53 + aspect * 29) % 100;
    return value < 68 - report * 2 ? 'satisfied' : value < 92 - report ? 'basicallySatisfied' : 'dissatisfied';
  };
  const overall = { overall: draw(0) };
  return voter % 5 === 0 ? overall : { ...overall, duties: draw(1), sessions: draw(2), contact: draw(3), study: draw(4), deeds: draw(5) };
}

function rowOf(message: SampleMessage, to: string, now: string, targetDays: number, published: boolean): SampleMessageRow {
  const { kind, title, text, name, daysAgo, answer, refusal, chain } = message;
  const submittedOn = chain?.sentOn ?? addDays(now, -daysAgo);
  const state = chain ? 'closed' : (message.state ?? 'answered');
  const answeredOn = answer && addDays(submittedOn, answer.after);
  return {
    to,
    message: { kind, title, text, name },
    state,
    refusal,
    submittedOn,
    expectedBy: addDays(submittedOn, targetDays),
    publishedOn: published ? addDays(submittedOn, 1) : undefined,
    answer: answer && answeredOn ? { on: answeredOn, text: answer.text } : undefined,
    course: chain ? chainOf(chain, answeredOn) : courseOf(state, submittedOn, answeredOn),
    proposal: chain?.proposal,
    said: chain
      ? [{ round: 'solved', answer: 'solved', on: addDays(chain.closedOn, 29) }]
      : answeredOn === undefined || daysAgo < 45
        ? []
        : saidBy(daysAgo, submittedOn),
  };
}

// Most say that they were answered; not everybody says anything. Fixed, so that every sample site shows the same numbers.
function saidBy(turn: number, submittedOn: string): SampleMessageRow['said'] {
  const replies = ['answered', 'answered', 'answered', 'replyNoAnswer', 'answered', 'acknowledgement'];
  const solved = ['solved', 'partly', 'solved', 'solved', 'no'];
  const reply = { round: 'reply', answer: replies[turn % replies.length] ?? 'answered', on: addDays(submittedOn, 15) } as const;
  const end = { round: 'solved', answer: solved[turn % solved.length] ?? 'solved', on: addDays(submittedOn, 44) } as const;
  return turn % 7 === 0 ? [] : [reply, end];
}

const chainOf = (
  { sentOn, convertedOn, closedOn }: NonNullable<SampleMessage['chain']>,
  answeredOn: string | undefined,
): SampleMessageRow['course'] => [
  { state: 'submitted', on: sentOn },
  { state: 'accepted', on: addDays(sentOn, 1) },
  { state: 'forwarded', on: addDays(sentOn, 1) },
  ...(answeredOn === undefined ? [] : [{ state: 'answered', on: answeredOn } as const]),
  { state: 'converted', on: convertedOn },
  { state: 'closed', on: closedOn },
];

function courseOf(state: MessageState, submittedOn: string, answeredOn: string | undefined): { state: MessageState; on: string }[] {
  const course: { state: MessageState; on: string }[] = [{ state: 'submitted', on: submittedOn }];
  if (state === 'submitted') return course;
  if (state === 'refused') return [...course, { state, on: addDays(submittedOn, 1) }];
  course.push({ state: 'accepted', on: addDays(submittedOn, 1) });
  if (answeredOn) course.push({ state: 'answered', on: answeredOn });
  if (state !== 'accepted' && state !== 'answered') course.push({ state, on: addDays(answeredOn ?? submittedOn, 2) });
  return course;
}
