import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CallRefused } from '../../../db/socket.ts';
import { backupWords as words } from '../../words/backup.ts';

const SHORTEST = 12;

/**
 * Asks for a passphrase: at a terminal without showing it, twice for a new one; else the first line of standard input.
 * @throws CallRefused where it is too short, or both times differ
 */
export async function askPassphrase(isNew: boolean): Promise<string> {
  const passphrase = await ask(words.passphrase);
  if (isNew && passphrase.length < SHORTEST) throw new CallRefused(words.tooShort(SHORTEST));
  if (isNew && process.stdin.isTTY && (await ask(words.again)) !== passphrase) throw new CallRefused(words.differ);
  return passphrase;
}

async function ask(question: string): Promise<string> {
  const terminal = process.stdin.isTTY;
  // A terminal echoes through readline's output, so what goes there is dropped while one types.
  const unseen = new Writable({ write: (_part, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: terminal ? unseen : undefined, terminal });
  if (terminal) process.stderr.write(question);
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (terminal) process.stderr.write('\n');
  }
}
