/** Staff of the desk (工作人员): those of the congress office who work on messages, each with an account of their own. */
import { z } from 'zod';
import { shortText } from './text.ts';

/** clerk 经办, moderator 审核, auditor 监督, admin 管理. */
export const ROLES = ['clerk', 'moderator', 'auditor', 'admin'] as const;
export const role = z.enum(ROLES, { error: 'role' });
export type Role = z.infer<typeof role>;

/** What a person still has to do before the desk opens: set an own password, join an authenticator app. */
export const ENTRY_STEPS = ['password', 'authenticator', 'desk'] as const;
export type EntryStep = (typeof ENTRY_STEPS)[number];

/** Account names: letters of any script, so that a clerk may be 张三. Compared in small letters. */
const ACCOUNT = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,29}$/u;
export const accountName = z
  .string({ error: 'accountName' })
  .overwrite((name) => name.normalize('NFKC').trim().toLowerCase())
  .regex(ACCOUNT, { error: 'accountName' });
export const isAccountName = (name: string): boolean => ACCOUNT.test(name);

/** Days for which a password that was handed out may be used. */
export const FIRST_PASSWORD_DAYS = 7;
export const PASSWORD_LENGTH = { least: 12, most: 128 };

/** Minutes without a request, and hours at all, after which a session ends (ASVS 7.3). */
export const SESSION = { idleMinutes: 30, absoluteHours: 12 };

const typedPassword = z.string({ error: 'required' }).min(1, { error: 'required' }).max(PASSWORD_LENGTH.most, { error: 'tooLong' });
const sixDigits = z
  .string({ error: 'authenticatorCode' })
  .overwrite((typed) => typed.normalize('NFKC').replaceAll(/\s/g, ''))
  .regex(/^\d{6}$/, { error: 'authenticatorCode' });

export const signInAsked = z.strictObject({
  name: z.string({ error: 'required' }).min(1, { error: 'required' }).max(60, { error: 'tooLong' }),
  password: typedPassword,
});
/** Either the six digits of the app or a recovery code. */
export const secondStep = z.strictObject({ code: sixDigits.optional(), recovery: z.string().max(40, { error: 'tooLong' }).optional() });
export const newPassword = z.strictObject({
  current: typedPassword,
  next: typedPassword.min(PASSWORD_LENGTH.least, { error: 'passwordShort' }),
});
export const passwordAgain = z.strictObject({ password: typedPassword });
export const authenticatorCode = z.strictObject({ code: sixDigits });

/** What a browser answers to a question about passkeys (WebAuthn in JSON); the library looks at every part of it. */
export const passkeyAnswer = z.strictObject({ response: z.record(z.string(), z.unknown()), name: shortText(30).optional() });

export const newStaff = z.strictObject({ name: accountName, role, title: shortText(30).optional() });
export const newRole = z.strictObject({ name: accountName, role });
export const staffNamed = z.strictObject({ name: accountName });

/** A member of staff as the desk shows them; never a hash, a secret or an address. */
export type StaffMember = {
  name: string;
  title: string;
  role: Role;
  disabled: boolean;
  step: EntryStep;
  createdAt: string;
  lastSeenAt: string | null;
};

const LADDERS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv'];

/**
 * True where a password is long but guessed first: few different characters, runs of the keyboard, or the account's name
 * (ASVS 6.2.4: with 12 characters at least, most lists of common passwords fall away by themselves).
 */
export function isGuessable(password: string, name: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < 5) return true;
  const rest = [name, ...LADDERS].reduce((left, run) => withoutRuns(left, run), plain.replaceAll(/huiyin|password|admin|woaini|(?:19|20)\d\d/g, ''));
  return rest.length < 5;
}

// Takes out every piece of four or more characters that stands in the run, forwards or backwards.
function withoutRuns(text: string, run: string): string {
  const both = [run, Array.from(run).toReversed().join('')];
  for (let size = Math.min(text.length, run.length); size >= Math.min(4, run.length); size--)
    for (const line of both) for (let at = 0; at + size <= line.length; at++) text = text.replaceAll(line.slice(at, at + size), '');
  return text;
}
