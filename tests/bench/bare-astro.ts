/** The peer: Astro of the same version writes the same pages, with the same text, from a template of one line. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { builtPages } from './built-pages.ts';

const [client = '', project = ''] = process.argv.slice(2);
const pages = builtPages(client);
rmSync(project, { recursive: true, force: true });
mkdirSync(join(project, 'src/pages'), { recursive: true });
writeFileSync(join(project, 'src/pages.json'), JSON.stringify(pages));
writeFileSync(
  join(project, 'src/pages/[...path].astro'),
  `---
import pages from '../pages.json';
export const getStaticPaths = () => pages.map(({ path, ...props }) => ({ params: { path: path || undefined }, props }));
const { title, text } = Astro.props;
---
<html lang="zh"><head><meta charset="utf-8" /><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>
`,
);
const begun = performance.now();
await build({ root: project, configFile: false, logLevel: 'silent', devToolbar: { enabled: false } });
console.log(`bare ${((performance.now() - begun) / 1000).toFixed(3)} s ${pages.length} pages`);
