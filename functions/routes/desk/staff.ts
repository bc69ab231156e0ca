/** Accounts of the desk. Names stand in bodies: a path has no room for 张三. */
import { Hono } from 'hono';
import { newRole, newStaff, staffNamed } from '../../../db/domain/staff.ts';
import { listStaff } from '../../../db/queries/staff.ts';
import type { ActContext } from '../../act-context.ts';
import { addStaff, changeRole, disableStaff, notOneself, resetStaff } from '../../acts/staff/change-staff.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';

export const staffRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .get('/', async (c) => c.json({ items: await listStaff(context.db) }))
    .post('/', body(newStaff), async (c) => c.json(await addStaff(context, { ...c.get('body'), actor: c.get('staff').actor }), 201))
    .post('/role', body(newRole), async (c) => {
      const { name, role } = c.get('body');
      await changeRole(context, { name: notOneself(c.get('staff').name, name), role, actor: c.get('staff').actor });
      return c.json({});
    })
    .post('/disable', body(staffNamed), async (c) => {
      const name = notOneself(c.get('staff').name, c.get('body').name);
      await disableStaff(context, { name, disabled: true, actor: c.get('staff').actor });
      return c.json({});
    })
    .post('/enable', body(staffNamed), async (c) => {
      const name = notOneself(c.get('staff').name, c.get('body').name);
      await disableStaff(context, { name, disabled: false, actor: c.get('staff').actor });
      return c.json({});
    })
    .post('/reset', body(staffNamed), async (c) => {
      const name = notOneself(c.get('staff').name, c.get('body').name);
      return c.json(await resetStaff(context, { name, actor: c.get('staff').actor }));
    });
