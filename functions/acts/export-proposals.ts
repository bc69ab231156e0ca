import { LISTED_COLUMNS, type ProposalQuestion } from '../../db/domain/proposal-list.ts';
import { listProposals } from '../../db/queries/proposals.ts';
import type { ActContext } from '../act-context.ts';
import { tableToCsv } from '../to-csv.ts';

/** All proposals that a question finds, as CSV, with the column names of JSON and of the files of open data. */
export async function exportProposals({ db, records }: ActContext, question: ProposalQuestion): Promise<string> {
  const { release } = await records.current();
  const { items } = await listProposals(db, release, question, true);
  const rows = items.map((item) =>
    Object.fromEntries(LISTED_COLUMNS.map((column) => [column, Array.isArray(item[column]) ? item[column].join(' | ') : item[column]])),
  );
  return tableToCsv({ columns: [...LISTED_COLUMNS], rows });
}
