/** Settings on one machine: what the environment does not give of the secrets lies in DATA_DIR, made on first start. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSettings, secretsShape, type Settings } from './settings.ts';

/** Reads settings, with `secrets.json` (mode 600) for secrets that the environment does not hold. */
export function readNodeSettings(env: Record<string, string | undefined> = process.env): Settings {
  const dataDir = resolve(env.DATA_DIR || './.data');
  const names = Object.keys(secretsShape.shape);
  const stored = names.every((name) => env[name]) ? {} : secretsIn(dataDir, names);
  const settings = readSettings({ ...stored, ...Object.fromEntries(Object.entries(env).filter(([, value]) => value)) });
  return { ...settings, dataDir, contentDir: resolve(settings.contentDir) };
}

function secretsIn(dataDir: string, names: string[]): Record<string, unknown> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'secrets.json');
  const made = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('base64url')]));
  try {
    // Exclusive: of two first starts at once, both use what the first one wrote.
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  }
}
