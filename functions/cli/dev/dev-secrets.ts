import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';

/** Writes `.dev.vars` with random keys where there is none: the Worker under `npm run dev` reads its secrets from it. */
export const writeDevSecrets = (file: string): void => {
  if (existsSync(file)) return;
  const lines = ['CODE_PEPPER', 'CONTACT_KEY', 'SESSION_SECRET'].map((name) => `${name}=${randomBytes(32).toString('base64url')}`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
};
