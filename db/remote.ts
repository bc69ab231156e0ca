/** A database over HTTP (Turso or a self-hosted libSQL server). Imports no native code: the Worker bundles this file. */
import { createClient } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { Client, InArgs, InStatement } from '@libsql/client/web';
import type { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core';
import { DatabaseUnreachable, isUnreachable } from './faults.ts';

/** A database as queries take it; `embedded` where it is a file of this process. */
export type Database = { orm: LibSQLDatabase; client: Client; embedded: boolean; close: () => void };

export type RemoteOptions = { url: string; token?: string | undefined; timeout?: number };

/** Opens a remote database; every request to it ends within `timeout` ms (1,500 unless told). Nothing is sent yet. */
export function openRemoteDatabase({ url, token, timeout = 1500 }: RemoteOptions): Database {
  const bounded = (request: Request | string, init?: RequestInit) => fetch(request, { ...init, signal: AbortSignal.timeout(timeout) });
  // No queue in the client: in workerd a request must not wait for what another began. (0 would mean 20.)
  return databaseOver(createClient({ url, authToken: token, fetch: bounded, concurrency: Number.MAX_SAFE_INTEGER }), false);
}

/** A database over any client, with errors that say when it is away. */
export function databaseOver(client: Client, embedded: boolean): Database {
  const clear = withClearErrors(client);
  return { orm: drizzle(clear, { casing: 'snake_case' }), client: clear, embedded, close: () => client.close() };
}

// A batch that starts reading and then writes may be refused half-way on a busy server, so one that writes says so first.
const isSelect = (statement: InStatement | [string, InArgs?]): boolean => {
  const sql = typeof statement === 'string' ? statement : Array.isArray(statement) ? statement[0] : statement.sql;
  return /^\s*select\b/i.test(sql);
};

function withClearErrors(client: Client): Client {
  const tell = (error: unknown): never => {
    throw isUnreachable(error) ? new DatabaseUnreachable(error) : error;
  };
  return {
    get closed() {
      return client.closed;
    },
    protocol: client.protocol,
    execute: (...args: Parameters<Client['execute']>) => client.execute(...args).catch(tell),
    batch: (statements, mode) => client.batch(statements, mode ?? (statements.every(isSelect) ? 'read' : 'write')).catch(tell),
    migrate: (statements) => client.migrate(statements).catch(tell),
    executeMultiple: (statements) => client.executeMultiple(statements).catch(tell),
    transaction: (mode) => client.transaction(mode ?? 'write').catch(tell),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
  } as Client;
}
