import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { DESK_ROUTES, mayUse } from '../../db/domain/desk-rules.ts';
import { DomainError } from '../../db/domain/problem.ts';
import type { ActContext } from '../act-context.ts';
import type { AppEnv } from '../app-env.ts';
import { HttpProblem } from '../http-problem.ts';
import { findStaffOf, type Staff } from '../staff.ts';

/** What routes below the guard find: the person, and the request's cookies. */
export type DeskEnv = AppEnv & { Variables: { staff: Staff } };

/** The rule for the route that will answer; a route without one answers nobody. */
const ruleOf = (method: string, paths: string[]) => paths.map((path) => DESK_ROUTES[`${method} ${path}`]).find((rule) => rule !== undefined);

/** The only place where access to the desk is decided, on both hosts: session, steps of entering, role. */
export const guardDesk = (context: ActContext) =>
  createMiddleware<DeskEnv>(async (c, next) => {
    const rule = ruleOf(
      c.req.method,
      matchedRoutes(c).map(({ path }) => path),
    );
    if (rule === undefined) throw new HttpProblem(404, 'notFound');
    if (rule === 'open') return next();
    const { staff, cookies } = await findStaffOf(context, c.req.header('cookie') ?? null);
    if (!staff) throw new HttpProblem(401, 'signInFirst');
    if (rule !== 'entering') {
      if (staff.step !== 'desk') throw new DomainError('refused', 'entryNotDone');
      if (!mayUse(staff.role, rule)) throw new DomainError('refused', 'notYours');
    }
    c.set('staff', staff);
    await next();
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
  });
