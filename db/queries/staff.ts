import { asc, eq, sql } from 'drizzle-orm';
import { newId } from '../domain/ids.ts';
import type { EntryStep, Role, StaffMember } from '../domain/staff.ts';
import type { Database } from '../remote.ts';
import { staff, staffPasskeys, staffSessions } from '../tables/staff.ts';
import { auditIfChanged, type AuditEntry, type Statement } from './statement.ts';

/** What is still to be done before the desk opens; the order of the steps is that of the first sign-in. */
export const stepOf = (of: { firstPasswordUntil?: Date | null | undefined; twoFactorEnabled?: boolean | null | undefined }): EntryStep =>
  of.firstPasswordUntil ? 'password' : of.twoFactorEnabled ? 'desk' : 'authenticator';

/** The account behind an id, for the audit. */
export async function findStaff(db: Database, id: string): Promise<{ name: string; withCode: boolean }> {
  const [found] = await db.orm.select({ name: staff.username, withCode: staff.twoFactorEnabled }).from(staff).where(eq(staff.id, id));
  return { name: found?.name ?? 'unknown', withCode: found?.withCode === true };
}

export async function isStaff(db: Database, name: string): Promise<boolean> {
  return (await db.orm.select({ id: staff.id }).from(staff).where(eq(staff.username, name))).length > 0;
}

/** Everybody with an account, by name. */
export async function listStaff(db: Database): Promise<StaffMember[]> {
  const rows = await db.orm
    .select({
      name: staff.username,
      title: staff.name,
      role: staff.role,
      banned: staff.banned,
      firstPasswordUntil: staff.firstPasswordUntil,
      twoFactorEnabled: staff.twoFactorEnabled,
      createdAt: staff.createdAt,
      lastSeenAt: sql<number | null>`max(${staffSessions.updatedAt})`,
    })
    .from(staff)
    .leftJoin(staffSessions, eq(staffSessions.userId, staff.id))
    .groupBy(staff.id)
    .orderBy(asc(staff.username));
  return rows.map(({ name, title, role, banned, createdAt, lastSeenAt, ...rest }) => ({
    name: name ?? '',
    title,
    role: (role ?? 'clerk') as Role,
    disabled: banned === true,
    step: stepOf(rest),
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt === null ? null : new Date(lastSeenAt).toISOString(),
  }));
}

export type StaffToKeep = { name: string; title: string; role: Role; passwordHash: string; firstPasswordUntil: Date; at: Date; audit: AuditEntry };

/** Makes an account with a password that was handed out. False where the name is taken. */
export async function keepStaff(db: Database, { name, title, role, passwordHash, firstPasswordUntil, at, audit }: StaffToKeep): Promise<boolean> {
  const [id, now] = [newId('stf'), at.getTime()];
  const results = await db.client.batch(
    [
      {
        sql: `INSERT INTO staff (id, name, email, email_verified, created_at, updated_at, username, two_factor_enabled, role, banned, first_password_until)
              VALUES (?, ?, ?, 0, ?, ?, ?, 0, ?, 0, ?) ON CONFLICT DO NOTHING`,
        args: [id, title, `${name}@staff.invalid`, now, now, name, role, firstPasswordUntil.getTime()],
      },
      {
        sql: `INSERT INTO staff_accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
              SELECT ?, ?, 'credential', ?, ?, ?, ? WHERE changes() = 1`,
        args: [newId('ssn'), id, id, passwordHash, now, now],
      },
      auditIfChanged(audit),
    ],
    'write',
  );
  return results[0]?.rowsAffected === 1;
}

/** Ends every session of an account that was just changed: the next request of each is refused. */
const endSessions = (name: string): Statement => ({
  sql: 'DELETE FROM staff_sessions WHERE changes() > 0 AND user_id = (SELECT id FROM staff WHERE username = ?)',
  args: [name],
});

/** The last admin who can sign in stays one: nobody else could ever make another. */
const OTHER_ADMIN = `EXISTS (SELECT 1 FROM staff o WHERE o.username <> ? AND o.role = 'admin' AND coalesce(o.banned, 0) = 0)`;

export type StaffChange = { name: string; at: Date; audit: AuditEntry };

/** Runs one change of an account with its audit row, and ends its sessions. False where nothing was changed. */
async function change(db: Database, update: Statement, { name, audit }: StaffChange, more: Statement[] = []): Promise<boolean> {
  const results = await db.client.batch([update, auditIfChanged(audit), endSessions(name), ...more], 'write');
  return results[0]?.rowsAffected === 1;
}

/** Gives another role. False where there is no such account, it has the role already, or it is the last admin. */
export const changeRole = (db: Database, role: Role, given: StaffChange): Promise<boolean> =>
  change(
    db,
    {
      sql: `UPDATE staff SET role = ?, updated_at = ? WHERE username = ? AND role <> ? AND (role <> 'admin' OR ${OTHER_ADMIN})`,
      args: [role, given.at.getTime(), given.name, role, given.name],
    },
    given,
  );

/** Closes an account, or opens it again. The row stays, so that the audit goes on naming a person. */
export const disableStaff = (db: Database, disabled: boolean, given: StaffChange): Promise<boolean> =>
  change(
    db,
    {
      sql: `UPDATE staff SET banned = ?, updated_at = ? WHERE username = ? AND coalesce(banned, 0) <> ? AND (? = 0 OR role <> 'admin' OR ${OTHER_ADMIN})`,
      args: [disabled ? 1 : 0, given.at.getTime(), given.name, disabled ? 1 : 0, disabled ? 1 : 0, given.name],
    },
    given,
  );

/** Hands out a new first password and forgets authenticator and passkeys, for somebody who lost them. */
export const resetStaff = (db: Database, { passwordHash, until }: { passwordHash: string; until: Date }, given: StaffChange): Promise<boolean> => {
  const own = '(SELECT id FROM staff WHERE username = ?)';
  return change(
    db,
    {
      sql: 'UPDATE staff SET two_factor_enabled = 0, first_password_until = ?, updated_at = ? WHERE username = ?',
      args: [until.getTime(), given.at.getTime(), given.name],
    },
    given,
    [
      { sql: `UPDATE staff_accounts SET password = ? WHERE provider_id = 'credential' AND user_id = ${own}`, args: [passwordHash, given.name] },
      { sql: `DELETE FROM staff_two_factors WHERE user_id = ${own}`, args: [given.name] },
      { sql: `DELETE FROM staff_passkeys WHERE user_id = ${own}`, args: [given.name] },
    ],
  );
};

/** Marks that a person has an own password now. */
export async function forgetFirstPassword(db: Database, id: string, audit: AuditEntry): Promise<void> {
  await db.client.batch([{ sql: 'UPDATE staff SET first_password_until = NULL WHERE id = ?', args: [id] }, auditIfChanged(audit)], 'write');
}

/** Ends one session. */
export async function endSession(db: Database, token: string): Promise<void> {
  await db.client.execute({ sql: 'DELETE FROM staff_sessions WHERE token = ?', args: [token] });
}

export type OwnPasskey = { id: string; name: string | null; createdAt: string | null };

/** One's own passkeys, the oldest first. */
export async function listPasskeys(db: Database, userId: string): Promise<OwnPasskey[]> {
  const rows = await db.orm
    .select({ id: staffPasskeys.id, name: staffPasskeys.name, createdAt: staffPasskeys.createdAt })
    .from(staffPasskeys)
    .where(eq(staffPasskeys.userId, userId))
    .orderBy(asc(staffPasskeys.createdAt));
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt?.toISOString() ?? null }));
}

/** Forgets one of one's own. False where it is not. */
export async function dropPasskey(db: Database, { id, userId }: { id: string; userId: string }, audit: AuditEntry): Promise<boolean> {
  const [dropped] = await db.client.batch(
    [{ sql: 'DELETE FROM staff_passkeys WHERE id = ? AND user_id = ?', args: [id, userId] }, auditIfChanged(audit)],
    'write',
  );
  return dropped?.rowsAffected === 1;
}
