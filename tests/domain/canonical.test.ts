import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, canonicalRecord } from '../../db/domain/canonical.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the canonical form', () => {
  test('is the example of RFC 8785, 3.2.3: order by UTF-16 units, not by code points', () => {
    const members = { '€': 1, '\r': 2, '\u{FB33}': 3, '1': 4, '\u{1F600}': 5, '\u{80}': 6, ö: 7 };
    expect(Object.values(JSON.parse(canonicalJson(members).replaceAll(/"1"/g, '"one"')) as object)).toEqual([2, 4, 6, 7, 1, 5, 3]);
  });

  test('writes numbers and strings as RFC 8785, 3.2.2', () => {
    expect(
      canonicalJson({ numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0], string: '€$\u000F\nA\'B"\\"/' }),
    ).toBe(String.raw`{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\u000f\nA'B\"\\\"/"}`);
  });

  test('does not depend on the order of members, and reading it back changes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const canonical = canonicalJson(value);
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
        expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(turned(value))).toBe(canonical);
      }),
    );
  });

  test('of a record holds its kind, and leaves out what a file leaves out', () => {
    expect(text(canonicalRecord('areas', { name: '云溪县', id: 'yunxi', parent: undefined }))).toBe(
      '{"item":{"id":"yunxi","name":"云溪县"},"kind":"areas"}',
    );
  });

  test('refuses what JSON cannot hold', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, () => 1]) expect(() => canonicalJson({ value })).toThrow(TypeError);
  });
});

/** The same value with all members in reverse order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, turned(inner)]),
  );
};
