/** The API as each host runs it, over a fresh database: one suite, two hosts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { openDatabase, type Database } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { forActs, type ActContext } from '../../functions/act-context.ts';
import { createApp } from '../../functions/app.ts';
import { startLibsqlEndpoint } from '../../functions/cli/libsql-endpoint.ts';
import type { LogEntry } from '../../functions/context.ts';
import { sendNotices } from '../../functions/jobs/send-notices.ts';
import { createRecords } from '../../functions/records.ts';
import { readSettings } from '../../functions/settings.ts';
import { namesAsFiles } from './names.ts';
import { testProposalTwin, testRelease, testTasks } from './release.ts';

export const SITE = 'https://rd.example.test';

export type ApiHost = {
  name: 'node' | 'workerd';
  /** Sends a request as a browser or script would; `address` is what the trusted proxy writes. */
  send: (path: string, init?: RequestInit & { address?: string; duplex?: 'half' }) => Promise<Response>;
  /** The same database, and a context for acts on it. */
  db: Database;
  context: ActContext;
  /** Sends the notices that are due, in the host itself. */
  sendNotices: () => Promise<unknown>;
  /** Lines of the log (Node only). */
  log: LogEntry[];
  close: () => Promise<void>;
};

type Scheduled = { scheduled: (event: { cron: string }) => Promise<unknown> };

const key = () => randomBytes(32).toString('base64url');

const testEnvironment = (more: Record<string, string> = {}): Record<string, string> => ({
  SITE_URL: SITE,
  TRUSTED_PROXY: 'x-real-ip',
  CODE_PEPPER: key(),
  CONTACT_KEY: key(),
  SESSION_SECRET: key(),
  ...more,
});

/** Files of the release besides release.json, by path: the names of a small county, and what awaits its deputy. */
const releasedFiles = {
  ...namesAsFiles(),
  'data/tasks/lin-xiaohe.json': JSON.stringify(testTasks),
  'proposals/p-road/index.json': JSON.stringify(testProposalTwin),
};

const testRecords = () =>
  createRecords({
    version: async () => testRelease.id,
    text: async () => JSON.stringify(testRelease),
    file: async (path) => (releasedFiles as Record<string, string>)[path] ?? '',
  });

function requestOf(path: string, { address = '203.0.113.7', ...init }: Parameters<ApiHost['send']>[1] = {}): Request {
  const request = new Request(new URL(path, SITE), init);
  if (!request.headers.has('x-real-ip')) request.headers.set('x-real-ip', address);
  return request;
}

/** `createApp` in this process with an embedded file. */
export async function startNodeHost(more: Record<string, string> = {}, wrap: (db: Database) => Database = (db) => db): Promise<ApiHost> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-api-'));
  const db = await openDatabase({ url: `file:${join(folder, 'test.db')}` });
  await migrateDatabase(db);
  const log: LogEntry[] = [];
  const settings = readSettings(testEnvironment(more));
  const given = { db: wrap(db), records: testRecords(), settings, clock: { now: () => new Date() }, log: (entry: LogEntry) => void log.push(entry) };
  const app = createApp(given);
  const context = forActs({ ...given, db });
  return {
    name: 'node',
    send: async (path, init) => app.fetch(requestOf(path, init), {}),
    db,
    context,
    sendNotices: () => sendNotices(context),
    log,
    async close() {
      db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The same app in workerd, over HTTP to a libSQL endpoint. */
async function startWorkerHost(more: Record<string, string> = {}): Promise<ApiHost> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-api-'));
  const endpoint = await startLibsqlEndpoint(join(folder, 'test.db'));
  const db = await openDatabase({ url: endpoint.url, timeout: 10_000 });
  await migrateDatabase(db);
  const environment = { DATABASE_URL: endpoint.url, ...testEnvironment(more) };
  const worker = new Miniflare({
    modules: true,
    script: await bundleWorker(),
    compatibilityDate: '2026-07-30',
    compatibilityFlags: ['nodejs_compat'],
    bindings: { ...environment, RELEASE: JSON.stringify(testRelease), FILES: JSON.stringify(releasedFiles) },
  });
  await worker.ready;
  const settings = readSettings(environment);
  return {
    name: 'workerd',
    async send(path, init) {
      const request = requestOf(path, init);
      const answer = await worker.dispatchFetch(request.url, {
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body: init?.body as never,
        redirect: 'manual',
        ...(init?.duplex && { duplex: init.duplex }),
      });
      return answer as unknown as Response;
    },
    db,
    context: forActs({ db, records: testRecords(), settings, clock: { now: () => new Date() }, log: () => {} }),
    sendNotices: async () => ((await worker.getWorker()) as unknown as Scheduled).scheduled({ cron: '* * * * *' }),
    log: [],
    async close() {
      await worker.dispose();
      db.close();
      await endpoint.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Bundled as for production: the conditions choose the web builds, so native code would fail here. */
async function bundleWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('./api-worker.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*', 'stream'],
    // papaparse asks for `stream` by require, which an ES module has to be given.
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire('/');` },
  });
  return outputFiles[0]?.text ?? '';
}

export const HOSTS = [
  ['node', startNodeHost],
  ['workerd', startWorkerHost],
] as const;
