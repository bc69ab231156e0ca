/** `npm run backup -- FILE`: the whole database in one file, looked into before it bears its name. Secrets are not in it. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CallRefused } from '../../db/socket.ts';
import { readNodeSettings } from '../node-settings.ts';
import { runCommand } from '../run-command.ts';
import { backupWords as words } from '../words/backup.ts';
import { makeCopy } from './backup/make-copy.ts';
import { nameOf, noLongerNeeded } from './backup/thin-out.ts';
import { openCalls } from './open-calls.ts';

await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'keep-days': { type: 'string' } } });
  if (positionals.length !== 1 || !positionals[0]) throw new CallRefused(words.backupUsage);
  const wanted = resolve(positionals[0]);
  const folder = existsSync(wanted) && statSync(wanted).isDirectory() ? wanted : undefined;
  const file = folder ? join(folder, nameOf(new Date())) : wanted;
  // A backup is never written over another.
  if (existsSync(file)) throw new CallRefused(words.exists(file));
  const keepDays = values['keep-days'] === undefined ? undefined : Number(values['keep-days']);
  if (keepDays !== undefined && !(folder && keepDays >= 1)) throw new CallRefused(words.keepDays);
  const settings = readNodeSettings();
  const calls = await openCalls(settings);
  try {
    const { rows } = await makeCopy(settings, calls, file, (copied) => process.stderr.write(`\r${words.copied(copied)}`));
    console.log(words.backedUp(file, statSync(file).size, rows));
  } finally {
    await calls.close();
  }
  if (folder && keepDays !== undefined) forgetOlder(folder, keepDays);
});

function forgetOlder(folder: string, days: number): void {
  const old = noLongerNeeded(readdirSync(folder), new Date(), days);
  for (const name of old) rmSync(join(folder, name));
  if (old.length > 0) console.log(words.forgotten(old.length));
}
