/** One turn at a time on the one connection of an embedded database. */
import type { Client, Transaction, TransactionMode } from '@libsql/client/web';
import { DatabaseUnreachable } from './faults.ts';

/** Milliseconds that a turn may be waited for, and that a transaction may be held. */
export type TurnLimits = { wait: number; hold: number };

/**
 * Wraps a client so that statements, batches and transactions take turns. A transaction keeps its turn until commit
 * or rollback, at most `hold` ms, and is then rolled back. Never ask through the client inside its own transaction.
 */
export function oneAtATime(client: Client, limits: TurnLimits = { wait: 5000, hold: 5000 }): Client {
  let last: Promise<unknown> = Promise.resolve();

  /** Resolves with the function that ends the turn. */
  async function turn(): Promise<() => void> {
    let end!: () => void;
    const before = last;
    last = new Promise<void>((resolve) => (end = resolve));
    if (!(await inTime(before, limits.wait))) {
      // Give the place up, but keep the order of those behind.
      void before.then(end);
      throw new DatabaseUnreachable(new Error('waited too long for the writer'));
    }
    return end;
  }

  async function within<T>(work: () => Promise<T>): Promise<T> {
    const end = await turn();
    try {
      return await work();
    } finally {
      end();
    }
  }

  return {
    get closed() {
      return client.closed;
    },
    protocol: client.protocol,
    execute: (...args: Parameters<Client['execute']>) => within(() => client.execute(...args)),
    batch: (statements, mode) => within(() => client.batch(statements, mode ?? 'write')),
    migrate: (statements) => within(() => client.migrate(statements)),
    executeMultiple: (statements) => within(() => client.executeMultiple(statements)),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
    async transaction(mode?: TransactionMode) {
      const end = await turn();
      try {
        return holding(await client.transaction(mode ?? 'write'), end, limits.hold);
      } catch (error) {
        end();
        throw error;
      }
    },
  } as Client;
}

function holding(transaction: Transaction, end: () => void, hold: number): Transaction {
  const timer = setTimeout(() => {
    transaction.close();
    end();
  }, hold);
  const finish = () => {
    clearTimeout(timer);
    end();
  };
  return {
    get closed() {
      return transaction.closed;
    },
    execute: (statement) => transaction.execute(statement),
    batch: (statements) => transaction.batch(statements),
    executeMultiple: (statements) => transaction.executeMultiple(statements),
    commit: () => transaction.commit().finally(finish),
    rollback: () => transaction.rollback().finally(finish),
    close() {
      transaction.close();
      finish();
    },
  };
}

async function inTime(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)));
  const done = promise.then(() => true as const);
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
