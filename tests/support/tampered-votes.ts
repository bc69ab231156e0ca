/** Votes in three stages, ready to be tampered with again and again: open, closed but not counted, and counted. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../db/client.ts';
import type { Snapshot } from '../../db/domain/snapshot.ts';
import { pastRatings } from '../../db/queries/sample.ts';
import type { ActContext } from '../../functions/act-context.ts';
import { appendEntries } from '../../functions/acts/append-entries.ts';
import { issueCodes } from '../../functions/acts/issue-codes.ts';
import { countCodes, voidCodes } from '../../functions/acts/manage-codes.ts';
import { openRating } from '../../functions/acts/open-rating.ts';
import { ratingRow } from '../../functions/acts/rating-row.ts';
import { takeSnapshot } from '../../functions/acts/take-snapshot.ts';
import { readSecret } from '../../db/domain/secret.ts';
import { sha256Hex } from '../../functions/sha256.ts';
import { withEarlierLog } from '../../functions/cli/release/publish-snapshot.ts';
import { startNodeHost } from './api-host.ts';
import { letTimePass } from './past-window.ts';
import { filesOf, verdictOn } from './published-ratings.ts';
import { tamper, type Tampering } from './tampering.ts';

const SNAPSHOT = { asOf: '2026-11-22', minimum: 10 };
const PAST = '2026-01-02T00:00:00.000Z';

type Stage = { name: string; file: string; published: Snapshot };
export type Trial = { stage: string; deed: Tampering; found: boolean };

export async function tamperedVotes(): Promise<{ trial: (random: () => number) => Promise<Trial>; close: () => Promise<void> }> {
  const host = await startNodeHost();
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-tamper-'));
  const stages: Stage[] = [];
  const keepStage = async (name: string, published: Snapshot): Promise<void> => {
    const file = join(folder, `${name}.db`);
    await host.db.client.execute(`VACUUM INTO '${file}'`);
    stages.push({ name, file, published });
  };
  await castVotes(host.context);
  const open = await takeSnapshot(host.context, SNAPSHOT);
  await keepStage('open', open);
  for (const report of ['report-1', 'report-2']) await letTimePass(host.context, report, PAST);
  await keepStage('closed', open);
  await keepStage('counted', await takeSnapshot(host.context, SNAPSHOT));

  return {
    async trial(random) {
      const stage = stages[Math.floor(random() * stages.length)] as Stage;
      const file = join(folder, 'trial.db');
      for (;;) {
        for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
        copyFileSync(stage.file, file);
        const db = await openDatabase({ url: `file:${file}` });
        try {
          const deed = await tamper(db, random);
          if (deed) return { stage: stage.name, deed, found: await isFound({ ...host.context, db }, stage.published) };
        } finally {
          db.close();
        }
      }
    },
    async close() {
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What the next release publishes after the deed, and what the public verifier says of it. */
async function isFound(context: ActContext & { db: Database }, before: Snapshot): Promise<boolean> {
  const { snapshot } = withEarlierLog(await takeSnapshot(context, SNAPSHOT), { release: 'before', snapshot: before });
  const sealed = before.ratingsLog.at(-1);
  const { faults } = await verdictOn(filesOf(snapshot as Snapshot, sealed === undefined ? [] : [sha256Hex(sealed)]));
  return faults.length > 0;
}

async function castVotes(context: ActContext): Promise<void> {
  await openRating(context, { reportIds: ['report-1', 'report-2'], opens: '2026-01-01T00:00:00Z', closes: '2036-01-01T00:00:00Z' });
  const { codes, set } = await issueCodes(context, { reportIds: ['report-1', 'report-2'], count: 40 });
  await countCodes(context, { set, handedOut: 38, returned: 2 });
  await voidCodes(context, { set: (await issueCodes(context, { reportIds: ['report-1'], count: 3 })).set, reason: '试印作废' });
  for (const [report, count] of [
    ['report-1', 32],
    ['report-2', 24],
  ] as const) {
    const grades = (place: number) => ({
      overall: (['satisfied', 'basicallySatisfied', 'dissatisfied'] as const)[place % 3] ?? 'satisfied',
      duties: 'satisfied' as const,
    });
    const rows = await Promise.all(codes.slice(0, count).map((code, place) => ratingRow(context, report, readSecret(code) ?? '', grades(place))));
    await appendEntries(context, async () => ({ entries: [], changes: pastRatings(report, rows) }));
  }
}
