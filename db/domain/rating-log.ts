/**
 * The log of all ratings (测评日志): every printing of codes, every window, every batch of receipts and every result, one
 * line each, each naming the hash of the line before. What was once published in it cannot be taken back unseen.
 */
import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { civilDate } from './record-fields.ts';
import { ASPECTS, gradeCounts } from './rating.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.string();
const count = z.number().int().min(0);

/** In what way rows and their keyed sums may disagree. */
export const DISAGREEMENTS = ['sums', 'counts', 'codes', 'window', 'batches', 'result', 'log'] as const;
export const disagreement = z.enum(DISAGREEMENTS);
export type Disagreement = z.infer<typeof disagreement>;

const facts = z.discriminatedUnion('act', [
  /** Codes were printed; `codes` is SHA-256 over their sorted keyed hashes, a line each. */
  z.strictObject({
    act: z.literal('issued'),
    set: z.string(),
    reports: z.array(z.string()),
    count,
    codes: hash,
    issuedOn: civilDate,
    sample: z.literal(true).optional(),
  }),
  z.strictObject({ act: z.literal('counted'), set: z.string(), handedOut: count, returned: count }),
  z.strictObject({ act: z.literal('voidedCodes'), set: z.string(), reason: z.string() }),
  z.strictObject({ act: z.literal('scheduled'), report: z.string(), opensAt: moment, closesAt: moment }),
  z.strictObject({ act: z.literal('moved'), report: z.string(), opensAt: moment, closesAt: moment, reason: z.string() }),
  z.strictObject({ act: z.literal('voided'), report: z.string(), at: moment, reason: z.string() }),
  /** Receipts were published; `root` is the Merkle root (RFC 9162) over their hashes, sorted, as leaves. */
  z.strictObject({ act: z.literal('batch'), report: z.string(), batch: z.number().int().min(1), count, root: hash }),
  /** The result as it stood when the window had closed; without numbers where too few took part. */
  z.strictObject({
    act: z.literal('closed'),
    report: z.string(),
    opensAt: moment,
    closesAt: moment,
    hidden: z.boolean(),
    minimum: count,
    n: count.optional(),
    distribution: z.partialRecord(z.enum(ASPECTS), gradeCounts).optional(),
  }),
  /** The window has closed, but rows and sums disagree: no result is given. */
  z.strictObject({ act: z.literal('disputed'), report: z.string(), disagreements: z.array(disagreement) }),
]);
export type LogFacts = z.infer<typeof facts>;
type FactsOf<A extends LogFacts['act']> = Extract<LogFacts, { act: A }>;

/** An entry: its number from 1, its day, the hash of the line before (null in the first), and what happened. */
export type LogEntry<A extends LogFacts['act'] = LogFacts['act']> = { entry: number; on: string; before: string | null } & FactsOf<A>;

const place = z.object({ entry: z.number().int().min(1), on: civilDate, before: hash.nullable() });

/** One line of the log, without its line break. */
export const logLine = (entry: LogEntry): string => canonicalJson(entry);

/** @throws ZodError where a line is none of ours */
export function parseLine(line: string): LogEntry {
  const { entry, on, before, ...rest } = JSON.parse(line) as Record<string, unknown>;
  return { ...place.parse({ entry, on, before }), ...facts.parse(rest) };
}

/** What an entry is about: a report or a code set. */
export const subjectOf = (entry: LogFacts): string => ('set' in entry ? entry.set : entry.report);

/** True where every line is readable, numbered from 1 and names the hash of the one before. */
export function isChain(lines: readonly string[], hashOf: (line: string) => string): boolean {
  let before: string | null = null;
  for (const [place, line] of lines.entries()) {
    try {
      const entry = parseLine(line);
      if (entry.entry !== place + 1 || entry.before !== before) return false;
    } catch {
      return false;
    }
    before = hashOf(line);
  }
  return true;
}
