/** What went wrong in a database, told apart the same way on both drivers. */

/** The database does not answer, is busy for too long, or cannot write. Writes answer 503; reading goes on. */
export class DatabaseUnreachable extends Error {
  constructor(cause?: unknown) {
    super('database unreachable', { cause });
    this.name = 'DatabaseUnreachable';
  }
}

type Coded = { code?: unknown; extendedCode?: unknown; message?: unknown; cause?: unknown; name?: unknown };

function* chain(error: unknown): Generator<Coded> {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 8; at = (at as Coded).cause, depth++) yield at as Coded;
}

const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

/** True where an error, or what caused it, is a broken unique rule: the web driver tells by code, the native by extended code. */
export function isUniqueViolation(error: unknown): boolean {
  for (const at of chain(error)) {
    if (UNIQUE.has(String(at.code)) || UNIQUE.has(String(at.extendedCode))) return true;
    if (typeof at.message === 'string' && at.message.includes('UNIQUE constraint failed')) return true;
  }
  return false;
}

const AWAY = /^(?:SERVER_ERROR|HRANA_.*|CLIENT_CLOSED|TRANSACTION_CLOSED|SQLITE_(?:BUSY|LOCKED|IOERR|FULL|CANTOPEN|READONLY|NOMEM|PROTOCOL).*)$/;
const AWAY_NAMES = new Set(['DatabaseUnreachable', 'TimeoutError', 'AbortError']);

/** True where the database is away or cannot write, as opposed to a fault in a statement. */
export function isUnreachable(error: unknown): boolean {
  for (const at of chain(error)) {
    if (AWAY_NAMES.has(String(at.name)) || AWAY.test(String(at.code))) return true;
    if (at instanceof TypeError && /fetch failed|network|connection/i.test(at.message)) return true;
  }
  return false;
}
