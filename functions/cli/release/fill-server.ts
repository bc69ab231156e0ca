import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readRoot } from '../../../db/records/reads.ts';
import { listFiles } from './inventory.ts';

const PLACEHOLDER = /(["'`])huiyin-told:(\w+)\1/g;

/** Stands in a bundle where a server is told something of the content; `name` as in site/queries/told.ts. */
export const placeholderOf = (name: string): string => `huiyin-told:${name}`;

/** Writes the server of a release: that of the bundle, told what it has to know of this content. */
export const fillServer = async (bundled: string, server: string): Promise<void> => {
  for (const path of await listFiles(bundled)) {
    const bytes = readFileSync(join(bundled, path));
    const target = join(server, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, /\.m?js$/.test(path) ? bytes.toString('utf8').replaceAll(PLACEHOLDER, (_, _quote, name: string) => textOf(name)) : bytes);
  }
};

/** The value as JSON inside a JavaScript string. */
const textOf = (name: string): string => JSON.stringify(JSON.stringify(readRoot(name)));
