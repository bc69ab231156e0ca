import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../../site/queries/coverage.ts';
import { momentsOf } from '../../../site/queries/proposal-moments.ts';
import { activitiesOfProposal, endingOf, handlersOf, meaningOf, repliesOf, titleOf } from '../../../site/queries/proposal-page.ts';
import { proposals } from '../../../site/queries/proposals.ts';
import { fullDate } from '../../../site/words/dates.ts';
import { dueOutcome, dueSentences } from '../../../site/words/due.ts';
import { momentText } from '../../../site/words/moment.ts';
import { zhHans } from '../../../site/words/zh-Hans.ts';
import { RECORDS, smallCounty } from '../small-county.ts';

const { replies = {}, proposals: cases = {} } = RECORDS;
const CHANGED = {
  ...RECORDS,
  proposals: {
    ...cases,
    'p-old': {
      number: '旧',
      title: '旧案',
      term: 'terms:county-17',
      submittedOn: { unknown: '没有日期' },
      lead: 'people:zhao-yi/county-17',
      body: '旧。',
    },
    'p-merged': {
      number: '3',
      title: '并案',
      term: 'terms:county-17',
      submittedOn: '2026-01-15',
      lead: 'people:zhao-yi/county-17',
      body: '同。',
      events: [
        { kind: 'registered', on: '2026-01-16' },
        { kind: 'merged', on: '2026-02-01', into: 'proposals:p-1' },
      ],
    },
  },
  replies: {
    'r-1': {
      ...replies['r-1'],
      publishedOn: '2026-05-08',
      docNo: '水函1号',
      upgrades: [{ on: '2026-10-01', class: 'solved', letter: 'A', reason: '修完' }],
      feedback: { given: true, on: '2026-05-10', attitude: 'satisfied', result: 'dissatisfied' },
    },
    'r-old': { proposal: 'proposals:p-old', unit: { unknown: '没写' }, repliedOn: { unknown: '没有日期' }, body: '已办。' },
  },
  coverage: {
    'c-1': { title: '报道', outlet: '报', date: '2026-06-01', url: 'https://news.example.cn/1', about: ['proposals:p-1'] },
    'c-2': { title: '预告', outlet: '报', date: '2027-01-01', url: 'https://news.example.cn/2', about: ['proposals:p-1'] },
  },
  activities: {
    'a-1': {
      type: 'survey',
      title: '看渠',
      from: '2025-12-01',
      organizer: '办公室',
      deputies: [{ mandate: 'people:zhao-yi/county-17' }],
      proposals: ['proposals:p-1'],
      body: '',
    },
    'a-2': {
      type: 'survey',
      title: '草稿',
      state: 'draft',
      from: '2025-12-01',
      organizer: '办公室',
      deputies: [{ mandate: 'people:zhao-yi/county-17' }],
      proposals: ['proposals:p-1'],
      body: '',
    },
  },
};

const open = (id: string, today?: string) => {
  const county = smallCounty(CHANGED, today);
  const entry = proposals(county).get(id);
  if (!entry) throw new Error(id);
  return { county, entry };
};
const told = (id: string, today?: string) => {
  const { county, entry } = open(id, today);
  const names = { unit: (ref: string) => ref, proposal: (ref: string) => county.records.proposals.get(ref.split(':')[1] ?? '') };
  return momentsOf(county, entry).map((moment) => [
    typeof moment.on === 'string' ? moment.on : moment.on.unknown,
    momentText(moment, zhHans, names).title,
  ]);
};

describe('the timeline of a proposal', () => {
  test('holds every dated event in order, of handling, reply, feedback, promises, publication and merged cases', () => {
    expect(told('p-1')).toEqual([
      ['2026-01-13', '提出'],
      ['2026-01-14', '登记编号'],
      ['2026-02-01', '另一件并入本件'],
      ['2026-02-10', '交办'],
      ['2026-04-20', '答复'],
      ['2026-05-08', '答复公开'],
      ['2026-05-10', '代表反馈'],
      ['2026-06-10', '承诺兑现'],
      ['2026-10-01', '办理结果改变'],
    ]);
  });

  test('shows nothing of tomorrow but the date by which an answer is due', () => {
    expect(told('p-1', '2026-03-01').map(([on]) => on)).toEqual(['2026-01-13', '2026-01-14', '2026-02-01', '2026-02-10', '2026-05-11']);
  });

  test('says why a day is unknown', () => {
    expect(told('p-old')).toEqual([
      ['没有日期', '提出'],
      ['没有日期', '答复'],
    ]);
  });
});

describe('a reply beside its proposal', () => {
  test('has the local meaning of its class, its change, promises and publication', () => {
    const { county, entry } = open('p-1');
    const [facts] = repliesOf(county, entry);
    expect(facts).toMatchObject({
      inTime: true,
      result: { letter: 'A', meaning: '解决' },
      upgrades: [{ from: { letter: 'B' }, to: { letter: 'A' } }],
      publication: { on: '2026-05-08', workingDays: 14, late: false },
    });
    expect(facts?.promises.map(({ standing }) => standing)).toEqual(['kept', 'owed', 'open']);
  });

  test('of old records has no class, no publication, and says nothing of time', () => {
    const { county, entry } = open('p-old');
    expect(repliesOf(county, entry)[0]).toMatchObject({ unit: undefined, result: undefined, publication: undefined, inTime: undefined });
  });

  test('a class without a letter means what the first letter of that class means', () => {
    const { site } = smallCounty();
    expect(meaningOf(site, { class: 'inProgress' })?.letter).toBe('B');
    expect(meaningOf(site, { class: 'deferred' })).toBeUndefined();
  });
});

describe('what belongs to a proposal', () => {
  test('units in charge with their roles, what ended it, what led to it, who wrote about it', () => {
    const { county, entry } = open('p-1');
    expect(handlersOf(entry)).toMatchObject([{ unit: { id: 'water' }, role: 'independent' }]);
    expect(activitiesOfProposal(county, entry).map(({ id }) => id)).toEqual(['a-1']);
    expect(coverageOf(county, 'proposals:p-1').map(({ id }) => id)).toEqual(['c-1']);
    expect(endingOf(county, entry)).toBeUndefined();
    const merged = open('p-merged');
    expect(endingOf(merged.county, merged.entry)?.into?.id).toBe('p-1');
  });

  test('the deadline explains itself and says by how much it was missed', () => {
    const { county, entry } = open('p-late');
    const [round] = entry.facts.rounds;
    if (!round?.deadline) throw new Error('no round');
    expect(dueSentences(round.deadline, round.rule, zhHans.proposals)).toContain('期满遇周末，顺延到2026年5月11日');
    expect(dueOutcome(round, true, county.today, zhHans.proposals)).toBe('已超期 195 天，尚未答复。');
    expect(dueOutcome(round, true, '2026-05-11', zhHans.proposals)).toBe('今天到期。');
    expect(fullDate(round.deadline.due)).toBe('2026年5月11日');
  });
});

test('pages of proposals with the same title are told apart by number, and by id where even that is the same', () => {
  const given: Record<string, object> = CHANGED['proposals'] ?? {};
  const twin = { ...given['p-merged'], title: '并案' };
  const county = smallCounty({ ...CHANGED, proposals: { ...given, 'p-4': { ...twin, number: '4' }, 'p-5': { ...twin, number: '4' } } });
  const titles = ['p-old', 'p-merged', 'p-4', 'p-5'].map((id) => {
    const entry = proposals(county).get(id);
    return entry && titleOf(county, entry);
  });
  expect(titles).toEqual(['旧案', '并案（3）', '并案（4，p-4）', '并案（4，p-5）']);
});
