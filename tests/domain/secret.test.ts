import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSecret, newSecret, readSecret, secretFromBytes, SECRET_LENGTH } from '../../db/domain/secret.ts';
import { chiSquareTail, placeCounts } from '../support/chi-square.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes = fc.uint8Array({ minLength: 23, maxLength: 23 });

describe('a secret handed to a person', () => {
  test('every character is equally likely at every place, the check character too', () => {
    const counts = placeCounts();
    for (let made = 0; made < 20_000; made++) counts.add(newSecret());
    // Far out enough that chance does not get there once in a million runs.
    for (const { statistic, freedom } of counts.statistics()) {
      expect(chiSquareTail(statistic, freedom)).toBeGreaterThan(1e-8);
      expect(chiSquareTail(statistic, freedom)).toBeLessThan(1 - 1e-8);
    }
    expect(chiSquareTail(61.1, 31)).toBeCloseTo(0.001, 4);
  });

  test('catches every single wrong character, at every place', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const code = secretFromBytes(given);
        for (let place = 0; place < SECRET_LENGTH; place++) {
          for (const other of ALPHABET)
            if (other !== code[place]) expect(readSecret(code.slice(0, place) + other + code.slice(place + 1))).toBeUndefined();
        }
      }),
      { numRuns: 20 },
    );
  });

  test('catches every swap of neighbours: all pairs of characters at all places', () => {
    for (let place = 0; place < SECRET_LENGTH - 1; place++) {
      for (let a = 0; a < 32; a++) {
        for (let b = 0; b < 32; b++) {
          const given = new Uint8Array(23);
          given[place] = a;
          if (place + 1 < 23) given[place + 1] = b;
          const code = secretFromBytes(given);
          if (code[place] === code[place + 1]) continue;
          const swapped = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2);
          expect(readSecret(swapped)).toBeUndefined();
        }
      }
    }
  });

  test('is read as people type it: case, O, I, l, spaces, hyphens, full width', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const code = secretFromBytes(given);
        const fullWidth = Array.from(code, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');
        const typed = [
          formatSecret(code),
          formatSecret(code).toLowerCase(),
          code.replaceAll('0', 'O').replaceAll('1', 'l'),
          code.replaceAll('0', 'o').replaceAll('1', 'I'),
          fullWidth,
          formatSecret(code).replaceAll('-', ' — '),
          ` ${code}\n`,
        ];
        for (const text of typed) expect(readSecret(text)).toBe(code);
      }),
    );
  });

  test('anything else is no secret, and never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readSecret(text)),
      { numRuns: 2000 },
    );
    expect(readSecret('')).toBeUndefined();
    expect(readSecret('U'.repeat(24))).toBeUndefined();
  });

  test('new ones are all different and use every character alike (threat row 7)', () => {
    const size = Number(process.env.CODES ?? 20_000);
    const seen = new Set<string>();
    const counts = Array.from({ length: 23 }, () => new Map<string, number>());
    for (let made = 0; made < size; made++) {
      const code = newSecret();
      seen.add(code);
      counts.forEach((of, place) => of.set(code[place] ?? '', (of.get(code[place] ?? '') ?? 0) + 1));
    }
    expect(seen.size).toBe(size);
    for (const of of counts) {
      const expected = size / 32;
      const chiSquare = Array.from(ALPHABET, (character) => ((of.get(character) ?? 0) - expected) ** 2 / expected).reduce((a, b) => a + b);
      // 31 degrees of freedom: above 80 happens once in 300,000 places.
      expect(chiSquare).toBeLessThan(80);
    }
  });
});
