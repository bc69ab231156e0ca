import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CODE = ['site', 'functions', 'db', 'astro.config.mjs', 'package-lock.json'];

/** One digest of the code that a site is made with, for a target and an address. */
export const codeDigest = (target: string, siteUrl: string): string =>
  digestOf(
    [...CODE.map((name) => join(ROOT, name)), ...(process.env['SITE_SOURCE'] ? [process.env['SITE_SOURCE']] : [])],
    [target, siteUrl, process.version],
  );

/**
 * One digest of all that a release is made from: the content, the code, the address and the day (what is overdue
 * changes with the date). Equal digests mean that publishing again would change nothing but row facts.
 */
export const sourceDigest = (contentDir: string, siteUrl: string, today: string, code = codeDigest('node', siteUrl)): string =>
  // Pages offer to follow by mail only where mail can be sent.
  digestOf([contentDir], [code, today, String(Boolean(process.env['MAIL_URL']))]);

// Synchronous on purpose: thousands of small files are read several times as fast so.
const digestOf = (paths: readonly string[], words: readonly string[]): string => {
  const hash = createHash('sha256').update(words.join('\0'));
  for (const path of paths) for (const file of filesOf(path)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
};

const filesOf = (path: string): string[] => {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
};
