/**
 * Accounts of the desk, as the sign-in library wants them (tests/db/staff-tables.test.ts compares with what it asks for).
 * Names of columns are the library's; `role` and `banned` decide what a member of staff may do and whether at all.
 */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const moment = () => integer({ mode: 'timestamp_ms' });
const yesNo = () => integer({ mode: 'boolean' });

export const staff = sqliteTable('staff', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: yesNo().notNull(),
  image: text(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
  username: text().unique(),
  twoFactorEnabled: yesNo(),
  role: text(),
  banned: yesNo(),
  banReason: text(),
  banExpires: moment(),
  /** Until when the password that was handed out may be used; null once the person has set an own one. */
  firstPasswordUntil: moment(),
});

const ofStaff = () =>
  text()
    .notNull()
    .references(() => staff.id, { onDelete: 'cascade' });

export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    id: text().primaryKey(),
    expiresAt: moment().notNull(),
    token: text().notNull().unique(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    userId: ofStaff(),
    impersonatedBy: text(),
  },
  (table) => [index('staff_sessions_user').on(table.userId)],
);

export const staffAccounts = sqliteTable(
  'staff_accounts',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: ofStaff(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (table) => [index('staff_accounts_user').on(table.userId)],
);

/** Steps of a sign-in under way: who must still name a code, and how often they may try. */
export const staffVerifications = sqliteTable(
  'staff_verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (table) => [index('staff_verifications_identifier').on(table.identifier)],
);

/** The secret of the authenticator app and the recovery codes, both encrypted by the library with SESSION_SECRET. */
export const staffTwoFactors = sqliteTable(
  'staff_two_factors',
  {
    id: text().primaryKey(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    userId: ofStaff(),
    verified: yesNo(),
    failedVerificationCount: integer(),
    lockedUntil: moment(),
  },
  (table) => [index('staff_two_factors_user').on(table.userId), index('staff_two_factors_secret').on(table.secret)],
);

export const staffPasskeys = sqliteTable(
  'staff_passkeys',
  {
    id: text().primaryKey(),
    name: text(),
    publicKey: text().notNull(),
    userId: ofStaff(),
    credentialID: text('credential_id').notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: yesNo().notNull(),
    transports: text(),
    createdAt: moment(),
    aaguid: text(),
  },
  (table) => [index('staff_passkeys_user').on(table.userId), index('staff_passkeys_credential').on(table.credentialID)],
);

/** Wrong passwords in a window of time, by account, by known device, and of all; the keys are keyed hashes. */
export const signInTries = sqliteTable(
  'sign_in_tries',
  { key: text().primaryKey(), tries: integer().notNull(), endsAt: text().notNull() },
  (table) => [index('sign_in_tries_end').on(table.endsAt)],
);
