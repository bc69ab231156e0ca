import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ValueDigests } from '../../db/records/value-digest.ts';

const digest = (value: unknown): string => new ValueDigests().of(value);
const copy = <T>(value: T): T => structuredClone(value);

const values = fc.anything({ withMap: true, withSet: true, withDate: true, maxDepth: 4 });

test('equal content has equal digests, whatever objects hold it', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(digest(copy(value))).toBe(digest(value));
    }),
  );
});

test('other content has another digest', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      fc.pre(!Object.is(one, other));
      if (digest(one) === digest(other)) expect(one).toEqual(other);
    }),
  );
});

test.each([
  ['a text and a number', '1', 1],
  ['a missing and an undefined part', {}, { a: undefined }],
  ['texts cut at another place', ['ab', 'c'], ['a', 'bc']],
  ['texts that look like the end of another', ['a",b'], ['a', 'b']],
  ['the order of a list', [1, 2], [2, 1]],
  [
    'the order of a map',
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    new Map([
      ['b', 2],
      ['a', 1],
    ]),
  ],
  ['a map and an object', new Map([['a', 1]]), { a: 1 }],
  ['one character far inside a long text', `${'农'.repeat(500)}路`, `${'农'.repeat(500)}桥`],
])('%s differ', (_, one, other) => {
  expect(digest(one)).not.toBe(digest(other));
});

test('a text that was cut out of a Chinese one is the same text', () => {
  const cut = '农路abc'.slice(2);
  expect(digest({ name: cut })).toBe(digest({ name: 'abc' }));
});

test.each([
  ['a function', () => 1],
  ['a function far inside', { a: [new Map([['b', { c: () => 1 }]])] }],
  ['an instance of a class', new (class Rule {})()],
  ['a symbol', Symbol('a')],
])('%s cannot be compared', (_, value) => {
  expect(() => digest(value)).toThrow('cannot be compared');
});

test('a value that holds itself cannot be compared, and is not taken for a part of it seen before', () => {
  const whole: Record<string, unknown> = { name: '云溪' };
  const part = { whole };
  whole['part'] = part;
  const digests = new ValueDigests();
  expect(() => digests.of(whole)).toThrow('holds itself');
  expect(() => digests.of(part)).toThrow('holds itself');
});
