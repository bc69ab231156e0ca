/** A record file that is changed by a program and stays its editor's: comments, order and line endings are kept. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseDocument, type Document } from 'yaml';

export type RecordText = { document: Document; body: string | undefined };

/** Reads a file into its fields and its text. @throws where it is no record */
export function openRecord(path: string): RecordText {
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  if (!path.endsWith('.md')) return { document: parseDocument(text), body: undefined };
  const end = text.indexOf('\n---\n', 3);
  if (!text.startsWith('---\n') || end === -1) throw new Error(`${path}: no front matter`);
  return { document: parseDocument(text.slice(4, end + 1)), body: text.slice(end + 5) };
}

/** Writes it back: whole or not at all, as its editor writes lists and line ends. */
export function saveRecord(path: string, { document, body }: RecordText): void {
  const before = readFileSync(path, 'utf8');
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: /[{[] /.test(before.split('\n---')[0] ?? '') });
  const text = body === undefined ? yaml : `---\n${yaml}---\n${body}`;
  writeWhole(path, before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text);
}

/** A power cut leaves the file as it was or as it should be. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}
