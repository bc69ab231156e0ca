/** Who may use the one native connection of the development endpoint; see libsql-endpoint.ts. */
import type Database from 'libsql';

type Native = InstanceType<typeof Database>;

/** A client's stream: the texts it stored, and the clock that runs while its transaction is idle. */
export type Stream = { sqls: Map<number, string>; idle?: NodeJS.Timeout };

const IDLE = 5000;

export type Turns = { take: (id: string) => Promise<void>; settle: (id: string) => void };

/** The connection belongs to nobody, or to the stream whose transaction is open. */
export function createTurns(db: Native, streams: Map<string, Stream>): Turns {
  let owner: string | undefined;
  const waiting: { id: string; go: () => void }[] = [];
  const pass = () => {
    const next = waiting.shift();
    owner = next?.id;
    next?.go();
  };
  return {
    take(id) {
      clearTimeout(streams.get(id)?.idle);
      if (owner === undefined || owner === id) {
        owner = id;
        return Promise.resolve();
      }
      return new Promise((go) => waiting.push({ id, go }));
    },
    settle(id) {
      if (owner !== id) return;
      const stream = streams.get(id);
      if (!db.inTransaction) return pass();
      const abandon = () => {
        if (db.inTransaction) db.exec('ROLLBACK');
        streams.delete(id);
        pass();
      };
      if (stream) stream.idle = setTimeout(abandon, IDLE);
      else abandon();
    },
  };
}
