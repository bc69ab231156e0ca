/** The seals of a content folder: `log.jsonl`, a line a seal, and `seals/N.jsonl`, what each seal added to those before. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalRecord } from '../domain/canonical.ts';
import { fromHex, toHex } from '../domain/hex.ts';
import { leafHash, treeRoot } from '../domain/merkle.ts';
import { nameOf, sealedRecord, sealedState, sealShape, type Seal, type SealedRecord, type Seals, type Version } from '../domain/seal.ts';

/** What may be wrong with the seals themselves: somebody changed them by hand, or a file is missing. */
export type SealFaultCode = 'notALine' | 'brokenChain' | 'missingFile' | 'wrongLeaf' | 'wrongRoot';
export class SealsBroken extends Error {
  readonly code: SealFaultCode;
  readonly seal: number;
  constructor(code: SealFaultCode, seal: number) {
    super(`${code} in seal ${seal}`);
    this.name = 'SealsBroken';
    this.code = code;
    this.seal = seal;
  }
}

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** The file of a seal inside the content folder. */
export const sealFile = (seal: number): string => `seals/${String(seal).padStart(4, '0')}.jsonl`;

/**
 * Reads and checks the seals: every line names the hash of the line before, every kept text has its leaf, and the last
 * root is that of the last state (`everyRoot`: each root, which takes longer).
 * @throws SealsBroken
 */
export function readSeals(dir: string, everyRoot = false): Seals {
  const file = join(dir, 'log.jsonl');
  const logText = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const log = readLog(logText);
  const versions = new Map<string, Version[]>();
  for (const { seal, date, root, count } of log) {
    for (const record of readSealed(dir, seal)) versions.set(nameOf(record), [...(versions.get(nameOf(record)) ?? []), { ...record, seal, date }]);
    if (!everyRoot && seal < log.length) continue;
    const leaves = sealedState(versions);
    if (
      leaves.length !== count ||
      toHex(
        treeRoot(
          sha256,
          leaves.map(({ leaf }) => fromHex(leaf)),
        ),
      ) !== root
    )
      throw new SealsBroken('wrongRoot', seal);
  }
  return { log, logText, versions };
}

function readLog(text: string): Seal[] {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new SealsBroken('notALine', lines.length + 1);
  return lines.map((line, place) => {
    const seal = parsed(sealShape, line, place + 1);
    const before = place === 0 ? null : toHex(sha256(Buffer.from(lines[place - 1] ?? '')));
    if (seal.seal !== place + 1 || seal.before !== before) throw new SealsBroken('brokenChain', place + 1);
    return seal;
  });
}

function readSealed(dir: string, seal: number): SealedRecord[] {
  const file = join(dir, sealFile(seal));
  if (!existsSync(file)) throw new SealsBroken('missingFile', seal);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const record = parsed(sealedRecord, line, seal);
      if (record.item && toHex(leafHash(sha256, canonicalRecord(record.kind, record.item))) !== record.leaf) throw new SealsBroken('wrongLeaf', seal);
      return record;
    });
}

function parsed<T>(shape: { safeParse(value: unknown): { success: boolean; data?: T } }, line: string, seal: number): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new SealsBroken('notALine', seal);
  }
  const { success, data } = shape.safeParse(value);
  if (!success) throw new SealsBroken('notALine', seal);
  return data as T;
}
