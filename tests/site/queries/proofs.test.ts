import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRecords } from '../../../db/records/load.ts';
import { countyOf } from '../../../site/queries/county.ts';
import { aroundChange, changesOf, proofOf } from '../../../site/queries/proofs.ts';
import { sealedCounty, type SealedCounty } from '../../support/sealed-county.ts';

const NOTE = 'on: 2026-11-24\nrecords: [proposals:bridge]\nwhat: 更正标题\nwhy: 登记时写错\ndecidedBy: 办公室\n';
let county: SealedCounty;
const now = (day: string) => countyOf(loadRecords(county.content, day).records, day);

beforeAll(() => {
  county = sealedCounty('tiny');
  process.env['CONTENT_DIR'] = county.content;
});
afterAll(() => {
  delete process.env['CONTENT_DIR'];
  county.remove();
});

describe('what a record page says of its seals', () => {
  test('before the first seal only the hash', () => {
    expect(proofOf(now('2026-11-22'), 'proposals', 'bridge')).toMatchObject({
      leaf: expect.stringMatching(/^[0-9a-f]{64}$/),
      sealed: false,
      versions: [],
      file: undefined,
    });
    expect(changesOf(now('2026-11-22'), 'proposals', 'bridge')).toEqual([]);
  });

  test('then each change with its reason, newest first, and what is not sealed yet', () => {
    county.seal('2026-11-23');
    expect(proofOf(now('2026-11-23'), 'proposals', 'bridge')).toMatchObject({ sealed: true, file: 'proposals.json' });
    county.edit('proposals/bridge.md', '修缮东门桥', '修补东门桥');
    county.write('corrections/k-1.yaml', NOTE);
    county.seal('2026-11-24');
    county.edit('proposals/bridge.md', '"events": [', '"events": [{"kind":"supervised","on":"2026-11-25","by":"代表工委","what":"到现场查看"},');
    expect(changesOf(now('2026-11-25'), 'proposals', 'bridge')[0]).toEqual({ seal: undefined, date: undefined, notes: [], parts: [] });
    county.seal('2026-11-25');
    expect(changesOf(now('2026-11-25'), 'proposals', 'bridge')).toMatchObject([
      { seal: 3, notes: [], parts: [{ meaning: '办理过程，按日期', before: '', after: '2026-11-25，代表工委，到现场查看' }] },
      {
        seal: 2,
        date: '2026-11-24',
        notes: [{ what: '更正标题', decidedBy: '办公室' }],
        parts: [{ meaning: '标题', before: '关于修缮东门桥的建议', after: '关于修补东门桥的建议' }],
      },
    ]);
    expect(changesOf(now('2026-11-25'), 'units', 'roads-office')).toEqual([]);
  });

  test('of a text that may not be shown any more only that it changed, from the moment the note is written', () => {
    county.write('corrections/k-2.yaml', NOTE.replace('2026-11-24', '2026-11-26').concat('hideEarlier: true\n'));
    county.edit('proposals/bridge.md', '桥面破损', '桥面损坏');
    const [pending, ...older] = changesOf(now('2026-11-26'), 'proposals', 'bridge');
    expect([pending?.parts, ...older.map(({ parts }) => parts)]).toEqual([[], undefined, undefined]);
    expect(pending?.notes).toHaveLength(1);
    county.seal('2026-11-26');
    expect(changesOf(now('2026-11-26'), 'proposals', 'bridge').map(({ parts }) => parts)).toEqual([undefined, undefined, undefined]);
    county.edit('proposals/bridge.md', '"events": [', '"events": [{"kind":"supervised","on":"2026-11-27","by":"代表工委","what":"再到现场"},');
    county.seal('2026-11-27');
    expect(changesOf(now('2026-11-27'), 'proposals', 'bridge')[0]?.parts).toHaveLength(1);
  });

  test('of a reply that is withheld since, and of a person, never what was there before', () => {
    county.edit(
      'replies/bridge-1.md',
      '"repliedOn"',
      '"disclosure": {"show":"withheld","reason":"privacy","decidedBy":"办公室","decidedOn":"2026-11-28"}, "repliedOn"',
    );
    county.edit('replies/bridge-1.md', '桥面已于四月修缮完毕。', '');
    county.edit('people/lin-mei.md', '"name"', '"post": "教师", "name"');
    county.write('corrections/k-3.yaml', NOTE.replace('2026-11-24', '2026-11-28').replace('proposals:bridge', 'replies:bridge-1, people:lin-mei'));
    county.seal('2026-11-28');
    expect(changesOf(now('2026-11-28'), 'replies', 'bridge-1')).toMatchObject([{ seal: 6, parts: undefined }]);
    expect(changesOf(now('2026-11-28'), 'people', 'lin-mei')).toMatchObject([{ seal: 6, parts: [{ meaning: '职务', before: '', after: '' }] }]);
  });
});

test('of a long text only the place of the change is shown', () => {
  expect(aroundChange(`${'前'.repeat(40)}甲${'后'.repeat(40)}`, `${'前'.repeat(40)}乙丙${'后'.repeat(40)}`)).toEqual({
    before: `…${'前'.repeat(12)}甲${'后'.repeat(12)}…`,
    after: `…${'前'.repeat(12)}乙丙${'后'.repeat(12)}…`,
  });
  expect(aroundChange('', '新')).toEqual({ before: '', after: '新' });
});
