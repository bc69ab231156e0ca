/** Personal data in a text (文字里的个人信息): what a writer should not have written, and what a moderator masks. */
import { digitGroups, isNaturalBreak, windowsFrom, type Window } from './digit-groups.ts';
import { isBankCard, isCreditCode, isIdNumber, isOldIdNumber, mobilePrefix } from './numbers.ts';
import { plainText } from './plain.ts';
import { findWritten } from './written.ts';

export const PERSONAL_DATA = ['mobile', 'landline', 'idNumber', 'bankCard', 'plate', 'email', 'passport', 'account', 'address'] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA)[number];

/** `start` and `end` are places in the text (UTF-16 units), `end` exclusive. */
export type PersonalData = { kind: PersonalDataKind; start: number; end: number };

/** What plainText leaves after a digit that was more than a digit, and what makes a digit a keycap. */
const FILLERS = new Set('\u0001\uFE0F\u20E3');
const A_SUM_BEFORE = /[¥￥$€£]\s?$/;
const A_SUM_AFTER = /^(?:\.\d{1,4})?\s?(?:[元块圆角万亿吨米克斤度字次件户个人名位台套亩%‰]|美元|平方|立方|公[里斤顷]|千[米瓦克])/;

/** All that is found, in order and without overlaps; takes time in proportion to the text. */
export function findPersonalData(text: string): PersonalData[] {
  // Only these letters: some others grow in upper case, and places would no longer be places.
  const plain = plainText(text).replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
  const groups = digitGroups(plain);
  const found: PersonalData[] = findWritten(plain);
  groups.forEach((_, first) => {
    for (const window of windowsFrom(plain, groups, first)) {
      const data = numberIn(plain, window);
      if (data) found.push(data);
    }
  });
  return withoutOverlaps(found.map((data) => ({ ...data, end: wholeEnd(plain, data.end) })));
}

/** The end of the last character, where that is more than one unit long. */
function wholeEnd(plain: string, end: number): number {
  let whole = end;
  while (FILLERS.has(plain[whole] ?? '')) whole++;
  return whole;
}

function numberIn(plain: string, window: Window): PersonalData | undefined {
  const { digits, sizes, start, end } = window;
  if (digits.length === 17) {
    const check = /^[ \t-]{0,2}X(?![A-Z0-9])/.exec(plain.slice(end, end + 4));
    if (check && isIdNumber(`${digits}X`)) return { kind: 'idNumber', start, end: end + check[0].length };
  }
  if (digits.length === 18 && isIdNumber(digits)) return { kind: 'idNumber', start, end };
  if (!isNaturalBreak(sizes)) return undefined;
  if (isOldIdNumber(digits) && (sizes.length === 1 || sizes.join() === '6,6,3')) return { kind: 'idNumber', start, end };
  if (digits.length > 14 && isBankCard(digits) && !isPartOfCode(plain, start, end)) return { kind: 'bankCard', start, end };
  const before = mobilePrefix(digits);
  if (before === undefined || (before > 0 && sizes.length > 1) || isSum(plain, start, end)) return undefined;
  return { kind: 'mobile', start, end };
}

const isSum = (plain: string, start: number, end: number): boolean =>
  A_SUM_AFTER.test(plain.slice(end, end + 8)) || A_SUM_BEFORE.test(plain.slice(Math.max(0, start - 2), start));

/** Digits within an organisation's code. */
function isPartOfCode(plain: string, start: number, end: number): boolean {
  const [from, to] = [Math.max(0, start - 18), Math.min(plain.length, end + 18)];
  const codes = plain.slice(from, to).matchAll(/(?<![A-Z0-9])[0-9A-Z]{18}(?![A-Z0-9])/g);
  return [...codes].some(({ 0: code, index }) => from + index <= start && from + index + 18 >= end && isCreditCode(code));
}

/** Of what overlaps the longer one stands: an identity number holds what looks like a telephone number. */
function withoutOverlaps(found: PersonalData[]): PersonalData[] {
  const kept: PersonalData[] = [];
  for (const data of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || data.start >= last.end) kept.push(data);
    else if (data.end - data.start > last.end - last.start) kept[kept.length - 1] = data;
  }
  return kept;
}
