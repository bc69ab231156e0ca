/** Personal data that letters and words show: plates, mail addresses, passports, accounts, homes. Every pattern is bounded, so none can run away. */
import type { PersonalData, PersonalDataKind } from './find.ts';

/** A number in an address, after plainText: digits, tens and hundreds. */
const N = '[0-9十百]';
/** The one space that people put between the characters of a plate or a number. */
const _ = '[ ·•.-]?';
const NOT_WITHIN = '(?<![A-Z0-9])';
const END = '(?![A-Z0-9])';
const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const SERIAL = '[A-HJ-NP-Z0-9]';

const spaced = (pattern: string, times: number): string => Array.from({ length: times }, () => pattern).join(' ?');

/** Exported so that a test can hold all of them to their bounds. */
export const PATTERNS: readonly [PersonalDataKind, RegExp][] = [
  // New energy: six places, a letter first (small cars) or last (large ones). Ordinary: five, or four and a use.
  ['plate', new RegExp(`${PROVINCE}${_}[A-HJ-NP-Z]${_}(?:[A-HJ-K]${_}${spaced(SERIAL, 5)}|${spaced('[0-9]', 5)} ?[A-HJ-K])${END}`, 'g')],
  ['plate', new RegExp(`${PROVINCE}${_}[A-HJ-NP-Z]${_}${spaced(SERIAL, 4)} ?(?:${SERIAL}${END}|[挂学警港澳领])`, 'g')],
  ['passport', new RegExp(`${NOT_WITHIN}(?:[EGKHCWLT]${_}[0-9]{4}${_}[0-9]{4}|[EDSPKC][A-HJ-NP-Z]${_}[0-9]{3}${_}[0-9]{4})${END}`, 'g')],
  ['account', /(?:QQ|扣扣|企鹅)(?:群|号码|号|是|为|[:： ]){0,4}[0-9]{5,11}(?![0-9])/g],
  ['account', /(?:微信|VX|V信|WECHAT)(?:号码|号|也?是|为|[:： ]){0,4}[A-Z][A-Z0-9_-]{5,19}(?![A-Z0-9_-])/g],
  ['landline', /(?:家里|我家|住宅|宅|家庭)的?(?:电话|座机|固话|固定电话)[^0-9]{0,4}(?:\(?0[0-9]{2,3}\)?[- ]?)?[0-9]{3,4}[- ]?[0-9]{4}(?![0-9])/g],
  // A home: building, entrance and room. A street number alone is where a shop or a lamp stands.
  [
    'address',
    new RegExp(
      `${N}{1,5}(?:幢|栋|座|号楼|号院|号|弄|楼)[ ,，、-]{0,2}(?:${N}{1,4}(?:幢|栋|座|号楼|号)[ ,，、-]{0,2})?${N}{1,3}(?:单元|门|梯|层)[ ,，、-]{0,2}${N}{1,5}(?:室|户|号|房)?`,
      'g',
    ),
  ],
  ['address', new RegExp(`(?:${N}{1,5}|[A-Z])(?:幢|栋|座|号楼|楼|号|弄)[ ,，、-]{0,2}${N}{2,5}(?:室|户|房)`, 'g')],
  ['address', /(?<![0-9-])[0-9]{1,4}-[0-9]{1,3}-[0-9]{2,5}[室户房]/g],
  ['address', new RegExp(`[村社庄屯寨](?:第)?${N}{1,4}(?:村民小组|小组|组|队|社)[ ,，、]{0,2}(?:门牌)?${N}{1,5}(?:号|户)(?!楼|线|坝|路|桥)`, 'g')],
];

/** Everything that a pattern shows; also mail addresses. */
export function findWritten(plain: string): PersonalData[] {
  const found = PATTERNS.flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].map(({ 0: match, index }) => ({ kind, start: index, end: index + match.length })),
  );
  return [...found, ...findMails(plain)];
}

const LOCAL = /[A-Z0-9._%+-]/;
const DOMAIN = /^ ?(?:[A-Z0-9](?:[A-Z0-9-]{0,62}[A-Z0-9])?\.){1,4}[A-Z]{2,24}(?![A-Z0-9-])/;
/** An office's address is public. */
const OFFICE = /\.GOV\.CN$/;

/** From each @ to both sides, so that a text of letters alone costs nothing. */
function findMails(plain: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (let at = plain.indexOf('@'); at !== -1; at = plain.indexOf('@', at + 1)) {
    const name = plain[at - 1] === ' ' ? at - 1 : at;
    let start = name;
    while (start > 0 && name - start < 64 && LOCAL.test(plain[start - 1] ?? '')) start--;
    const domain = DOMAIN.exec(plain.slice(at + 1, at + 260))?.[0];
    if (start < name && domain !== undefined && !OFFICE.test(domain)) found.push({ kind: 'email', start, end: at + 1 + domain.length });
  }
  return found;
}
