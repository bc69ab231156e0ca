/** Chinese numerals for terms, sessions and constituencies: 17 → 十七, 20 → 二十, 105 → 一百零五. */
const DIGITS = '零一二三四五六七八九';

/** Whole numbers from 0 to 999; others come back in Arabic digits. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) return String(value);
  if (value < 10) return DIGITS.charAt(value);
  if (value < 20) return `十${value === 10 ? '' : DIGITS.charAt(value - 10)}`;
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds > 0 ? `${DIGITS.charAt(hundreds)}百` : '';
  const middle = tens > 0 ? `${DIGITS.charAt(tens)}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return `${head}${middle}${ones > 0 ? DIGITS.charAt(ones) : ''}`;
}
