/** Photographs at the desk: seen before anybody else may. */
import { Hono } from 'hono';
import { z } from 'zod';
import { isRowId } from '../../../db/domain/ids.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import { findPhoto } from '../../../db/queries/photos.ts';
import type { ActContext } from '../../act-context.ts';
import { reviewPhoto } from '../../acts/review-photo.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';

export const deskPhotoRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .get('/:id', async (c) => {
      const id = c.req.param('id');
      const bytes = isRowId('pho', id) ? await findPhoto(context.db, id) : undefined;
      if (!bytes) throw new DomainError('missing', 'messageNotFound');
      return c.body(bytes, 200, { 'content-type': 'image/jpeg' });
    })
    .post('/:id', body(z.strictObject({ shown: z.boolean({ error: 'yesNo' }) })), async (c) => {
      await reviewPhoto(context, { id: c.req.param('id'), shown: c.get('body').shown, actor: c.get('staff').actor });
      return c.json({});
    });
