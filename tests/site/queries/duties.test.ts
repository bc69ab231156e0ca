import { expect, test } from 'vitest';
import { coverageItems, progressItems } from '../../../functions/duty-sets.ts';
import { attendanceOf, dutiesOf, dutiesPath, mandateYears, yearsOf } from '../../../site/queries/duties.ts';
import { daysOfYear, dutyMoments } from '../../../site/queries/duty-year.ts';
import { coverages, coveredPercent } from '../../../site/queries/report-coverage.ts';
import { figuresOf } from '../../../site/queries/report-page.ts';
import { activity, deputy, dutyCounty } from '../../support/duty-county.ts';

const SET = {
  id: 'six',
  label: '六个一',
  from: '2023-01-01',
  items: [{ code: 'people', label: '联系选民', unit: 'people', minimum: 10, activityTypes: ['visit'] }],
};
type Extra = Parameters<typeof dutyCounty>[0];
const county = (extra: Extra = {}) => {
  const made = dutyCounty(extra);
  Object.assign(made.site, { congress: 'congresses:c1', quotaSets: [{ congresses: [], partYear: 'proRata', ...SET }] });
  return made;
};
const visit = (from: string, fields: Record<string, unknown> = {}) => activity('visit', from, { people: 6, areas: ['areas:north'], ...fields });

test('a deputy has a page for every year in office since anything was logged, the newest without a year in its address', () => {
  const made = county({
    people: { b1: deputy({ events: [{ kind: 'resigned', on: '2025-03-01' }] }), c1: deputy({ events: [{ kind: 'resigned', on: '2023-03-01' }] }) },
    activities: { one: visit('2024-02-01') },
  });
  expect(yearsOf(made, 'a1')).toEqual([2026, 2025, 2024]);
  expect(yearsOf(made, 'b1')).toEqual([2025, 2024]);
  expect([dutiesPath(made, 'a1'), dutiesPath(made, 'a1', 2024), dutiesPath(made, 'b1', 2025), dutiesPath(made, 'c1')]).toEqual([
    '/deputies/a1/duties/',
    '/deputies/a1/duties/2024/',
    '/deputies/b1/duties/',
    undefined,
  ]);
});

test('where nothing was ever logged there is no page, and no figure of a report claims a zero', () => {
  const report = {
    mandate: 'people:a1/m',
    title: '述职',
    state: 'published',
    from: '2022-01-11',
    to: '2023-12-31',
    audience: 'voters',
    form: 'oral',
    body: '',
  };
  const made = county({ reports: { r1: report } });
  expect([yearsOf(made, 'a1'), dutiesOf(made, 'a1').length]).toEqual([[], 1]);
  const shown = made.records.reports.get('r1');
  expect(shown && figuresOf(made, shown)).toMatchObject({ logged: false, proposed: false });
});

test('the year says what counts and shows what does not', () => {
  const made = county({
    activities: {
      one: visit('2026-03-01', { to: '2026-03-02' }),
      two: visit('2026-03-02', { state: 'disputed', dispute: '不对' }),
      three: visit('2026-05-05', { state: 'void', voidReason: '重复' }),
      four: visit('2026-06-01', { deputies: [{ mandate: 'people:a1/m', attendance: 'leave' }] }),
    },
  });
  const [own] = mandateYears(made, 'a1', 2026);
  expect(own?.quotas[0]?.items[0]).toMatchObject({ count: 6, minimum: 10, reached: false });
  expect(own?.contacts).toMatchObject({ contacts: 1, reached: 1 });
  const moments = dutyMoments(made, 'a1', 2026);
  expect(moments).toHaveLength(4);
  expect([...daysOfYear(moments, 2026)].map(([day, { mark }]) => `${day} ${mark}`)).toEqual(['2026-03-01 did', '2026-03-02 did', '2026-06-01 leave']);
});

test('a proposal stands on the timeline once, whether or not the log tells of it', () => {
  const proposal = { number: '1', title: '建议', term: 'terms:t1', submittedOn: '2026-01-14', lead: 'people:a1/m', body: '' };
  const told = activity('proposal', '2026-01-15', { proposals: ['proposals:p1'] });
  const kinds = (extra: Extra) => dutyMoments(county({ proposals: { p1: proposal }, ...extra }), 'a1', 2026).map(({ kind }) => kind);
  expect([kinds({}), kinds({ activities: { one: told } })]).toEqual([['proposal'], ['activity']]);
});

test('sessions before the log began are not told of', () => {
  const made = county({ activities: { one: visit('2023-06-01') } });
  expect(
    dutiesOf(made, 'a1')
      .flatMap((own) => attendanceOf(made, own))
      .map(({ session, mark }) => [session.ordinal, mark]),
  ).toEqual([[3, 'unrecorded']]);
});

test('the files of open data say what the pages say', () => {
  const congress = {
    name: '县人大',
    shortName: '县人大',
    level: 'county',
    area: 'areas:county',
    between: 'standingCommittee',
    reportCoverage: { mode: 'fractionPerYear', years: 3, firstYear: 2024, source: '办法' },
    body: '',
  };
  const made = county({ congresses: { c1: congress }, activities: { one: visit('2026-03-01'), two: visit('2025-03-01', { people: 12 }) } });
  const { records, today } = made;
  const [shown] = coverages(made);
  expect(coverageItems(records, today).map(({ year, planned, expected, reported }) => [year, planned, expected, reported])).toEqual(
    shown?.years.map(({ year, planned, n, reported }) => [year, planned, n, reported]),
  );
  expect(coveredPercent(made, { reported: 0, n: 9 })).toBeUndefined();
  const pages = [2023, 2024, 2025, 2026].flatMap((year) =>
    mandateYears(made, 'a1', year).flatMap(({ quotas }) => quotas.flatMap(({ items }) => items.map(({ count, minimum }) => [year, count, minimum]))),
  );
  expect(progressItems(records, today).map(({ year, count, minimum }) => [year, count, minimum])).toEqual(pages);
  expect(progressItems(records, today).map(({ id }) => id)[0]).toBe('a1/m/2023/six/people');
});
