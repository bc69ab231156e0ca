/** Which files of a content folder are records, and what does not belong there. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasProse, KINDS, type Kind } from '../domain/kinds.ts';
import type { FaultCode } from '../domain/fault-code.ts';
import { ID_PATTERN } from '../domain/record-fields.ts';
import type { Fault } from './fault.ts';

export type RecordFile = { kind: Kind; id: string; path: string; file: string };

/** Folders beside the kinds: pictures, enclosures, generated schemas, and what the seals say. */
const OTHER_FOLDERS = new Set(['photos', 'attachments', 'schemas', 'seals']);
const OTHER_FILES = new Set(['README.md', 'log.jsonl', 'package.json']);

/** Every record file, in a stable order; files and folders that nobody would ever read are faults. */
export function listRecordFiles(dir: string): { files: RecordFile[]; faults: Fault[] } {
  const files: RecordFile[] = [];
  const faults: Fault[] = [];
  const fault = (file: string, code: FaultCode, params: Fault['params'] = {}) => faults.push({ file, line: 1, field: '', code, params });
  for (const entry of readdirSync(dir, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || OTHER_FILES.has(entry.name) || OTHER_FOLDERS.has(entry.name)) continue;
    const kind = KINDS.find((name) => name === entry.name);
    if (!entry.isDirectory() || !kind) fault(entry.name, 'unknownKind', { kinds: KINDS.join(' ') });
    else for (const found of walk(join(dir, kind), kind)) addFile(found, kind);
  }
  return { files, faults };

  function addFile({ path, file }: { path: string; file: string }, kind: Kind): void {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const ending = hasProse(kind) ? '.md' : '.yaml';
    if (name.startsWith('.')) return;
    if (!name.endsWith(ending)) return void fault(file, 'wrongEnding', { ending });
    const id = name.slice(0, -ending.length);
    if (!ID_PATTERN.test(id)) return void fault(file, 'id');
    files.push({ kind, id, path, file });
  }
}

function* walk(path: string, file: string): Generator<{ path: string; file: string }> {
  for (const entry of readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const next = { path: join(path, entry.name), file: `${file}/${entry.name}` };
    if (entry.isDirectory()) yield* walk(next.path, next.file);
    else yield next;
  }
}
