/**
 * Growth (新的进展): a record that only says more than at its last seal needs no correction note; its dated entries are
 * their own reason. What was said stays word for word, and nothing new is dated before that seal: it would be said after
 * the fact.
 */
import type { Kind } from './kinds.ts';
import { heldReply } from './published.ts';
import type { CivilDate } from './record-fields.ts';
import type { Reply } from './reply.ts';

/** Facts without a date of their own that are filled in when the day has come. */
const FILLED_LATER: Partial<Record<Kind, readonly string[]>> = {
  rosters: ['held', 'reason', 'visitors', 'heard[]'],
  plans: ['items[].activity', 'items[].notHeld'],
  reports: ['hallBallot', 'response'],
};

/** True where `after` holds all that `before` says, and what is new in it is dated `since` or later. */
export function hasOnlyGrown(kind: Kind, before: object, after: object, since: CivilDate): boolean {
  // Until a report is published only its row is public, and everything about it may still be planned anew.
  if (kind === 'reports' && (before as { state?: string }).state !== 'published') return true;
  // A reply held back until its day may bring its text then, to what the public knew of it.
  if (kind === 'replies' && ((before as Partial<Reply>).publishedOn ?? '') > since) return grew(before, heldReply(after as Reply), '');
  return grew(before, after, '');

  function grew(old: unknown, now: unknown, path: string): boolean {
    if (old === undefined) return isEmpty(now) || FILLED_LATER[kind]?.includes(path) === true || isDatedSince(now, since);
    if (Array.isArray(old) && Array.isArray(now)) return listGrew(old, now, `${path}[]`);
    if (!isObject(old) || !isObject(now)) return old === now;
    const names = new Set([...Object.keys(old), ...Object.keys(now)]);
    return [...names].every((name) =>
      now[name] === undefined ? old[name] === undefined : grew(old[name], now[name], path === '' ? name : `${path}.${name}`),
    );
  }

  /** Entries keep their order; new ones may stand before, between and after them. */
  function listGrew(old: readonly unknown[], now: readonly unknown[], path: string): boolean {
    let kept = 0;
    for (const entry of now) {
      if (kept < old.length && grew(old[kept], entry, path)) kept += 1;
      else if (!grew(undefined, entry, path)) return false;
    }
    return kept === old.length;
  }
}

/** Nothing is stated; a field that a later version of the shapes adds begins like this. */
const isEmpty = (value: unknown): boolean => value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** It has a date, and every date in it, however deep, is `since` or later. */
function isDatedSince(value: unknown, since: CivilDate): boolean {
  const dates = datesIn(value);
  return dates.length > 0 && dates.every((date) => date >= since);
}

function datesIn(value: unknown): CivilDate[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(datesIn) : [];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
