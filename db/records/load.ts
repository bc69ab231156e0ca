/** Reads a content folder into records, or says everything that is wrong in it, all files at once. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { KINDS, SHAPES, hasProse, type Kind } from '../domain/kinds.ts';
import type { FaultCode } from '../domain/fault-code.ts';
import { find, type ListedKind, type Records } from '../domain/records.ts';
import { splitRef, type CivilDate } from '../domain/record-fields.ts';
import { RULES, ruleContext } from '../domain/rules/all-rules.ts';
import { siteFaults } from '../domain/rules/settings.ts';
import type { Rule } from '../domain/rules/rule.ts';
import { toPublicPerson } from '../domain/visibility.ts';
import { checkNamedFiles } from './check-pictures.ts';
import { checkShape } from './check-shape.ts';
import { byPlace, fieldName, type Fault } from './fault.ts';
import { findReferences } from './find-references.ts';
import { listRecordFiles, type RecordFile } from './list-files.ts';
import { readRecordFile, type ParsedBefore, type RawFile } from './read-file.ts';

/** `digests`: per `kind:id`, sha256 of the file; `records` is whole only where `faults` is empty. */
export type Loaded = { records: Records; faults: Fault[]; digests: Map<string, string>; fileOf: Map<string, string> };

type Sources = Map<string, RawFile>;

/**
 * Loads and checks every record. People come back as the visibility profile lets them be seen. Throws where the folder does not exist.
 * `before`: what an earlier run parsed.
 * `today`: rules that look ahead (a reception rule that yields no date) start there.
 */
export function loadRecords(dir: string, today: CivilDate, before?: ParsedBefore): Loaded {
  if (!existsSync(dir)) throw new Error(`content folder not found: ${dir}`);
  const { files, faults } = listRecordFiles(dir);
  const maps = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, unknown>()])) as Record<Kind, Map<string, unknown>>;
  const sources: Sources = new Map();
  const digests = new Map<string, string>();
  const fileOf = new Map<string, string>();
  for (const entry of files) {
    const name = `${entry.kind}:${entry.id}`;
    const first = fileOf.get(name);
    if (first) faults.push({ file: entry.file, line: 1, field: '', code: 'duplicateId', params: { other: first } });
    else {
      fileOf.set(name, entry.file);
      readOne(entry, name);
    }
  }
  const sites = [...maps.site.values()];
  const records = { ...maps, site: sites[0] } as unknown as Records;
  // A site file that is there but has faults of its own is named by them.
  const siteFiles = files.filter(({ kind }) => kind === 'site').length;
  if (siteFiles !== 1) faults.push({ file: 'site', line: 1, field: '', code: siteFiles === 0 ? 'noSite' : 'severalSites', params: {} });
  if (sites.length === 1) checkLinks();
  return { records: sites.length === 1 ? withPublicPeople(records) : records, faults: faults.toSorted(byPlace), digests, fileOf };

  function readOne({ kind, id, path, file }: RecordFile, name: string): void {
    const raw = readRecordFile(path, file, before);
    if (Array.isArray(raw)) return void faults.push(...raw);
    if ('id' in raw.fields || 'body' in raw.fields)
      faults.push({
        file,
        line: raw.lineOf(['id' in raw.fields ? 'id' : 'body']),
        field: 'id' in raw.fields ? 'id' : 'body',
        code: 'keyOfReader',
        params: {},
      });
    const checked = checkShape(kind, { ...raw.fields, id, ...(hasProse(kind) && { body: raw.body ?? '' }) });
    if ('faults' in checked) return void faults.push(...checked.faults.map((entry) => place(raw, entry)));
    sources.set(name, raw);
    maps[kind].set(id, checked.record);
    digests.set(
      name,
      createHash('sha256')
        .update(JSON.stringify([raw.fields, raw.body]))
        .digest('hex'),
    );
  }

  /** The record is there but has faults of its own, which are named already. */
  function isFaulty(reference: string): boolean {
    const { kind, id } = splitRef(reference);
    return fileOf.has(`${kind}:${id}`) && !maps[kind].has(id);
  }

  function checkLinks(): void {
    const context = ruleContext(records, today);
    const add = (name: string, path: readonly PropertyKey[], code: FaultCode, params: Fault['params'] = {}) => {
      const raw = sources.get(name);
      if (raw) faults.push(place(raw, { path, code, params }));
    };
    for (const [name] of sources) {
      const { kind, id } = splitRef(name);
      const record = maps[kind].get(id);
      for (const { path, reference, target } of findReferences(SHAPES[kind], record))
        if (!isFaulty(reference) && !resolves(records, reference, target.inner)) add(name, path, 'noSuchRecord', { reference });
      if (kind === 'site') for (const { path, code, params } of siteFaults(records.site)) add(name, path, code, params);
      else
        for (const { path, code, params } of (RULES[kind] as Rule<ListedKind> | undefined)?.(record as never, context) ?? [])
          add(name, path, code, params);
    }
    const named = checkNamedFiles(dir, records);
    for (const { kind, id, path, code, params } of named.faults) add(`${kind}:${id}`, path, code, params);
    for (const file of named.unused) faults.push({ file, line: 1, field: '', code: 'fileNotNamed', params: {} });
  }
}

const place = (
  { file, lineOf }: RawFile,
  { path, code, params }: { path: readonly PropertyKey[]; code: FaultCode; params: Fault['params'] },
): Fault => ({
  file,
  line: lineOf(path),
  field: fieldName(path),
  code,
  params,
});

function resolves(records: Records, reference: string, inner: 'mandates' | 'sessions' | 'promises' | undefined): boolean {
  const { kind, inner: name } = splitRef(reference);
  const record = kind === 'site' ? undefined : find(records, kind, reference);
  if (!record) return false;
  if (inner === 'mandates') return 'mandates' in record && record.mandates.some((mandate) => typeof mandate === 'object' && mandate.id === name);
  if (inner === 'promises') return 'promises' in record && record.promises.some(({ id }) => id === name);
  if (inner === 'sessions') return 'sessions' in record && record.sessions.some(({ ordinal }) => String(ordinal) === name);
  return true;
}

/** From here on nobody holds a field that the profile does not allow. */
function withPublicPeople(records: Records): Records {
  return { ...records, people: new Map([...records.people].map(([id, person]) => [id, toPublicPerson(person, records.site)])) };
}
