/** A rule looks at one valid record among all others and names what cannot be. Codes become sentences in functions/words. */
import type { ListedKind, Records, HeldMandate } from '../records.ts';
import type { RecordOf } from '../kinds.ts';
import type { Reply } from '../reply.ts';
import type { CivilDate, Unknown } from '../record-fields.ts';
import { known } from '../record-fields.ts';
import type { FaultCode } from '../fault-code.ts';
import type { WorkingDays } from '../calendar.ts';
import type { CoveredTerm } from './unrepresented.ts';

export type RuleFault = { path: readonly (string | number)[]; code: FaultCode; params?: Record<string, string | number> };

/** What rules may ask: all records and the links between them, made once. */
export type RuleContext = {
  records: Records;
  replies: Map<string, Reply[]>;
  mandatesByConstituency: Map<string, HeldMandate[]>;
  /** What running terms cover (选区覆盖). */
  covered: readonly CoveredTerm[];
  days: WorkingDays;
  today: CivilDate;
};
export type Rule<K extends ListedKind> = (record: RecordOf[K], context: RuleContext) => Generator<RuleFault>;

/** A fault. */
export const fault = (path: RuleFault['path'], code: FaultCode, params?: RuleFault['params']): RuleFault =>
  params ? { path, code, params } : { path, code };

/** True where both dates are known and the first is later. */
export function isAfter(a: CivilDate | Unknown | undefined, b: CivilDate | Unknown | undefined): boolean {
  const [first, second] = [known(a), known(b)];
  return first !== undefined && second !== undefined && first > second;
}

/** Positions of entries whose key stood before in the list. */
export function* repeated<T>(list: readonly T[], key: (entry: T) => string): Generator<{ index: number; key: string }> {
  const seen = new Set<string>();
  for (const [index, entry] of list.entries()) {
    const name = key(entry);
    if (seen.has(name)) yield { index, key: name };
    seen.add(name);
  }
}

/** True where following `parent` from a record leads back to it. */
export function isCyclic(id: string, parentOf: (id: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let current = parentOf(id); current !== undefined; current = parentOf(current)) {
    if (current === id) return true;
    if (seen.has(current)) return false;
    seen.add(current);
  }
  return false;
}
