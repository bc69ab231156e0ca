import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { staff, staffAccounts, staffPasskeys, staffSessions, staffTwoFactors, staffVerifications } from '../tables/staff.ts';
import type { Database } from '../remote.ts';

/** The tables of the desk's accounts as the sign-in library reads and writes them: the one SQL that is not ours. */
export const staffStore = (db: Database) =>
  drizzleAdapter(db.orm, {
    provider: 'sqlite',
    schema: {
      user: staff,
      session: staffSessions,
      account: staffAccounts,
      verification: staffVerifications,
      twoFactor: staffTwoFactors,
      passkey: staffPasskeys,
    },
  });
