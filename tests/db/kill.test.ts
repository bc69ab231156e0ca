import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { afterKills, killOnce, prepareForKills } from '../support/kill-ratings.ts';

test('kill -9 during ratings: nothing acknowledged is lost, nothing is half there (threat row 51)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-kill-'));
  const url = `file:${join(folder, 'a.db')}`;
  await prepareForKills(url);
  const acknowledged: string[] = [];
  for (let round = 0; round < 4; round++) acknowledged.push(...(await killOnce(url, round)));
  const db = await openDatabase({ url });
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(await afterKills(db, acknowledged)).toMatchObject({ lost: 0, uneven: false, integrity: 'ok' });
  db.close();
  rmSync(folder, { recursive: true });
});
