import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch, longText, shortText } from '../../db/domain/text.ts';

const refused = [
  '\u0000',
  '\u0007',
  '\u001B',
  '\u007F',
  '\u0085',
  '\u00AD',
  '\u061C',
  '\u180E',
  '\u200B',
  '\u200D',
  '\u200F',
  '\u202E',
  '\u2028',
  '\u2029',
  '\u2066',
  '\u2069',
  '\uFEFF',
  '\uFFFE',
  '\uFFFD',
  '\uFFF9',
  '\uD800',
  '\uDC00',
  '\uE000',
  '\u{E0041}',
  '\u{10FFFF}',
];

describe('text that the public types (threat row 19)', () => {
  test.each(refused)('%j is refused', (character) => {
    expect(shortText(60).safeParse(`甲${character}乙`).success).toBe(false);
    expect(longText(60).safeParse(`甲${character}乙`).success).toBe(false);
  });

  test('line breaks and tabs are for long texts only', () => {
    expect(longText(60).parse('一\r\n二\t三')).toBe('一\n二\t三');
    expect(shortText(60).safeParse('一\n二').success).toBe(false);
  });

  test('stacked marks are refused, ordinary ones are not', () => {
    expect(shortText(60).safeParse(`x${'\u0301'.repeat(4)}`).success).toBe(false);
    expect(shortText(60).parse('e\u0301')).toBe('é');
    expect(shortText(60).parse('𠮷田·买买提😀')).toBe('𠮷田·买买提😀');
  });

  test('what is accepted reads back the same: NFC, no lone surrogate', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const parsed = longText(200).safeParse(text);
        if (!parsed.success) return;
        expect(parsed.data).toBe(parsed.data.normalize('NFC'));
        expect(parsed.data.isWellFormed()).toBe(true);
        expect(longText(200).parse(parsed.data)).toBe(parsed.data);
      }),
      { numRuns: Number(process.env.TEXTS ?? 2000) },
    );
  });

  test('searching does not see width, case and spaces', () => {
    expect(foldForSearch('ＡＢＣ 12３\n县 道')).toBe('abc123县道');
  });
});
