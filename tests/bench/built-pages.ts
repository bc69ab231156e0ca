/** The pages of a built site: where they are, and what they say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type BuiltPage = { path: string; title: string; text: string };

/** Every HTML page below a folder, with the text of its main part. */
export function builtPages(client: string): BuiltPage[] {
  return htmlFiles(client).map((file) => {
    const html = readFileSync(join(client, file), 'utf8');
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;
    return {
      path: file.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, ''),
      title: /<title>([^<]*)/.exec(html)?.[1] ?? '',
      text: main.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
    };
  });
}

/** Paths of all HTML files, relative to the folder. */
export const htmlFiles = (client: string): string[] =>
  readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .toSorted((a, b) => a.localeCompare(b));
