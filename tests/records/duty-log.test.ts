import { expect, test } from 'vitest';
import { loadRecords } from '../../db/records/load.ts';
import { contentFaultSentence } from '../../functions/words/content-faults.ts';
import { smallCounty, writeCounty, type SmallCounty } from '../support/small-county.ts';

type Fields = Record<string, unknown>;
const SIX = {
  id: 'six',
  label: '六个一',
  from: '2022-01-01',
  items: [
    { code: 'people', label: '联系选民', unit: 'people', minimum: 10, activityTypes: ['visit'] },
    { code: 'home', label: '帮扶', unit: 'households', minimum: 1, activityTypes: ['helpHousehold'] },
  ],
};

function faultsOf(change: (county: SmallCounty) => void): string[] {
  const county = smallCounty();
  set(county, 'site/site.md', { quotaSets: [SIX] });
  change(county);
  const { faults } = loadRecords(writeCounty(county), '2026-11-22');
  for (const { code, params } of faults) expect(contentFaultSentence(code, params)).not.toMatch(/[{}]|undefined/);
  return faults.map(({ file, field, code }) => `${file} ${field} ${code}`);
}
const set = (county: SmallCounty, file: string, fields: Fields): void => {
  county[file] = { ...county[file], fields: { ...county[file]?.fields, ...fields } };
};
const log = (fields: Fields) => (county: SmallCounty) => {
  county['activities/a-1.md'] = {
    fields: {
      type: 'visit',
      title: '走访',
      from: '2022-03-05',
      organizer: '联络站',
      deputies: [{ mandate: 'people:li-hua/m1' }],
      people: 3,
      ...fields,
    },
    body: '',
  };
};
const SESSION = { type: 'session', session: 'terms:small-1/1', from: '2022-01-11', to: '2022-01-14' };

test('an entry as it should be has no fault, nor has a session with its sheet', () => {
  expect(faultsOf(log({}))).toEqual([]);
  expect(faultsOf(log(SESSION))).toEqual([]);
});

const NOT_IN_OFFICE = 'activities/a-1.md deputies[0].mandate notInOffice';
test.each<[string, (county: SmallCounty) => void, string]>([
  ['before the mandate began', log({ from: '2022-01-10' }), NOT_IN_OFFICE],
  [
    'while the mandate was suspended',
    (county) => {
      log({ from: '2022-06-01' })(county);
      set(county, 'people/li-hua.md', {
        mandates: [
          {
            id: 'm1',
            term: 'terms:small-1',
            constituency: 'constituencies:small-1-01',
            electedOn: '2021-12-20',
            events: [{ kind: 'suspended', on: '2022-05-01' }],
          },
        ],
      });
    },
    NOT_IN_OFFICE,
  ],
  ['confirmed before its day', log({ from: '2026-11-23' }), 'activities/a-1.md from activityAhead'],
  ['a visit without its number of people', log({ people: undefined }), 'activities/a-1.md people countMissing'],
  ['help without its number of households', log({ type: 'helpHousehold', people: undefined }), 'activities/a-1.md households countMissing'],
  ['a kind of activity that there is not', log({ type: 'picnic' }), 'activities/a-1.md type wrongValue'],
  ['a session that is not said which', log({ ...SESSION, session: undefined }), 'activities/a-1.md session sessionMissing'],
  ['a session on another day', log({ ...SESSION, to: '2022-01-15' }), 'activities/a-1.md session notInSession'],
  ['a session that there was not', log({ ...SESSION, session: 'terms:small-1/2' }), 'activities/a-1.md session noSuchRecord'],
  ['disputed without the dispute', log({ state: 'disputed' }), 'activities/a-1.md dispute disputeText'],
  ['disputed and settled at once', log({ state: 'disputed', dispute: '不对', settlement: '改了' }), 'activities/a-1.md settlement settledDispute'],
  ['a dispute that vanished from the text', log({ settlement: '改了' }), 'activities/a-1.md settlement disputeAndSettlement'],
  ['void without a reason', log({ state: 'void' }), 'activities/a-1.md voidReason voidReason'],
  ['an inspection without its form', log({ type: 'inspection' }), 'activities/a-1.md inspectionForm inspectionForm'],
  ['a seventh form of inspection', log({ type: 'inspection', inspectionForm: 'virtual' }), 'activities/a-1.md inspectionForm wrongValue'],
  [
    'the same deputy twice',
    log({ deputies: [{ mandate: 'people:li-hua/m1' }, { mandate: 'people:li-hua/m1' }] }),
    'activities/a-1.md deputies[1] repeatedInList',
  ],
  ['fewer than nobody', log({ people: -1 }), 'activities/a-1.md people tooSmall'],
])('an entry %s is refused', (_, change, expected) => {
  expect(faultsOf(change)).toEqual([expected]);
});

test('a draft may lie ahead and lack its numbers; a void entry may be as wrong as it was', () => {
  expect(faultsOf(log({ state: 'draft', from: '2026-12-24', people: undefined }))).toEqual([]);
  expect(faultsOf(log({ state: 'void', voidReason: '登错', from: '2022-01-10' }))).toEqual([]);
});

const plan =
  (item: Fields, entry: Fields = {}) =>
  (county: SmallCounty) => {
    log(entry)(county);
    county['plans/p-1.md'] = {
      fields: {
        title: '计划',
        kind: 'deputyWork',
        congress: 'congresses:small',
        year: 2022,
        issuer: '常委会',
        issuedOn: '2022-02-01',
        items: [{ id: 'one', title: '走访', due: '2022-03-31', ...item }],
      },
      body: '',
    };
  };
test.each<[string, (county: SmallCounty) => void, string[]]>([
  ['held, by an activity', plan({ activity: 'activities:a-1' }), []],
  ['held, by an activity that there is not', plan({ activity: 'activities:a-2' }), ['plans/p-1.md items[0].activity noSuchRecord']],
  ['held, by a draft', plan({ activity: 'activities:a-1' }, { state: 'draft' }), ['plans/p-1.md items[0].activity itemNotHeld']],
  [
    'held, by a void entry',
    plan({ activity: 'activities:a-1' }, { state: 'void', voidReason: '登错' }),
    ['plans/p-1.md items[0].activity itemNotHeld'],
  ],
  ['held and not held', plan({ activity: 'activities:a-1', notHeld: '下雨' }), ['plans/p-1.md items[0].notHeld heldAndNotHeld']],
  ['due in another year', plan({ due: '2023-01-01' }), ['plans/p-1.md items[0].due itemOfOtherYear']],
])('a plan item %s', (_, change, expected) => {
  expect(faultsOf(change)).toEqual(expected);
});

test.each<[string, Fields, string]>([
  [
    'an unknown kind of activity',
    { items: [{ ...SIX.items[0], activityTypes: ['picnic'] }] },
    'site/site.md quotaSets[0].items[0].activityTypes[0] wrongValue',
  ],
  ['an unknown unit', { items: [{ ...SIX.items[0], unit: 'kilometres' }] }, 'site/site.md quotaSets[0].items[0].unit wrongValue'],
  ['the same code twice', { items: [SIX.items[0], structuredClone(SIX.items[0])] }, 'site/site.md quotaSets[0].items[1].code repeatedInList'],
  ['an end before its beginning', { until: '2021-12-31' }, 'site/site.md quotaSets[0].until endBeforeStart'],
  ['a congress that there is not', { congresses: ['congresses:none'] }, 'site/site.md quotaSets[0].congresses[0] noSuchRecord'],
  ['a rule for part years that nobody knows', { partYear: 'half' }, 'site/site.md quotaSets[0].partYear wrongValue'],
])('a quota set with %s is refused', (_, fields, expected) => {
  expect(faultsOf((county) => set(county, 'site/site.md', { quotaSets: [{ ...SIX, ...fields }] }))).toEqual([expected]);
});

test('a follow-up before the report, or without one, is refused', () => {
  const followUp = { on: '2023-01-04', what: '再说明' };
  expect(faultsOf((county) => set(county, 'reports/dr-1.md', { followUp }))).toEqual(['reports/dr-1.md followUp.on followUpBeforeReport']);
});
