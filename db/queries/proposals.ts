import { and, asc, desc, eq, gt, ne, sql, type SQL } from 'drizzle-orm';
import { addDays } from '../domain/civil-date.ts';
import { PROPOSALS_PER_PAGE, type ListedProposal, type ProposalQuestion, type ProposalRow } from '../domain/proposal-list.ts';
import { foldForSearch } from '../domain/text.ts';
import { proposalIndex as t } from '../tables/proposal-index.ts';
import type { Database } from '../remote.ts';

const bars = (items: string[]): string => (items.length === 0 ? '' : `|${items.join('|')}|`);
const unbar = (text: string): string[] => text.split('|').filter(Boolean);
const holds = (column: typeof t.units | typeof t.deputies | typeof t.flags, item: string): SQL => sql`instr(${column}, ${bars([item])}) > 0`;

const ORDERS = {
  newest: [desc(t.submittedOn), desc(t.id)],
  oldest: [asc(t.submittedOn), asc(t.id)],
  number: [desc(t.session), asc(sql`length(${t.number})`), asc(t.number), asc(t.id)],
  replied: [desc(t.repliedOn), desc(t.id)],
  waiting: [sql`${t.waitingSince} is null`, asc(t.waitingSince), asc(t.id)],
  due: [sql`${t.dueOn} is null`, asc(t.dueOn), asc(t.id)],
} as const satisfies Record<ProposalQuestion['sort'], SQL[]>;

// instr, not LIKE: a percent sign in a question is a percent sign.
function conditions({ id: releaseId, asOf }: ListedRelease, question: ProposalQuestion): SQL | undefined {
  const { q, unit, topic, state, year, session, deputy, overdue, late, key, promised } = question;
  return and(
    eq(t.releaseId, releaseId),
    q === undefined ? undefined : sql`instr(${t.folded}, ${foldForSearch(q)}) > 0`,
    unit === undefined ? undefined : holds(t.units, unit),
    topic === undefined ? undefined : eq(t.topic, topic),
    state === undefined ? undefined : eq(t.state, state),
    year === undefined ? undefined : eq(t.year, year),
    session === undefined ? undefined : eq(t.session, session),
    question.class === undefined ? undefined : eq(t.resultClass, question.class),
    deputy === undefined ? undefined : holds(t.deputies, deputy),
    overdue === undefined ? undefined : sql`(${holds(t.flags, 'overdue')}) = ${overdue === 'false' ? 0 : 1}`,
    overdue === 'week' ? gt(t.overdueSince, addDays(asOf, -7)) : undefined,
    late && holds(t.flags, 'repliedLate'),
    key && holds(t.flags, 'keySupervised'),
    promised && holds(t.flags, 'promised'),
  );
}

const columns = {
  id: t.id,
  title: t.title,
  number: t.number,
  session: t.session,
  year: t.year,
  state: t.state,
  flags: t.flags,
  topic: t.topic,
  units: t.units,
  unitNames: t.unitNames,
  deputies: t.deputies,
  leadNames: t.leadNames,
  submittedOn: t.submittedOn,
  repliedOn: t.repliedOn,
  resultClass: t.resultClass,
  waitingSince: t.waitingSince,
  dueOn: t.dueOn,
  overdueSince: t.overdueSince,
};

/** The release that is asked, and the day it was made for. */
export type ListedRelease = { id: string; asOf: string };

/** A page of proposals of a release, and how many there are; `all` for exports. */
export async function listProposals(
  db: Database,
  release: ListedRelease,
  question: ProposalQuestion,
  all = false,
): Promise<{ total: number; items: ListedProposal[] }> {
  const filter = conditions(release, question);
  const [rows, counted] = await db.orm.batch([
    db.orm
      .select(columns)
      .from(t)
      .where(filter)
      .orderBy(...ORDERS[question.sort])
      .limit(all ? -1 : PROPOSALS_PER_PAGE)
      .offset(all ? 0 : (question.page - 1) * PROPOSALS_PER_PAGE),
    db.orm
      .select({ n: sql<number>`count(*)` })
      .from(t)
      .where(filter),
  ]);
  const items = rows.map((row) => ({
    ...row,
    flags: unbar(row.flags),
    units: unbar(row.units),
    unitNames: unbar(row.unitNames),
    deputies: unbar(row.deputies),
    leadNames: unbar(row.leadNames),
  }));
  return { total: counted[0]?.n ?? 0, items };
}

/** The releases whose lists are kept: the current one, and those before it that a rollback may bring back. */
export const listedReleases = async (db: Database): Promise<string[]> =>
  (await db.orm.selectDistinct({ id: t.releaseId }).from(t)).map(({ id }) => id);

const ROWS_A_STATEMENT = 40;

/** Fills the index of a release, in parts that a remote database takes in time; running it again changes nothing. */
export async function loadProposals(db: Database, releaseId: string, rows: ProposalRow[]): Promise<void> {
  await db.orm.delete(t).where(eq(t.releaseId, releaseId));
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT * 10) {
    const statements = [];
    for (let from = at; from < Math.min(at + ROWS_A_STATEMENT * 10, rows.length); from += ROWS_A_STATEMENT) {
      statements.push(db.orm.insert(t).values(rows.slice(from, from + ROWS_A_STATEMENT).map((row) => toColumns(releaseId, row))));
    }
    const [first, ...others] = statements;
    if (first) await db.orm.batch([first, ...others]);
  }
}

/** Drops the rows of all releases but those named: the current one, and those that a rollback may bring back. */
export async function keepOnlyReleases(db: Database, releaseIds: string[]): Promise<void> {
  if (releaseIds.length === 0) return;
  await db.orm.delete(t).where(and(...releaseIds.map((id) => ne(t.releaseId, id))));
}

function toColumns(releaseId: string, { units, leads, flags, text, ...row }: ProposalRow) {
  return {
    ...row,
    releaseId,
    flags: bars(flags),
    units: bars(units.map((unit) => unit.id)),
    unitNames: bars(units.map((unit) => unit.name)),
    deputies: bars(leads.map((lead) => lead.id)),
    leadNames: bars(leads.map((lead) => lead.name)),
    folded: foldForSearch(`${row.number}|${text}|${leads.map((lead) => lead.name).join('|')}`),
  };
}
