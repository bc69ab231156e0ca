import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../db/domain/canonical.ts';
import { differences } from '../../db/domain/differences.ts';

describe('the differences of two versions', () => {
  test('name each part that was changed, added or taken away', () => {
    const before = {
      title: '修桥',
      topic: 'roads',
      events: [
        { kind: 'a', on: '1' },
        { kind: 'b', on: '2' },
      ],
      result: { class: 'planned' },
    };
    const after = {
      title: '修路',
      docNo: '1 号',
      events: [
        { kind: 'b', on: '2' },
        { kind: 'c', on: '3' },
      ],
      result: { class: 'solved' },
    };
    expect(differences(before, after)).toEqual([
      { path: 'title', before: '修桥', after: '修路' },
      { path: 'topic', before: 'roads' },
      { path: 'events[]', before: { kind: 'a', on: '1' } },
      { path: 'events[]', after: { kind: 'c', on: '3' } },
      { path: 'result.class', before: 'planned', after: 'solved' },
      { path: 'docNo', after: '1 号' },
    ]);
  });

  test('follow an entry with an id, and show only the lines of a text that changed', () => {
    const before = { promises: [{ id: 'p1', due: '2026-01-01' }], body: '一\n二\n三' };
    const after = { promises: [{ id: 'p1', due: '2026-06-01' }], body: '一\n2\n三' };
    expect(differences(before, after)).toEqual([
      { path: 'promises[].due', before: '2026-01-01', after: '2026-06-01' },
      { path: 'body', before: '二', after: '2' },
    ]);
    expect(differences({ body: '一\n三' }, { body: '一\n二\n三' })).toEqual([{ path: 'body', after: '二' }]);
    expect(differences({ body: '' }, { body: '一' })).toEqual([{ path: 'body', after: '一' }]);
  });

  test('there are some wherever the records differ, and none where they do not', () => {
    const record = fc.record(
      { a: fc.string(), b: fc.integer(), c: fc.array(fc.record({ on: fc.constantFrom('1', '2', '3') })) },
      { requiredKeys: [] },
    );
    // What a list holds, however often and in whatever order.
    const contentOf = ({ c, ...rest }: { c?: { on: string }[] | undefined }) =>
      canonicalJson({ ...rest, c: c && ['1', '2', '3'].filter((on) => c.some((entry) => entry.on === on)) });
    fc.assert(
      fc.property(record, record, (before, after) => {
        const found = differences(before, after);
        if (canonicalJson(before) === canonicalJson(after)) expect(found).toEqual([]);
        if (contentOf(before) !== contentOf(after)) expect(found).not.toEqual([]);
      }),
    );
  });
});
