/** Words that the office writes often. */
import { Hono } from 'hono';
import { z } from 'zod';
import { newId } from '../../../db/domain/ids.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import { newTemplate } from '../../../db/domain/template.ts';
import { dropTemplate, keepTemplate, listTemplates } from '../../../db/queries/templates.ts';
import type { ActContext } from '../../act-context.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';

export const deskTemplateRoutes = (context: ActContext) => {
  const entry = (actor: string, act: string, target: string) => ({ at: context.clock.now().toISOString(), actor, act, target });
  return new Hono<DeskEnv>()
    .get('/', async (c) => c.json({ items: await listTemplates(context.db) }))
    .post('/', body(newTemplate), async (c) => {
      const id = newId('tpl');
      await keepTemplate(context.db, { id, ...c.get('body') }, entry(c.get('staff').actor, 'add-template', id));
      return c.json({ id }, 201);
    })
    .post('/drop', body(z.strictObject({ id: z.string().max(40) })), async (c) => {
      const { id } = c.get('body');
      if (!(await dropTemplate(context.db, id, entry(c.get('staff').actor, 'drop-template', id))))
        throw new DomainError('missing', 'messageNotFound');
      return c.json({});
    });
};
