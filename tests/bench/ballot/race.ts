/** 200 clients fire each of 500 codes at once, through two clients of one database: exactly 500 count (threat rows 1 and 58). */
import { join } from 'node:path';
import { openDatabase } from '../../../db/client.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { forActs } from '../../../functions/act-context.ts';
import { issueCodes } from '../../../functions/acts/issue-codes.ts';
import { openRating } from '../../../functions/acts/open-rating.ts';
import { createApp } from '../../../functions/app.ts';
import { startLibsqlEndpoint } from '../../../functions/cli/libsql-endpoint.ts';
import { SITE, startNodeHost } from '../../support/api-host.ts';
import { benchFolder } from '../bench-folder.ts';
import { REPORT, WINDOW } from '../open-vote.ts';
import type { Result } from '../result.ts';

const CLIENTS = 200;
const CODES = Number(process.env['CODES'] ?? 500);

export async function benchRace(): Promise<Result[]> {
  const { folder, remove } = benchFolder();
  const endpoint = await startLibsqlEndpoint(join(folder, 'a.db'));
  const host = await startNodeHost();
  const dbs = await Promise.all([1, 2].map(() => openDatabase({ url: endpoint.url, timeout: 60_000 })));
  const [one, two] = dbs.map((db) => forActs({ ...host.context, db }));
  if (!one || !two) throw new Error('two clients');
  try {
    await migrateDatabase(one.db);
    await openRating(one, { reportIds: [REPORT], ...WINDOW });
    const { codes } = await issueCodes(one, { reportIds: [REPORT], count: CODES });
    const apps = [createApp(one), createApp(two)];
    let [accepted, other] = [0, 0];
    for (const code of codes) {
      const body = JSON.stringify({ code, grades: { overall: 'satisfied' } });
      const fire = async (client: number) => {
        const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
        const request = new Request(`${SITE}/api/reports/${REPORT}/ratings`, init);
        const answer = await apps[client % 2]?.fetch(request, { clientAddress: `2001:db8:${client}::1` });
        if (answer?.status === 201) accepted++;
        else if (answer?.status !== 422 && answer?.status !== 429) other++;
      };
      await Promise.all(Array.from({ length: CLIENTS }, (_, client) => fire(client)));
    }
    const { rows } = await one.db.client.execute(
      'SELECT (SELECT count(*) FROM rating_grades) AS grades, (SELECT n FROM rating_sums WHERE name = ?) AS n',
      [REPORT],
    );
    const counted = Number(rows[0]?.grades);
    if (accepted !== CODES || Number(rows[0]?.n) !== CODES || other > 0)
      throw new Error(`${accepted} accepted, ${counted} counted, ${other} other answers`);
    return [
      {
        name: `${CLIENTS} clients × ${CODES} codes through two clients of one database`,
        ours: counted,
        unit: 'counted',
        goal: { atMost: CODES },
        note: `${CLIENTS * CODES} requests, ${accepted} accepted, 0 other answers`,
      },
    ];
  } finally {
    for (const db of dbs) db.close();
    await host.close();
    await endpoint.close();
    remove();
  }
}
