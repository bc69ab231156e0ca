/** Numbers that check themselves: identity numbers (GB 11643-1999), bank cards (Luhn), social credit codes (GB 32100-2015). */

/** First two digits of the administrative divisions (GB/T 2260), with Taiwan, Hong Kong, Macao and foreigners' cards. */
const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(' '));

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** True for a real day, written yyyymmdd; a year of birth from 1900 to 2099. */
function isBirthday(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 18 characters: division, birthday, sequence, check character. */
export function isIdNumber(value: string): boolean {
  if (value.length !== 18 || !PROVINCES.has(value.slice(0, 2)) || !isBirthday(value.slice(6, 14))) return false;
  const sum = ID_WEIGHTS.reduce((all, weight, place) => all + weight * Number(value[place]), 0);
  return ID_CHECKS[sum % 11] === value[17];
}

/** 15 digits, as issued before 1999: no check character, so division and birthday decide. */
export const isOldIdNumber = (value: string): boolean =>
  value.length === 15 &&
  PROVINCES.has(value.slice(0, 2)) &&
  value.slice(2, 4) !== '00' &&
  value.slice(4, 6) !== '00' &&
  isBirthday(`19${value.slice(6, 12)}`);

/** 15 to 19 digits with the beginning of an issuer whose cards are in use in China, and Luhn's check digit. */
export function isBankCard(value: string): boolean {
  if (!/^(?:3[47]\d{13}|(?:35|4|5[1-5]|81)\d{14,15}|62\d{14,17}|6[0134589]\d{14,17})$/.test(value)) return false;
  if (value.length === 18 && isCreditCode(value)) return false;
  let sum = 0;
  for (let place = value.length - 1, twice = false; place >= 0; place--, twice = !twice) {
    const digit = Number(value[place]) * (twice ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The code of an organisation (统一社会信用代码), which is no personal data. */
export function isCreditCode(value: string): boolean {
  const values = Array.from(value, (character) => CREDIT_ALPHABET.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  let sum = 0;
  for (let place = 0, weight = 1; place < 17; place++, weight = (weight * 3) % 31) sum += (values[place] ?? 0) * weight;
  return (31 - (sum % 31)) % 31 === values[17];
}

/** Mainland mobile number, also with 86, 0086 or a leading 0 written onto it; the length of what stands before it. */
export function mobilePrefix(value: string): number | undefined {
  const found = /^((?:00)?86|0)?1[3-9]\d{9}$/.exec(value);
  return found ? (found[1]?.length ?? 0) : undefined;
}
