/** The person at the desk behind a request. */
import { SESSION, type EntryStep, type Role } from '../db/domain/staff.ts';
import { endSession, stepOf } from '../db/queries/staff.ts';
import type { ActContext } from './act-context.ts';

/** `actor` is how the audit names the person. */
export type Staff = { id: string; name: string; title: string; role: Role; step: EntryStep; actor: `staff:${string}`; token: string };

type Found = {
  session: { token: string; createdAt: Date };
  user: {
    id: string;
    name: string;
    username?: string | null;
    role?: string | null;
    banned?: boolean | null;
    twoFactorEnabled?: boolean | null;
    firstPasswordUntil?: Date | null;
  };
};

/** Who has the session of these cookies, looked up in the database each time, and the cookies that keep it alive. */
export async function findStaffOf(context: ActContext, cookies: string | null): Promise<{ staff: Staff | undefined; cookies: string[] }> {
  if (!cookies?.includes('.session_token=')) return { staff: undefined, cookies: [] };
  const { headers, response } = await context.staffAuth().api.getSession({ headers: new Headers({ cookie: cookies }), returnHeaders: true });
  const found = response as Found | null;
  if (!found || found.user.banned) return { staff: undefined, cookies: headers.getSetCookie() };
  const { session, user } = found;
  if (session.createdAt.getTime() + SESSION.absoluteHours * 3_600_000 <= context.clock.now().getTime()) {
    await endSession(context.db, session.token);
    return { staff: undefined, cookies: [] };
  }
  const name = user.username ?? '';
  const staff: Staff = {
    id: user.id,
    name,
    title: user.name,
    role: (user.role ?? 'clerk') as Role,
    step: stepOf(user),
    actor: `staff:${name}`,
    token: session.token,
  };
  return { staff, cookies: headers.getSetCookie() };
}
