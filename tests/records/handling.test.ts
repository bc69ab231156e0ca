import { describe, expect, test } from 'vitest';
import { loadRecords } from '../../db/records/load.ts';
import { contentFaultSentence } from '../../functions/words/content-faults.ts';
import { smallCounty, writeCounty, type SmallCounty } from '../support/small-county.ts';

/** Faults of the small county after a change, as `file field code`; every one has a whole sentence. */
function faultsAfter(change: (county: SmallCounty) => void): string[] {
  const county = smallCounty();
  county['units/water.md'] = { fields: { name: '小县水利局', shortName: '县水利局', kind: 'government' }, body: '' };
  change(county);
  return loadRecords(writeCounty(county), '2026-11-22').faults.map(({ file, field, code, params }) => {
    expect(contentFaultSentence(code, params)).not.toMatch(/[{}]|undefined/);
    return `${file} ${field} ${code}`;
  });
}

const assigned = { kind: 'assigned', on: '2022-02-10', to: [{ unit: 'units:roads', role: 'independent' }] };
const returned = (on: string, accepted: boolean, unit = 'units:roads') => ({ kind: 'returned', on, unit, reason: '不属职责', accepted });
const reassigned = (unit: string) => ({ kind: 'reassigned', on: '2022-02-22', to: [{ unit, role: 'independent' }] });
const extended = (on: string) => ({ kind: 'extended', on, reason: '涉及面广', approvedBy: '代工委', told: '领衔代表' });
const again = (on: string) => ({ kind: 'rehandling', on, reason: '不满意' });

/** The proposal with these events and its reply with these fields. */
const handled =
  (events: unknown[], reply: Record<string, unknown> = {}) =>
  (county: SmallCounty): void => {
    const proposal = county['proposals/p-1.md'];
    const first = county['replies/r-1.md'];
    county['proposals/p-1.md'] = { ...proposal, fields: { ...proposal?.fields, events } };
    county['replies/r-1.md'] = { body: first?.body ?? '', fields: { ...first?.fields, ...reply } };
  };
const alone =
  (events: unknown[]) =>
  (county: SmallCounty): void => {
    handled(events)(county);
    delete county['replies/r-1.md'];
  };
const merged =
  (id: string, into: string) =>
  (county: SmallCounty): void => {
    county[`proposals/${id}.md`] = {
      body: '桥。',
      fields: {
        ...county['proposals/p-1.md']?.fields,
        number: id,
        events: [assigned, { kind: 'merged', on: '2022-02-20', into: `proposals:${into}` }],
      },
    };
  };

describe('histories that can be', () => {
  test.each<[string, (county: SmallCounty) => void]>([
    [
      'a return on the last day of the window, agreed to',
      handled([assigned, returned('2022-02-17', true), reassigned('units:water')], { unit: 'units:water' }),
    ],
    ['a return after the window, refused: the unit handles it', handled([assigned, returned('2022-02-18', false)])],
    [
      'the refused return of one unit, then another unit all the same',
      handled([assigned, returned('2022-02-16', false), reassigned('units:water')], { unit: 'units:water' }),
    ],
    ['an extension on the due date itself', alone([assigned, extended('2022-05-10')])],
    ['withdrawn after assignment', alone([assigned, { kind: 'withdrawn', on: '2022-03-01' }])],
    ['passed up', alone([assigned, { kind: 'passedUp', on: '2022-03-01', to: '市交通局' }])],
    ['merged into one that goes on', (county) => merged('p-2', 'p-1')(county)],
    [
      'merged twice in a row',
      (county) => {
        merged('p-2', 'p-1')(county);
        merged('p-3', 'p-2')(county);
      },
    ],
    [
      'a second round after a re-handling',
      (county) => {
        handled([assigned, again('2022-05-01')])(county);
        county['replies/r-2.md'] = {
          body: '又答。',
          fields: { ...county['replies/r-1.md']?.fields, round: 2, repliedOn: '2022-05-20', publishedOn: '2022-05-25', feedback: undefined },
        };
      },
    ],
    ['a reply on the day on which the deputy refuses it', handled([assigned, again('2022-04-20')])],
  ])('%s', (_, change) => expect(faultsAfter(change)).toEqual([]));
});

describe('histories that cannot be', () => {
  test.each<[string, (county: SmallCounty) => void, string]>([
    [
      'a return after the window that was agreed to',
      handled([assigned, returned('2022-02-18', true), reassigned('units:water')], { unit: 'units:water' }),
      'proposals/p-1.md events[1].accepted lateReturnAccepted',
    ],
    [
      'a return by a unit that does not have it',
      handled([assigned, returned('2022-02-14', false, 'units:water')]),
      'proposals/p-1.md events[1].unit unitNotAssigned',
    ],
    ['an extension after the due date', alone([assigned, extended('2022-05-11')]), 'proposals/p-1.md events[1].on extendedTooLate'],
    ['two extensions', alone([assigned, extended('2022-04-01'), extended('2022-05-05')]), 'proposals/p-1.md events[2].kind extendedTwice'],
    [
      'an extension of the second handling',
      handled([assigned, again('2022-05-01'), extended('2022-05-05')]),
      'proposals/p-1.md events[2] impossibleEvent',
    ],
    [
      'two that were merged into each other',
      (county) => {
        merged('p-2', 'p-3')(county);
        merged('p-3', 'p-2')(county);
      },
      'proposals/p-2.md events[1].into mergedInCircle',
    ],
    [
      'three in a circle',
      (county) => {
        merged('p-2', 'p-3')(county);
        merged('p-3', 'p-4')(county);
        merged('p-4', 'p-2')(county);
      },
      'proposals/p-4.md events[1].into mergedInCircle',
    ],
    ['merged into itself', (county) => merged('p-2', 'p-2')(county), 'proposals/p-2.md events[1].into mergedIntoItself'],
    ['a second round that nothing led to', handled([assigned], { round: 2 }), 'replies/r-1.md round roundWithoutRehandling'],
    [
      'a reply to the re-handling that says it is the first',
      (county) => {
        handled([assigned, again('2022-04-25')])(county);
        county['replies/r-2.md'] = {
          body: '又答。',
          fields: { ...county['replies/r-1.md']?.fields, repliedOn: '2022-05-20', publishedOn: '2022-05-25', feedback: undefined },
        };
      },
      'replies/r-2.md round roundOfRehandling',
    ],
    ['a re-handling before any reply', alone([assigned, again('2022-03-01')]), 'proposals/p-1.md events[1] impossibleEvent'],
    ['a reply after the withdrawal', handled([assigned, { kind: 'withdrawn', on: '2022-03-01' }]), 'proposals/p-1.md  impossibleReply'],
    [
      'handled on after it was passed up',
      handled([assigned, { kind: 'passedUp', on: '2022-03-01', to: '市交通局' }]),
      'proposals/p-1.md  impossibleReply',
    ],
    [
      'given to another unit after the reply',
      handled([assigned, { ...reassigned('units:water'), on: '2022-04-25' }]),
      'proposals/p-1.md events[1] impossibleEvent',
    ],
  ])('%s is refused', (_, change, expected) => expect(faultsAfter(change)).toContain(expected));
});

test('where the holidays of the year are not announced, nobody is told that a date is too late', () => {
  const late = faultsAfter((county) => {
    delete county['calendars/2022.yaml'];
    handled([assigned, returned('2022-02-18', true), reassigned('units:water')], { unit: 'units:water' })(county);
  });
  expect(late).toEqual([]);
});
