/** Files that records name: portraits in photos/, enclosures in attachments/; present, of the right kind, not too large. */
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultCode } from '../domain/fault-code.ts';
import type { ListedKind, Records } from '../domain/records.ts';

export type FileFault = { kind: ListedKind; id: string; path: PropertyKey[]; code: FaultCode; params: Record<string, string | number> };

const MEGABYTE = 1024 * 1024;
const LIMITS = { photos: 8 * MEGABYTE, attachments: 10 * MEGABYTE };
const SIGNATURES: Record<string, RegExp> = {
  jpg: /^\u00ff\u00d8\u00ff/,
  // eslint-disable-next-line no-control-regex -- the PNG signature holds control characters
  png: /^\u0089PNG\r\n\u001a\n/,
  webp: /^RIFF[\s\S]{4}WEBP/,
  pdf: /^%PDF-/,
};

/** Faults of portraits and attachments, over all records; and files in those folders that no record names. */
export function checkNamedFiles(dir: string, records: Records): { faults: FileFault[]; unused: string[] } {
  const faults: FileFault[] = [];
  const named = new Set<string>();
  for (const { kind, id, folder, file, path } of namedFiles(records)) {
    named.add(`${folder}/${file}`);
    const fault = faultOf(join(dir, folder, file), folder);
    if (fault) faults.push({ kind, id, path, ...fault });
  }
  const unused = (['photos', 'attachments'] as const)
    .filter((folder) => existsSync(join(dir, folder)))
    .flatMap((folder) =>
      readdirSync(join(dir, folder))
        .filter((name) => !name.startsWith('.'))
        .map((name) => `${folder}/${name}`),
    )
    .filter((file) => !named.has(file));
  return { faults, unused };
}

type NamedFile = { kind: ListedKind; id: string; folder: keyof typeof LIMITS; file: string; path: PropertyKey[] };

function* namedFiles(records: Records): Generator<NamedFile> {
  for (const person of records.people.values())
    if (person.photo) yield { kind: 'people', id: person.id, folder: 'photos', file: person.photo.file, path: ['photo', 'file'] };
  for (const kind of ['proposals', 'replies', 'reports', 'plans', 'announcements', 'decisions'] as const)
    for (const record of records[kind].values())
      for (const [index, { file }] of record.attachments.entries())
        yield { kind, id: record.id, folder: 'attachments', file, path: ['attachments', index, 'file'] };
}

function faultOf(path: string, folder: keyof typeof LIMITS): { code: FaultCode; params: Record<string, string | number> } | undefined {
  if (!existsSync(path)) return { code: 'fileMissing', params: { folder } };
  const { size } = statSync(path);
  if (size > LIMITS[folder]) return { code: 'namedFileTooLarge', params: { mib: LIMITS[folder] / MEGABYTE } };
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return SIGNATURES[ending]?.test(firstBytes(path)) ? undefined : { code: 'notThatFormat', params: { ending } };
}

function firstBytes(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(16);
    readSync(handle, bytes, 0, 16, 0);
    return bytes.toString('latin1');
  } finally {
    closeSync(handle);
  }
}
