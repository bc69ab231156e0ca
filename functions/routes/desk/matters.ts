/** What came by another way than the site: walk-ins, calls, letters, what superiors passed down, findings of inspections. */
import { Hono } from 'hono';
import { z } from 'zod';
import { newId } from '../../../db/domain/ids.ts';
import { matterOutcome, newMatter } from '../../../db/domain/matter.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import { closeMatter, keepMatter, listMatters } from '../../../db/queries/matters.ts';
import type { ActContext } from '../../act-context.ts';
import { today } from '../../context.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';
import { question } from '../../middleware/question.ts';

export type { Matter } from '../../../db/queries/matters.ts';

export const listAsked = z.strictObject({ closed: z.enum(['yes']).optional() });

export const deskMatterRoutes = (context: ActContext) => {
  const entry = (actor: string, act: string, target: string) => ({ at: context.clock.now().toISOString(), actor, act, target });
  return new Hono<DeskEnv>()
    .get('/', question(listAsked), async (c) => c.json({ items: await listMatters(context.db, c.get('question').closed === undefined) }))
    .post('/', body(newMatter), async (c) => {
      const id = newId('mat');
      await keepMatter(context.db, id, c.get('body'), entry(c.get('staff').actor, 'enter-matter', id));
      return c.json({ id }, 201);
    })
    .post('/:id/outcome', body(matterOutcome), async (c) => {
      const id = c.req.param('id');
      const { outcome, note } = c.get('body');
      const kept = await closeMatter(context.db, { id, outcome, note, on: today(context) }, entry(c.get('staff').actor, `matter-${outcome}`, id));
      if (!kept) throw new DomainError('conflict', 'matterMovedOn');
      return c.json({});
    });
};
