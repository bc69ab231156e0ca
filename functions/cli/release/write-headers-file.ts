import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embedHeaders, securityHeaders } from '../../headers.ts';

/** Folders whose file names change with their content. */
export const IMMUTABLE = ['/_astro/*', '/pagefind/shards/*', '/find/names/:folder/*'];

/** Where Cloudflare would name another type: it takes contact cards for the older `text/x-vcard`. */
const TYPES = { '/deputies/*.vcf': 'text/vcard; charset=utf-8' };

const OTHER_FOR_EMBED = Object.keys(embedHeaders).filter((name) => embedHeaders[name] !== securityHeaders[name]);

/** The `_headers` file of Cloudflare's static files: the same headers as everywhere else. */
export const headersFile = (): string => {
  const rules = [
    ['/*', ...Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`)],
    // A second value would be added to the first, so what differs is taken away before.
    ['/proposals/:id/embed/*', '  ! x-frame-options', ...OTHER_FOR_EMBED.flatMap((name) => [`  ! ${name}`, `  ${name}: ${embedHeaders[name]}`])],
    ...IMMUTABLE.map((path) => [path, '  cache-control: public, max-age=31536000, immutable']),
    ...Object.entries(TYPES).map(([path, type]) => [path, `  content-type: ${type}`]),
  ];
  return `${rules.map((rule) => rule.join('\n')).join('\n\n')}\n`;
};

/** Writes it beside the static files. */
export const writeHeadersFile = (client: string): Promise<void> => writeFile(join(client, '_headers'), headersFile());
