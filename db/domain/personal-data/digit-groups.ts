/** Digits that stand close together: `138 1111-2222` is three groups that may be one number. */

/** A run of digits, and whether only a separator stands between it and the run before it. */
export type DigitGroup = { start: number; end: number; linked: boolean };

const SEPARATORS = new Set(' \t\u00A0-‐‑–—−.·•・_\u0001\uFE0F\u20E3');
/** More than this between two groups, and they are two numbers. */
const WIDEST_GAP = 3;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** The groups of a plain text, in order. */
export function digitGroups(plain: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let gap = WIDEST_GAP + 1;
  for (let at = 0; at < plain.length; at++) {
    if (!isDigit(plain.charCodeAt(at))) {
      gap = SEPARATORS.has(plain[at] ?? '') ? gap + 1 : WIDEST_GAP + 1;
      continue;
    }
    const start = at;
    while (isDigit(plain.charCodeAt(at + 1))) at++;
    groups.push({ start, end: at + 1, linked: gap <= WIDEST_GAP });
    gap = 0;
  }
  return groups;
}

/** Linked groups that together are as long as a number that is looked for. */
export type Window = { digits: string; sizes: number[]; start: number; end: number };

/** The shortest is a mobile number, the longest a bank card. */
const LEAST_DIGITS = 11;
const MOST_DIGITS = 19;

/** The windows that begin at a group, shortest first: at most nine, so all windows of a text are a linear number. */
export function windowsFrom(plain: string, groups: readonly DigitGroup[], first: number): Window[] {
  const windows: Window[] = [];
  const sizes: number[] = [];
  let digits = '';
  for (let place = first; place < groups.length; place++) {
    const group = groups[place];
    if (!group || (place > first && !group.linked) || digits.length + group.end - group.start > MOST_DIGITS) break;
    digits += plain.slice(group.start, group.end);
    sizes.push(group.end - group.start);
    if (digits.length >= LEAST_DIGITS) windows.push({ digits, sizes: sizes.slice(), start: groups[first]?.start ?? 0, end: group.end });
  }
  return windows;
}

/** How people break long numbers: not at all, digit by digit, by pairs, or into a few parts; thousands are not such parts. */
export function isNaturalBreak(sizes: readonly number[]): boolean {
  if (sizes.length === 1 || sizes.every((size) => size === 1)) return true;
  if (sizes.length > 5 && sizes.slice(0, -1).every((size) => size === 2)) return true;
  const thousands = sizes.slice(1).every((size) => size === 3) && (sizes[0] ?? 0) <= 3;
  return !thousands && sizes.length <= 6 && sizes.every((size) => size >= 2);
}
