/** `npm run schemas`: writes content/schemas/KIND.json from the shapes, so that editors see hints and faults while typing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KINDS } from '../../db/domain/kinds.ts';
import { jsonSchemaOf } from './json-schema.ts';

const dir = join(resolve(process.env['CONTENT_DIR'] ?? 'content'), 'schemas');
mkdirSync(dir, { recursive: true });
for (const kind of KINDS) writeFileSync(join(dir, `${kind}.json`), jsonSchemaOf(kind));
console.log(`${KINDS.length} schemas in ${dir}`);
