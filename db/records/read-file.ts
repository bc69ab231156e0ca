/** One record file: what its YAML says, its text, and on which line each field stands. */
import { readFileSync } from 'node:fs';
import { LineCounter, parse, parseDocument, YAMLParseError } from 'yaml';
import type { Fault } from './fault.ts';

/** A file is at most 512 KiB: the longest real reply has some 6 KiB. */
const MAXIMUM_BYTES = 512 * 1024;

/** What was parsed before, by its text: the same text gives the same fields, and parsing is most of the work of reading. */
export type ParsedBefore = {
  find: (yaml: string) => Record<string, unknown> | undefined;
  keep: (yaml: string, fields: Record<string, unknown>) => void;
};

export type RawFile = { file: string; fields: Record<string, unknown>; body: string | undefined; lineOf(path: readonly PropertyKey[]): number };

/** Reads a file; faults where it is too large, no UTF-8 or no YAML. `file` is the path shown to people. */
export function readRecordFile(path: string, file: string, before?: ParsedBefore): RawFile | Fault[] {
  const bytes = readFileSync(path);
  if (bytes.length > MAXIMUM_BYTES) return [{ file, line: 1, field: '', code: 'fileTooLarge', params: { kib: MAXIMUM_BYTES / 1024 } }];
  const text = decode(bytes);
  if (text === undefined) return [{ file, line: 1, field: '', code: 'notUtf8', params: {} }];
  const parts = file.endsWith('.md') ? splitFrontMatter(text) : { yaml: text, body: undefined, firstLine: 1 };
  if (!parts) return [{ file, line: 1, field: '', code: 'noFrontMatter', params: {} }];
  const { yaml, body, firstLine } = parts;
  const fields = before?.find(yaml) ?? parseFields(yaml);
  if (fields instanceof YAMLParseError)
    return [{ file, line: firstLine + (fields.linePos?.[0].line ?? 1) - 1, field: '', code: 'notYaml', params: { reason: fields.code } }];
  if (fields === undefined) return [{ file, line: firstLine, field: '', code: 'noFields', params: {} }];
  before?.keep(yaml, fields);
  return { file, fields, body, lineOf: (field) => lineOf(yaml, field, firstLine) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').normalize('NFC');
  } catch {
    return undefined;
  }
}

/** The YAML between the two `---` lines and the Markdown below them. */
function splitFrontMatter(text: string): { yaml: string; body: string; firstLine: number } | undefined {
  if (!text.startsWith('---\n')) return undefined;
  const end = text.indexOf('\n---', 3);
  if (end === -1) return undefined;
  const after = text.indexOf('\n', end + 1);
  return { yaml: text.slice(4, end + 1), body: after === -1 ? '' : text.slice(after + 1).trim(), firstLine: 2 };
}

/** maxAliasCount 0: an alias bomb is refused, and no record needs an alias. */
function parseFields(yaml: string): Record<string, unknown> | undefined | YAMLParseError {
  try {
    const fields: unknown = parse(yaml, { maxAliasCount: 0, prettyErrors: true });
    return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? (fields as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof YAMLParseError) return error;
    return new YAMLParseError([0, 0], 'BAD_ALIAS', String(error));
  }
}

/** The line of a field, or of the nearest field around it that exists. Parsed again: only files with faults pay for it. */
function lineOf(yaml: string, path: readonly PropertyKey[], firstLine: number): number {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return firstLine + counter.linePos(node.range[0]).line - 1;
  }
  return firstLine;
}
