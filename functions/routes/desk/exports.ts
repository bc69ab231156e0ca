/** Lists that leave the desk: inside the session alone, without links that work for anybody else. */
import { Hono } from 'hono';
import { contactsAsked, exportQuestion } from '../../../db/domain/desk-export.ts';
import { newId } from '../../../db/domain/ids.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import { agreeToContacts, askContacts, listContactExports } from '../../../db/queries/desk-exports.ts';
import type { ActContext } from '../../act-context.ts';
import { exportContacts, exportMessages } from '../../acts/desk/export-list.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';
import { question } from '../../middleware/question.ts';
import { tableToCsv } from '../../to-csv.ts';
import { tableToXlsx } from '../../to-xlsx.ts';
import { exportColumns } from '../../words/desk-export.ts';

export type { ContactExport } from '../../../db/queries/desk-exports.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const attached = (type: string, name: string) => ({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });

export const deskExportRoutes = (context: ActContext) => {
  const entry = (actor: string, act: string, target: string) => ({ at: context.clock.now().toISOString(), actor, act, target });
  return new Hono<DeskEnv>()
    .get('/messages.csv', question(exportQuestion), async (c) =>
      c.body(
        tableToCsv(await exportMessages(context, c.get('question'), c.get('staff').actor)),
        200,
        attached('text/csv; charset=utf-8', 'messages.csv'),
      ),
    )
    .get('/messages.xlsx', question(exportQuestion), async (c) => {
      const table = await exportMessages(context, c.get('question'), c.get('staff').actor);
      return c.body(await tableToXlsx({ ...table, sheet: exportColumns.messages }), 200, attached(XLSX, 'messages.xlsx'));
    })
    .get('/contacts', async (c) => c.json({ items: await listContactExports(context.db) }))
    .post('/contacts', body(contactsAsked), async (c) => {
      const id = newId('exp');
      await askContacts(context.db, { id, reason: c.get('body').reason }, entry(c.get('staff').actor, 'ask-contacts', id));
      return c.json({ id }, 201);
    })
    .post('/contacts/:id/agree', async (c) => {
      const id = c.req.param('id');
      if (!(await agreeToContacts(context.db, id, entry(c.get('staff').actor, 'agree-contacts', id))))
        throw new DomainError('refused', 'secondAgrees');
      return c.json({});
    })
    .post('/contacts/:id/take', async (c) => {
      const table = await exportContacts(context, { id: c.req.param('id'), actor: c.get('staff').actor });
      return c.body(await tableToXlsx({ ...table, sheet: exportColumns.contacts }), 200, attached(XLSX, 'contacts.xlsx'));
    });
};
