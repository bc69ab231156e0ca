import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { secretsShape, type Secrets } from '../../settings.ts';

/** scrypt at 128 MiB: a guess costs about half a second. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;

const base64 = z.string().regex(/^[A-Za-z0-9_-]+$/);
const sealedShape = z.strictObject({ huiyin: z.literal('secrets'), version: z.literal(1), salt: base64, iv: base64, tag: base64, body: base64 });

/** Seals secrets under a passphrase: scrypt, then AES-256-GCM. Text of a JSON file. */
export function sealSecrets(secrets: Secrets, passphrase: string): string {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase.normalize('NFC'), salt, 32, COST), iv);
  const body = Buffer.concat([cipher.update(JSON.stringify(secrets)), cipher.final()]);
  const parts = { salt, iv, tag: cipher.getAuthTag(), body };
  const texts = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64url')]));
  return `${JSON.stringify({ huiyin: 'secrets', version: 1, ...texts }, null, 2)}\n`;
}

/** Opens what `sealSecrets` made; undefined where passphrase or file are not the ones. */
export function openSecrets(text: string, passphrase: string): Secrets | undefined {
  try {
    const { salt, iv, tag, body } = sealedShape.parse(JSON.parse(text));
    const key = scryptSync(passphrase.normalize('NFC'), Buffer.from(salt, 'base64url'), 32, COST);
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url')).setAuthTag(Buffer.from(tag, 'base64url'));
    return secretsShape.parse(JSON.parse(Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8')));
  } catch {
    return undefined;
  }
}
