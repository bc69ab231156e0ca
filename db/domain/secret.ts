/**
 * A secret handed to a person (回执码、测评码): 24 Crockford base32 characters in six groups, 23 random (115 bits) and
 * one check character. The check is a sum over GF(32) with a different weight for every place, so it catches every
 * wrong character and every swap of two characters, neighbours or not.
 */
import { z } from 'zod';

export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const SECRET_LENGTH = 24;

/** Multiplication in GF(32), polynomial x⁵ + x² + 1, of which x (2) generates all 31 other elements. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) if ((b >> bit) & 1) product ^= a << bit;
  for (let bit = 8; bit >= 5; bit--) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}

const WEIGHTS: number[] = [1];
while (WEIGHTS.length < SECRET_LENGTH) WEIGHTS.push(multiply(WEIGHTS.at(-1) ?? 1, 2));

// The last place has weight 1, so the check character is the sum of the others itself.
const weightAt = (place: number): number => WEIGHTS[SECRET_LENGTH - 1 - place] ?? 1;
const sum = (values: number[]): number => values.reduce((all, value, place) => all ^ multiply(value, weightAt(place)), 0);

/** The secret that the first 23 bytes stand for; five bits of each byte count, so every character is equally likely. */
export function secretFromBytes(bytes: Uint8Array): string {
  const values = Array.from(bytes.subarray(0, SECRET_LENGTH - 1), (byte) => byte & 31);
  if (values.length < SECRET_LENGTH - 1) throw new RangeError('a secret needs 23 bytes');
  return [...values, sum(values)].map((value) => CROCKFORD[value]).join('');
}

/** A new secret from the system's generator. */
export const newSecret = (): string => secretFromBytes(crypto.getRandomValues(new Uint8Array(SECRET_LENGTH - 1)));

/** Six groups of four, as printed. */
export const formatSecret = (value: string): string => (value.match(/.{4}/g) ?? []).join('-');

/** The characters that a person meant: upper case, 0 for O, 1 for I and l, no spaces and hyphens, half width. */
export const plainCharacters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\u{2212}.·_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

/**
 * Reads what a person typed: case, O for 0, I or l for 1, spaces, hyphens and full width do not matter.
 * Undefined where it cannot be a secret (length, letters, check character).
 */
export function readSecret(typed: string): string | undefined {
  if (typed.length > 200) return undefined;
  const plain = plainCharacters(typed);
  const values = Array.from(plain, (character) => CROCKFORD.indexOf(character));
  if (values.length !== SECRET_LENGTH || values.includes(-1) || sum(values) !== 0) return undefined;
  return plain;
}

/** A secret in a form field; its value is the plain 24 characters. */
export const secret = z
  .string({ error: 'secret' })
  .max(200, { error: 'secret' })
  .refine((typed) => readSecret(typed) !== undefined, { error: 'secret' })
  .overwrite((typed) => readSecret(typed) ?? typed);
