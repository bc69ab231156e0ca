/**
 * A small libSQL server over HTTP (Hrana 2, JSON) on an embedded file, for development and tests only. It speaks what
 * @libsql/client sends: execute, batch with conditions, sequence, store_sql, close_sql, close, by POST /v2/pipeline.
 * One native connection: a stream in a transaction owns it, others wait; a transaction idle for 5 s is rolled back.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'libsql';
import { createTurns, type Stream, type Turns } from './libsql-turns.ts';
import { condition, runSequence, runStatement, type HranaStatement, type Result } from './libsql-statement.ts';

type Native = InstanceType<typeof Database>;
type BatchStep = { stmt: HranaStatement; condition?: Parameters<typeof condition>[0] | null };
type Command = { type: string; stmt?: HranaStatement; batch?: { steps: BatchStep[] }; sql?: string; sql_id?: number };

export type Endpoint = { url: string; close: () => Promise<void> };

/** Serves a database file on 127.0.0.1; port 0 takes any free port. */
export async function startLibsqlEndpoint(file: string, port = 0): Promise<Endpoint> {
  const db = new Database(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  const streams = new Map<string, Stream>();
  const turns = createTurns(db, streams);
  const server = createServer((request, response) => void answer(request, response, db, streams, turns));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const stream of streams.values()) clearTimeout(stream.idle);
      db.close();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, db: Native, streams: Map<string, Stream>, turns: Turns): Promise<void> {
  if (request.method !== 'POST' || request.url !== '/v2/pipeline') return void response.writeHead(404).end();
  const { baton, requests } = JSON.parse(await textOf(request)) as { baton: string | null; requests: Command[] };
  if (baton && !streams.has(baton)) return void response.writeHead(400).end(JSON.stringify({ message: 'stream expired', code: 'STREAM_EXPIRED' }));
  const id = baton ?? randomUUID();
  const stream = streams.get(id) ?? { sqls: new Map<number, string>() };
  streams.set(id, stream);
  await turns.take(id);
  const results = requests.map((command) => attempt(() => run(db, stream, command)));
  const open = !requests.some(({ type }) => type === 'close');
  if (!open) streams.delete(id);
  turns.settle(id);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ baton: open ? id : null, base_url: null, results }));
}

function attempt(work: () => object): object {
  try {
    return { type: 'ok', response: work() };
  } catch (error) {
    return { type: 'error', error: faultOf(error) };
  }
}

const faultOf = (error: unknown) => ({
  message: error instanceof Error ? error.message : String(error),
  code: (error as { code?: string }).code ?? 'SQLITE_UNKNOWN',
});

function run(db: Native, stream: Stream, { type, stmt, batch, sql, sql_id: sqlId }: Command): object {
  if (type === 'execute' && stmt) return { type, result: runStatement(db, stmt, stream.sqls) };
  if (type === 'batch' && batch) return { type, result: runBatch(db, stream, batch.steps) };
  if (type === 'sequence') runSequence(db, sql ?? stream.sqls.get(sqlId ?? -1) ?? '');
  if (type === 'store_sql') stream.sqls.set(sqlId ?? -1, sql ?? '');
  if (type === 'close_sql') stream.sqls.delete(sqlId ?? -1);
  return { type };
}

function runBatch(db: Native, stream: Stream, steps: BatchStep[]): object {
  const results: (Result | null)[] = [];
  const errors: (object | null)[] = [];
  for (const step of steps) {
    const place = results.length;
    results.push(null);
    errors.push(null);
    if (step.condition && !condition(step.condition, { results, errors, inTransaction: db.inTransaction })) continue;
    try {
      results[place] = runStatement(db, step.stmt, stream.sqls);
    } catch (error) {
      errors[place] = faultOf(error);
    }
  }
  return { step_results: results, step_errors: errors };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
