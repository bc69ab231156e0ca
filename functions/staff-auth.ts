/** Sign-in of the desk: the library, configured once. Nothing of it is mounted; our own routes call `auth.api`. */
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth/minimal';
import { admin, twoFactor, username } from 'better-auth/plugins';
import { newId } from '../db/domain/ids.ts';
import { isAccountName, PASSWORD_LENGTH, SESSION } from '../db/domain/staff.ts';
import { keepAudit } from '../db/queries/audit.ts';
import { staffStore } from '../db/queries/staff-store.ts';
import { findStaff } from '../db/queries/staff.ts';
import { mustBeUnlocked } from './acts/staff/must-be-unlocked.ts';
import type { AppContext } from './context.ts';

/** Wrong codes of the app in a row after which one waits, and for how many seconds; never for ever. */
const CODE_LOCK = { maxFailedAttempts: 10, durationSeconds: 900 };

/** A session comes from a password, a code, or a passkey; with a second factor the password alone opens none. */
export function createStaffAuth(context: Pick<AppContext, 'db' | 'settings' | 'clock'>) {
  const { db, settings } = context;
  const https = settings.siteUrl.startsWith('https:');
  // Only what lets somebody in: not the session that a right password opens and that is taken back at once where a code
  // is still to come, and not the new token that a session in use is given.
  const tellEntry = async (userId: string, path: string | undefined, inSession: boolean) => {
    const { name, withCode } = await findStaff(db, userId);
    if (inSession || (withCode && path === '/sign-in/username')) return;
    await keepAudit(db, { at: context.clock.now().toISOString(), actor: `staff:${name}`, act: 'sign-in', target: `staff:${name}` });
  };
  return betterAuth({
    baseURL: settings.siteUrl,
    basePath: '/api/auth',
    secret: settings.secrets.SESSION_SECRET,
    database: staffStore(db),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      revokeSessionsOnPasswordReset: true,
    },
    user: { additionalFields: { firstPasswordUntil: { type: 'date', required: false, input: false } } },
    session: { expiresIn: SESSION.idleMinutes * 60, updateAge: 60, cookieCache: { enabled: false } },
    advanced: {
      // The name alone forbids the cookie to other hosts and paths (RFC 6265bis); over http browsers refuse it.
      cookiePrefix: https ? '__Host-desk' : 'desk',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: https, httpOnly: true, sameSite: 'strict', path: '/' },
      database: { generateId: ({ model }) => newId(model === 'user' ? 'stf' : 'ssn') },
      // No addresses of staff are kept.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      username({ minUsernameLength: 2, displayUsername: false, usernameValidator: isAccountName }),
      twoFactor({ accountLockout: { enabled: true, ...CODE_LOCK }, backupCodeOptions: { storeBackupCodes: 'encrypted' } }),
      admin({ defaultRole: 'clerk' }),
      passkey({
        rpID: new URL(settings.siteUrl).hostname,
        rpName: 'Huiyin',
        origin: settings.siteUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: ({ verification }) => mustBeUnlocked(verification.registrationInfo?.userVerified) },
        authentication: { afterVerification: ({ verification }) => mustBeUnlocked(verification.authenticationInfo.userVerified) },
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          after: (session, at) => tellEntry(session.userId, at?.path, Boolean(at?.context.session)),
        },
      },
    },
  });
}
export type StaffAuth = ReturnType<typeof createStaffAuth>;
