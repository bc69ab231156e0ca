/** What a reading page weighs: HTML and its style sheets, compressed as a server sends them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { htmlFiles } from './built-pages.ts';
import type { Result } from './result.ts';

/** Largest, median and script count over all built pages of a client folder. */
export function benchWeight(client: string, label: string): Result[] {
  const styles = new Map<string, number>();
  const weightOf = (path: string): number => {
    const known = styles.get(path) ?? brotliCompressSync(readFileSync(join(client, path))).length;
    styles.set(path, known);
    return known;
  };
  const pages = htmlFiles(client).map((file) => {
    const html = readFileSync(join(client, file));
    const text = html.toString();
    const sheets = [...text.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(([, href]) => weightOf(href ?? ''));
    const scripts = [...text.matchAll(/<script[^>]+src=/g)].length;
    return { file, bytes: brotliCompressSync(html).length + sheets.reduce((total, bytes) => total + bytes, 0), scripts };
  });
  const sorted = pages.toSorted((a, b) => a.bytes - b.bytes);
  const largest = sorted.at(-1);
  return [
    {
      name: `${label}: heaviest page, HTML + CSS brotli`,
      ours: (largest?.bytes ?? 0) / 1000,
      unit: 'kB',
      goal: { atMost: 14 },
      note: largest?.file ?? '',
    },
    { name: `${label}: median page, HTML + CSS brotli`, ours: (sorted[Math.floor(sorted.length / 2)]?.bytes ?? 0) / 1000, unit: 'kB' },
    {
      name: `${label}: pages that load a script file`,
      ours: pages.filter(({ scripts }) => scripts > 0).length,
      unit: 'pages',
      note: pages
        .filter(({ scripts }) => scripts > 0)
        .slice(0, 4)
        .map(({ file }) => file)
        .join(' '),
    },
  ];
}
