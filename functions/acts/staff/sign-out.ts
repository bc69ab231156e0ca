import { keepAudit } from '../../../db/queries/audit.ts';
import type { ActContext } from '../../act-context.ts';
import { findStaffOf } from '../../staff.ts';

/** Ends the session of these cookies, and says how the browser forgets them. Without a session it does nothing. */
export async function signOut(context: ActContext, cookies: string | null): Promise<string[]> {
  const { staff } = await findStaffOf(context, cookies);
  if (!staff) return [];
  const { headers } = await context.staffAuth().api.signOut({ headers: new Headers({ cookie: cookies ?? '' }), returnHeaders: true });
  await keepAudit(context.db, { at: context.clock.now().toISOString(), actor: staff.actor, act: 'sign-out', target: staff.actor });
  return headers.getSetCookie();
}
