import { expect, test } from 'vitest';
import { loadRecords } from '../../db/records/load.ts';
import { contentFaultSentence } from '../../functions/words/content-faults.ts';
import { smallCounty, writeCounty, type SmallCounty } from '../support/small-county.ts';

const TODAY = '2026-11-22';

/** Loads the small county after a change and returns `file:line field code` of each fault. */
function faultsAfter(change: (county: SmallCounty) => void, raw: Record<string, string> = {}): string[] {
  const county = smallCounty();
  change(county);
  const { faults } = loadRecords(writeCounty(county, raw), TODAY);
  for (const { code, params } of faults) expect(contentFaultSentence(code, params)).not.toMatch(/[{}]|undefined/);
  return faults.map(({ file, line, field, code }) => `${file}:${line} ${field} ${code}`);
}

const set = (county: SmallCounty, file: string, fields: Record<string, unknown>): void => {
  county[file] = { ...county[file], fields: { ...county[file]?.fields, ...fields } };
};

test('a county without a fault is read whole', () => {
  const { records, faults, digests } = loadRecords(writeCounty(smallCounty()), TODAY);
  expect(faults).toEqual([]);
  expect(records.people.get('li-hua')?.name).toBe('李华');
  expect(records.replies.get('r-1')?.body).toBe('已经修好。');
  expect(digests.size).toBe(Object.keys(smallCounty()).length);
});

test('an editor makes ten mistakes and is told of all ten, each with its line', () => {
  const faults = faultsAfter(
    (county) => {
      set(county, 'units/roads.md', { kind: 'ministry' });
      set(county, 'areas/east.yaml', { colour: 'green' });
      set(county, 'people/wang-qiang.md', {
        mandates: [{ id: 'm1', term: 'terms:small-1', constituency: 'constituencies:nowhere', electedOn: '2021-12-20' }],
      });
      set(county, 'people/li-hua.md', {
        mandates: [{ id: 'm1', term: 'terms:small-1', constituency: 'constituencies:small-1-01', electedOn: '2019-12-20' }],
      });
      set(county, 'replies/r-1.md', { repliedOn: '2022-01-02' });
      set(county, 'reports/dr-1.md', { from: '2023-02-30' });
      set(county, 'calendars/2022.yaml', { year: 'zweitausend' });
      set(county, 'reports/dr-1.md', { title: '' });
      county['replies/r-2.md'] = { fields: { proposal: 'proposals:p-7', unit: 'units:roads', repliedOn: '2022-04-20' }, body: '答复。' };
      county['proposals/archive/p-1.md'] = { fields: { ...county['proposals/p-1.md']?.fields }, body: 'x' };
    },
    { 'plans/Plan 1.md': '---\ntitle: x\n---\n' },
  );
  expect(faults).toEqual([
    'areas/east.yaml:4 colour unknownKey',
    'calendars/2022.yaml:1 year wrongType',
    'people/li-hua.md:9 mandates[0].electedOn mandateBeforeTerm',
    'people/wang-qiang.md:6 mandates[0].constituency noSuchRecord',
    'plans/Plan 1.md:1  id',
    'proposals/archive/p-1.md:12 events[0] impossibleEvent',
    'proposals/p-1.md:1  duplicateId',
    'replies/r-1.md:4 repliedOn replyBeforeProposal',
    'replies/r-2.md:2 proposal noSuchRecord',
    'reports/dr-1.md:3 title tooShort',
    'reports/dr-1.md:5 from date',
    'units/roads.md:4 kind wrongValue',
  ]);
});

test.each<[string, (county: SmallCounty) => void, string]>([
  ['a reply to no proposal', (c) => set(c, 'replies/r-1.md', { proposal: 'proposals:p-9' }), 'replies/r-1.md:2 proposal noSuchRecord'],
  [
    'a reply by a unit that was never assigned',
    (c) => {
      c['units/water.md'] = { fields: { name: '小县水利局', shortName: '县水利局', kind: 'government' }, body: '' };
      set(c, 'replies/r-1.md', { unit: 'units:water' });
    },
    'replies/r-1.md:3 unit unitNotAssigned',
  ],
  [
    'more mandates than seats',
    (c) => set(c, 'constituencies/small-1-01.yaml', { seats: 1 }),
    'people/wang-qiang.md:6 mandates[0].constituency moreMandatesThanSeats',
  ],
  [
    'areas in a circle',
    (c) => {
      set(c, 'areas/small.yaml', { kind: 'county', parent: 'areas:east' });
    },
    'areas/east.yaml:3 parent cyclicArea',
  ],
  [
    'a village that every constituency forgot',
    (c) => {
      c['areas/west.yaml'] = { fields: { name: '西街村', kind: 'village', parent: 'areas:small' } };
    },
    'areas/west.yaml:1  areaWithoutConstituency',
  ],
  [
    'a text where the disclosure forbids one',
    (c) => set(c, 'proposals/p-1.md', { disclosure: { show: 'titleOnly', reason: 'privacy', decidedBy: '主任会议', decidedOn: '2022-02-01' } }),
    'proposals/p-1.md:2 body textNotDisclosed',
  ],
  [
    'a disclosure without its reason',
    (c) => set(c, 'replies/r-1.md', { disclosure: { show: 'summary', decidedBy: '主任会议', decidedOn: '2022-05-01' } }),
    'replies/r-1.md:14 disclosure.reason missing',
  ],
  [
    'closed before it was assigned',
    (c) =>
      set(c, 'proposals/p-1.md', {
        events: [
          { kind: 'registered', on: '2022-01-15' },
          { kind: 'closed', on: '2022-01-20' },
        ],
      }),
    'proposals/p-1.md:14 events[1] impossibleEvent',
  ],
  [
    'a county deputy with an electoral unit',
    (c) => {
      c['electoral-units/army.yaml'] = { fields: { term: 'terms:small-1', name: '驻军', seats: 1 } };
      set(c, 'people/wang-qiang.md', {
        mandates: [{ id: 'm1', term: 'terms:small-1', electoralUnit: 'electoral-units:army', electedOn: '2021-12-20' }],
      });
    },
    'people/wang-qiang.md:4 mandates[0] electionOfLevel',
  ],
  [
    'sums of a ballot that do not agree',
    (c) =>
      set(c, 'reports/dr-1.md', {
        hallBallot: { present: 50, issued: 50, returned: 48, valid: 47, invalid: 2, satisfied: 40, basicallySatisfied: 5, dissatisfied: 2 },
      }),
    'reports/dr-1.md:15 hallBallot.valid ballotValid',
  ],
  [
    'a reception rule that yields no date',
    (c) => {
      c['stations/st.md'] = {
        fields: {
          name: '东街站',
          kind: 'station',
          area: 'areas:east',
          address: '东街1号',
          openingHours: '工作日',
          phone: '0000-5550002',
          head: '赵站长',
          deputies: ['people:li-hua/m1'],
          serviceAreas: ['areas:east'],
          reception: [{ every: 'monthDay', days: [31], months: [2], from: '09:00', to: '11:00', ifHoliday: 'cancelled' }],
        },
        body: '',
      };
    },
    'stations/st.md:14 reception[0] ruleWithoutDate',
  ],
  [
    'a promise missing where work goes on',
    (c) => set(c, 'replies/r-1.md', { result: { class: 'inProgress', letter: 'B' } }),
    'replies/r-1.md:2 promises promiseMissing',
  ],
  [
    'a comment that the page hides and the data tell',
    (c) => (c['units/roads.md'] = { ...c['units/roads.md']!, body: '<!-- 勿外传 -->' }),
    'units/roads.md:2 body hiddenComment',
  ],
  ['a secret character in a title', (c) => set(c, 'proposals/p-1.md', { title: '关于\u202e修桥' }), 'proposals/p-1.md:3 title brokenCharacter'],
  [
    'a photo that is not there',
    (c) => set(c, 'people/li-hua.md', { photo: { file: 'li-hua.jpg', alternative: '李华' } }),
    'people/li-hua.md:11 photo.file fileMissing',
  ],
])('%s is refused', (_, change, expected) => {
  expect(faultsAfter(change)).toContain(expected);
});

const M = (person: string): string => `people:${person}/m1`;
const withLiaison = (liaison: object) => (c: SmallCounty) => {
  const [mandate] = c['people/li-hua.md']?.fields['mandates'] as object[];
  set(c, 'people/li-hua.md', { mandates: [{ ...mandate, roles: [{ title: '常委会委员', from: '2022-01-14' }] }] });
  set(c, 'terms/small-1.yaml', { liaison: [{ member: M('li-hua'), from: '2022-03-01', deputies: [M('wang-qiang')], ...liaison }] });
};
const announced = (fields: object) => (c: SmallCounty) => {
  c['announcements/n-1.md'] = {
    fields: { title: '公告', kind: 'candidates', congress: 'congresses:small', issuer: '选举委员会', date: '2022-03-01', ...fields },
    body: '',
  };
};
const CANDIDATE = { name: '周文', constituency: 'constituencies:small-1-01' };

test('a liaison list and a list of candidates are read', () => {
  expect(faultsAfter(withLiaison({}))).toEqual([]);
  expect(faultsAfter(announced({ constituencies: ['constituencies:small-1-01'], candidates: [CANDIDATE] }))).toEqual([]);
});

test.each<[string, (county: SmallCounty) => void, string]>([
  ['a member who holds no office yet', withLiaison({ from: '2022-01-12' }), 'liaison[0].member liaisonWithoutRole'],
  ['a member who does not exist', withLiaison({ member: M('nobody') }), 'liaison[0].member noSuchRecord'],
  ['a member who keeps in touch with herself', withLiaison({ deputies: [M('li-hua')] }), 'liaison[0].deputies[0] liaisonWithSelf'],
  ['a deputy named twice', withLiaison({ deputies: [M('wang-qiang'), M('wang-qiang')] }), 'liaison[0].deputies[1] repeatedInList'],
  ['a list that ends before it begins', withLiaison({ to: '2022-02-01' }), 'liaison[0].to endBeforeStart'],
  ['a list from before the term', withLiaison({ from: '2021-03-01' }), 'liaison[0].from outsideTerm'],
  ['candidates of a constituency that is not named', announced({ candidates: [CANDIDATE] }), 'candidates[0].constituency candidateNotListed'],
  ['candidates in a notice about money', announced({ kind: 'notice', candidates: [CANDIDATE] }), 'candidates candidatesOfKind'],
  [
    'an election that another congress announces',
    (c) => {
      c['congresses/city.md'] = {
        fields: { name: '大市人民代表大会', shortName: '市人大', level: 'city', area: 'areas:small', between: 'standingCommittee' },
        body: '',
      };
      announced({ congress: 'congresses:city', constituencies: ['constituencies:small-1-01'] })(c);
    },
    'constituencies[0] electionElsewhere',
  ],
  [
    'a mandate after the end of the term',
    (c) => {
      set(c, 'terms/small-1.yaml', { end: '2022-03-01', quota: undefined });
      set(c, 'people/li-hua.md', {
        mandates: [{ id: 'm1', term: 'terms:small-1', constituency: 'constituencies:small-1-01', electedBy: 'byElection', electedOn: '2022-05-01' }],
      });
    },
    'mandates[0].electedOn mandateAfterTerm',
  ],
])('%s is refused', (_, change, expected) => {
  expect(faultsAfter(change).map((fault) => fault.replace(/^\S+ /, ''))).toContain(expected);
});

test('a term that runs is never told with an empty date', () => {
  expect(contentFaultSentence('mandateBeforeTerm', { start: '2022-01-11' })).toContain('2022-01-11 起');
});

test.each<[string, Record<string, string>, string]>([
  ['broken YAML', { 'units/roads.md': '---\nname: 小县交通局\n  kind: [government\n---\n' }, 'units/roads.md:2  notYaml'],
  ['a file without front matter', { 'units/roads.md': '小县交通局' }, 'units/roads.md:1  noFrontMatter'],
  ['an alias bomb', { 'areas/bomb.yaml': 'name: &a [x, x]\nkind: [*a, *a]\n' }, 'areas/bomb.yaml:1  notYaml'],
  ['a folder that nobody reads', { 'persons/x.md': '' }, 'persons:1  unknownKind'],
  ['a picture that is a program', { 'photos/x.jpg': 'MZ' }, 'photos/x.jpg:1  fileNotNamed'],
])('%s is refused with a sentence, not with a crash', (_, raw, expected) => {
  expect(faultsAfter(() => undefined, raw)).toContain(expected);
});

test('a deputy elected indirectly shows no more than the profile of such deputies allows', () => {
  const county = smallCounty();
  county['congresses/city.md'] = {
    fields: { name: '大市人民代表大会', shortName: '市人大', level: 'city', area: 'areas:small', between: 'standingCommittee' },
    body: '',
  };
  county['terms/city-1.yaml'] = { fields: { congress: 'congresses:city', ordinal: 1, start: '2022-02-01' } };
  county['electoral-units/small.yaml'] = { fields: { term: 'terms:city-1', name: '小县', congress: 'congresses:small', seats: 1 } };
  county['people/zhao-min.md'] = {
    fields: {
      name: '赵敏之',
      gender: 'female',
      workUnit: '大市医院',
      contact: { phone: '0000-5550009' },
      mandates: [{ id: 'm1', term: 'terms:city-1', electoralUnit: 'electoral-units:small', electedOn: '2022-01-14' }],
    },
    body: '医生。',
  };
  const { records, faults } = loadRecords(writeCounty(county), TODAY);
  expect(faults).toEqual([]);
  expect(JSON.stringify(records.people.get('zhao-min'))).not.toMatch(/female|医院|5550009|医生/);
  expect(records.people.get('li-hua')).toMatchObject({ workUnit: '东街小学', body: '教师。' });
});
