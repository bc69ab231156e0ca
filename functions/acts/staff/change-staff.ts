/** Accounts of the desk, as an admin or the command `npm run staff` changes them. Every change ends the account's sessions. */
import { hashPassword } from 'better-auth/crypto';
import { DomainError, invalidField } from '../../../db/domain/problem.ts';
import { formatSecret, newSecret } from '../../../db/domain/secret.ts';
import { FIRST_PASSWORD_DAYS, type Role } from '../../../db/domain/staff.ts';
import { changeRole as keepRole, disableStaff as keepDisabled, isStaff, keepStaff, resetStaff as keepReset } from '../../../db/queries/staff.ts';
import type { ActContext } from '../../act-context.ts';

/** A password that is handed out once and must be replaced at the first sign-in, within days. */
export type FirstPassword = { name: string; password: string; until: string };

type By = { actor: string };

const moments = (context: ActContext) => {
  const at = context.clock.now();
  return { at, until: new Date(at.getTime() + FIRST_PASSWORD_DAYS * 86_400_000) };
};

/** Makes an account. @throws conflict (the name is taken) */
export async function addStaff(
  context: ActContext,
  { name, role, title, actor }: { name: string; role: Role; title?: string | undefined } & By,
): Promise<FirstPassword> {
  const { at, until } = moments(context);
  const password = formatSecret(newSecret());
  const audit = { at: at.toISOString(), actor, act: `add-staff-${role}`, target: `staff:${name}` };
  const kept = await keepStaff(context.db, {
    name,
    title: title ?? name,
    role,
    passwordHash: await hashPassword(password),
    firstPasswordUntil: until,
    at,
    audit,
  });
  if (!kept) throw new DomainError('conflict', 'staffNameTaken', { errors: [{ path: ['name'], code: 'staffNameTaken' }] });
  return { name, password, until: until.toISOString() };
}

/** Gives another role. @throws missing, conflict (the last admin, or no change) */
export async function changeRole(context: ActContext, { name, role, actor }: { name: string; role: Role } & By): Promise<void> {
  const { at } = moments(context);
  const audit = { at: at.toISOString(), actor, act: `change-role-${role}`, target: `staff:${name}` };
  await mustChange(context, name, await keepRole(context.db, role, { name, at, audit }));
}

/** Closes an account or opens it again. @throws missing, conflict (the last admin, or no change) */
export async function disableStaff(context: ActContext, { name, disabled, actor }: { name: string; disabled: boolean } & By): Promise<void> {
  const { at } = moments(context);
  const audit = { at: at.toISOString(), actor, act: disabled ? 'disable-staff' : 'enable-staff', target: `staff:${name}` };
  await mustChange(context, name, await keepDisabled(context.db, disabled, { name, at, audit }));
}

/** A new first password for somebody who lost password, telephone or both. @throws missing */
export async function resetStaff(context: ActContext, { name, actor }: { name: string } & By): Promise<FirstPassword> {
  const { at, until } = moments(context);
  const password = formatSecret(newSecret());
  const audit = { at: at.toISOString(), actor, act: 'reset-staff', target: `staff:${name}` };
  await mustChange(context, name, await keepReset(context.db, { passwordHash: await hashPassword(password), until }, { name, at, audit }));
  return { name, password, until: until.toISOString() };
}

async function mustChange(context: ActContext, name: string, changed: boolean): Promise<void> {
  if (changed) return;
  if (!(await isStaff(context.db, name))) throw new DomainError('missing', 'staffNotFound');
  throw new DomainError('conflict', 'staffNotChanged');
}

/** Nobody closes, lowers or resets their own account by mistake at the desk. */
export function notOneself(own: string, name: string): string {
  if (own === name) throw invalidField('name', 'notOneself');
  return name;
}
