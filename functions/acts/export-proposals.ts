import Papa from 'papaparse';
import type { ProposalQuestion } from '../../db/domain/proposal-list.ts';
import { listProposals } from '../../db/queries/proposals.ts';
import type { ActContext } from '../act-context.ts';
import { PROPOSAL_COLUMNS } from '../words/proposals.ts';

// Also the full-width forms, which some spreadsheets take for formulas too.
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/;

/** All proposals that a question finds, as CSV with a byte order mark (spreadsheets then read it as UTF-8). */
export async function exportProposals({ db, records }: ActContext, question: ProposalQuestion): Promise<string> {
  const { release } = await records.current();
  const { items } = await listProposals(db, release.id, question, true);
  const fields = Object.keys(PROPOSAL_COLUMNS) as (keyof typeof PROPOSAL_COLUMNS)[];
  const data = items.map((item) => fields.map((field) => (Array.isArray(item[field]) ? item[field].join('；') : item[field])));
  return `\u{FEFF}${Papa.unparse({ fields: fields.map((field) => PROPOSAL_COLUMNS[field]), data }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}
