/** Who did what, for those who watch over it. */
import { Hono } from 'hono';
import { z } from 'zod';
import { listAudit } from '../../../db/queries/audit.ts';
import type { ActContext } from '../../act-context.ts';
import { checkAudit } from '../../acts/check-audit.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';
import { question } from '../../middleware/question.ts';

export type { AuditRow } from '../../../db/queries/audit-chain.ts';

const auditQuestion = z.strictObject({
  actor: z.string().max(60, { error: 'tooLong' }).optional(),
  target: z.string().max(80, { error: 'tooLong' }).optional(),
  before: z.coerce.number({ error: 'number' }).int({ error: 'number' }).min(1, { error: 'number' }).optional(),
});

export const deskAuditRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .get('/', question(auditQuestion), async (c) => c.json(await listAudit(context.db, c.get('question'))))
    .get('/check', async (c) => c.json(await checkAudit(context)));
