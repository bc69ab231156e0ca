import { beijingDate } from '../../db/domain/civil-date.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { logLine, subjectOf, type LogEntry, type LogFacts } from '../../db/domain/rating-log.ts';
import { entryParts } from '../../db/domain/rating-mark.ts';
import { appendToLog, logHead, type Change, type NewLogRow } from '../../db/queries/rating-log.ts';
import type { ActContext } from '../act-context.ts';
import { sha256Hex } from '../sha256.ts';

const TRIES = 8;

/** What is to be kept together: entries of the log, and the changes of rows that they tell of. */
export type Kept = { entries: LogFacts[]; changes: Change[] };

/**
 * Writes to the ratings' log. `build` looks at the rows and says what is to be kept, at the database's moment `now`; it is
 * asked again where somebody else wrote in between, so what it saw still holds when it is kept. Undefined keeps nothing.
 * @throws conflict where others were faster every time
 */
export async function appendEntries(context: Pick<ActContext, 'db' | 'keys'>, build: (now: string) => Promise<Kept | undefined>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const head = await logHead(context.db);
    const built = await build(head.now);
    if (!built) return;
    if (await appendToLog(context.db, head.entry, rowsAfter(context, head, built.entries), built.changes)) return;
  }
  throw new DomainError('conflict', 'ratingsChanging');
}

/** The entries as rows that continue the log. */
export function rowsAfter(
  { keys }: Pick<ActContext, 'keys'>,
  head: { entry: number; line: string | undefined; now: string },
  entries: LogFacts[],
): NewLogRow[] {
  let { entry, line: before } = head;
  const on = beijingDate(new Date(head.now));
  return entries.map((facts) => {
    entry += 1;
    const line: string = logLine({ entry, on, before: before === undefined ? null : sha256Hex(before), ...facts } as LogEntry);
    before = line;
    return { entry, subject: subjectOf(facts), act: facts.act, line, mac: keys.lineMac(line), mark: keys.markOf(entryParts(line)) };
  });
}
