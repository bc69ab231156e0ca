/** `npm run new-county -- DIR`: an own content folder with settings, schemas, README and one example of each kind. */
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KINDS } from '../../db/domain/kinds.ts';
import { newCountyWords as words } from '../words/editing.ts';
import { jsonSchemaOf } from './json-schema.ts';

const [wanted] = process.argv.slice(2);
const root = join(import.meta.dirname, '../..');
if (!wanted) refuse(words.whichFolder);
else if (existsSync(wanted) && readdirSync(wanted).length > 0) refuse(words.notEmpty(resolve(wanted)));
else start(resolve(wanted));

function start(dir: string): void {
  cpSync(join(import.meta.dirname, 'example'), dir, { recursive: true });
  cpSync(join(root, 'content/README.md'), join(dir, 'README.md'));
  mkdirSync(join(dir, 'schemas'), { recursive: true });
  for (const kind of KINDS) writeFileSync(join(dir, 'schemas', `${kind}.json`), jsonSchemaOf(kind));
  for (const folder of ['photos', 'attachments']) mkdirSync(join(dir, folder), { recursive: true });
  console.log(words.started(dir));
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
