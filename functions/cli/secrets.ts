/** `npm run secrets -- export FILE` and `import FILE`: the keys of a site under a passphrase, kept apart from its backups. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallRefused } from '../../db/socket.ts';
import { readNodeSettings } from '../node-settings.ts';
import { runCommand } from '../run-command.ts';
import { backupWords as words } from '../words/backup.ts';
import { askPassphrase } from './backup/ask-passphrase.ts';
import { openSecrets, sealSecrets } from './backup/seal-secrets.ts';

await runCommand(async () => {
  const [verb, file, ...rest] = process.argv.slice(2);
  if (!file || rest.length > 0 || (verb !== 'export' && verb !== 'import')) throw new CallRefused(words.secretsUsage);
  await (verb === 'export' ? exportTo(file) : importFrom(file));
});

async function exportTo(file: string): Promise<void> {
  if (existsSync(file)) throw new CallRefused(words.exists(file));
  const { secrets } = readNodeSettings();
  writeFileSync(file, sealSecrets(secrets, await askPassphrase(true)), { mode: 0o600, flag: 'wx' });
  console.log(words.secretsExported(file));
}

async function importFrom(file: string): Promise<void> {
  if (!existsSync(file)) throw new CallRefused(words.noFile(file));
  const secrets = openSecrets(readFileSync(file, 'utf8'), await askPassphrase(false));
  if (!secrets) throw new CallRefused(words.secretsClosed);
  // The default of the settings, which cannot be read before there are secrets.
  const dataDir = process.env.DATA_DIR || './.data';
  const target = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (existsSync(target)) renameSync(target, `${target}.before-${Date.now()}`);
  writeFileSync(target, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  console.log(words.secretsImported(target));
}
