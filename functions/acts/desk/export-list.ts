import { MOST_EXPORTED, type ExportQuestion } from '../../../db/domain/desk-export.ts';
import { keepAudit } from '../../../db/queries/audit.ts';
import { messagesToExport, sendersToExport, takeContacts } from '../../../db/queries/desk-exports.ts';
import { EXPORT_HOURS } from '../../../db/domain/desk-export.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import type { ActContext } from '../../act-context.ts';
import { exportColumns as columns, stateNames } from '../../words/desk-export.ts';
import { titleOf } from './title-of.ts';

export type Table = { columns: string[]; rows: Record<string, string | null>[] };

/** Messages of some days, without who wrote; that it was taken stands in the audit before it leaves. */
export async function exportMessages(context: ActContext, asked: ExportQuestion, actor: string): Promise<Table> {
  await keepAudit(context.db, { at: context.clock.now().toISOString(), actor, act: 'export-messages', target: `${asked.from}/${asked.until}` });
  const [records, found] = await Promise.all([context.records.current(), messagesToExport(context.db, asked, MOST_EXPORTED)]);
  const rows = found.map((row) => ({
    [columns.id]: row.id,
    [columns.submittedOn]: row.submittedOn,
    [columns.to]: titleOf(records, row.to),
    [columns.kind]: columns.kinds[row.kind] ?? row.kind,
    [columns.title]: row.title,
    [columns.text]: row.text,
    [columns.state]: stateNames[row.state] ?? row.state,
    [columns.expectedBy]: row.expectedBy,
    [columns.answeredOn]: row.answeredOn,
    [columns.publishedOn]: row.publishedOn,
  }));
  const { id, submittedOn, to, kind, title, text, state, expectedBy, answeredOn, publishedOn } = columns;
  return { columns: [id, submittedOn, to, kind, title, text, state, expectedBy, answeredOn, publishedOn], rows };
}

/** Names and contacts, for who asked and was agreed to by somebody else, once. @throws refused */
export async function exportContacts(context: ActContext, { id, actor }: { id: string; actor: string }): Promise<Table> {
  const entry = { at: context.clock.now().toISOString(), actor, act: 'take-contacts', target: id };
  if (!(await takeContacts(context.db, { id, hours: EXPORT_HOURS }, entry))) throw new DomainError('refused', 'exportNotAgreed');
  const [records, found] = await Promise.all([context.records.current(), sendersToExport(context.db, MOST_EXPORTED)]);
  const rows = await Promise.all(
    found.map(async (row) => {
      const { name = null, contact = null } = (await context.keys.open(row.sealed, row.id)) as { name?: string; contact?: string };
      return {
        [columns.id]: row.id,
        [columns.submittedOn]: row.submittedOn,
        [columns.to]: titleOf(records, row.to),
        [columns.title]: row.title,
        [columns.name]: name,
        [columns.contact]: contact,
      };
    }),
  );
  return { columns: [columns.id, columns.submittedOn, columns.to, columns.title, columns.name, columns.contact], rows };
}
