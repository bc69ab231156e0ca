import { getAuthTables } from 'better-auth/db';
import { getTableColumns } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as tables from '../../db/tables/staff.ts';
import { startNodeHost } from '../support/api-host.ts';

const OURS: Record<string, Parameters<typeof getTableColumns>[0]> = {
  user: tables.staff,
  session: tables.staffSessions,
  account: tables.staffAccounts,
  verification: tables.staffVerifications,
  twoFactor: tables.staffTwoFactors,
  passkey: tables.staffPasskeys,
};
const TYPES: Record<string, string> = { string: 'string', boolean: 'boolean', date: 'date', number: 'number' };

test('the tables of accounts hold what the sign-in library asks for: an upgrade that asks for more fails here', async () => {
  const host = await startNodeHost();
  try {
    const asked = getAuthTables(host.context.staffAuth().options);
    expect(Object.keys(asked).toSorted()).toEqual(Object.keys(OURS).toSorted());
    for (const [model, { fields }] of Object.entries(asked)) {
      const columns = getTableColumns(OURS[model] as Parameters<typeof getTableColumns>[0]);
      const told = Object.entries(fields).map(
        ([name, field]) => `${model}.${name} ${TYPES[String(field.type)]} ${field.required ? 'required' : ''} ${field.unique ? 'unique' : ''}`,
      );
      const kept = Object.entries(columns)
        .filter(([name]) => name !== 'id')
        .map(([name, column]) => `${model}.${name} ${column.dataType} ${column.notNull ? 'required' : ''} ${column.isUnique ? 'unique' : ''}`);
      expect(kept.toSorted()).toEqual(told.toSorted());
    }
  } finally {
    await host.close();
  }
});
