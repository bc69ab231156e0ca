/** The smallest content folder without a fault, and a way to change single files of it. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { usualDeadlines } from './usual-deadlines.ts';

export type SmallFile = { fields: Record<string, unknown>; body?: string };
export type SmallCounty = Record<string, SmallFile>;

/** One county, one term with a session, one constituency with two seats, two deputies, one unit, one proposal with its reply. */
export function smallCounty(): SmallCounty {
  return {
    'site/site.md': {
      fields: {
        schemaVersion: 1,
        name: '小县人大',
        place: '小县',
        congress: 'congresses:small',
        operator: { name: '小县人大常委会办公室', address: '中心路1号', phone: '0000-5550001', hours: '工作日 8:30-17:30' },
        sample: true,
        answerTargetDays: 15,
        deadlines: usualDeadlines('本县规定'),
        resultClasses: [
          { letter: 'A', class: 'solved', label: '已解决', meaning: '问题已经解决' },
          { letter: 'B', class: 'inProgress', label: '正在解决', meaning: '正在办理' },
          { letter: 'B', class: 'planned', label: '计划解决', meaning: '列入计划' },
        ],
        visibility: { direct: ['photo', 'gender', 'workUnit', 'post', 'contact', 'biography'], indirect: ['photo'] },
        topics: [{ id: 'roads', label: '交通' }],
        canDo: ['提出建议'],
        cannotDo: ['代替法院判案'],
      },
      body: '欢迎。',
    },
    'congresses/small.md': {
      fields: { name: '小县人民代表大会', shortName: '县人大', level: 'county', area: 'areas:small', between: 'standingCommittee' },
      body: '',
    },
    'areas/small.yaml': { fields: { name: '小县', kind: 'county' } },
    'areas/east.yaml': { fields: { name: '东街村', kind: 'village', parent: 'areas:small' } },
    'terms/small-1.yaml': {
      fields: {
        congress: 'congresses:small',
        ordinal: 1,
        start: '2022-01-11',
        quota: 2,
        sessions: [{ ordinal: 1, start: '2022-01-11', end: '2022-01-14' }],
      },
    },
    'calendars/2022.yaml': {
      fields: { year: 2022, source: '国办发明电〔2021〕11号', holidays: [{ name: '元旦', from: '2022-01-01', to: '2022-01-03' }] },
    },
    'constituencies/small-1-01.yaml': { fields: { term: 'terms:small-1', name: '东街选区', kind: 'residence', seats: 2, areas: ['areas:east'] } },
    'people/li-hua.md': {
      fields: {
        name: '李华',
        gender: 'female',
        workUnit: '东街小学',
        mandates: [{ id: 'm1', term: 'terms:small-1', constituency: 'constituencies:small-1-01', electedOn: '2021-12-20' }],
      },
      body: '教师。',
    },
    'people/wang-qiang.md': {
      fields: { name: '王强', mandates: [{ id: 'm1', term: 'terms:small-1', constituency: 'constituencies:small-1-01', electedOn: '2021-12-20' }] },
      body: '',
    },
    'units/roads.md': { fields: { name: '小县交通运输局', shortName: '县交通局', kind: 'government' }, body: '' },
    'proposals/p-1.md': {
      fields: {
        number: '1',
        title: '关于修复东街石板桥的建议',
        term: 'terms:small-1',
        session: 'terms:small-1/1',
        submittedOn: '2022-01-12',
        lead: 'people:li-hua/m1',
        coSigners: ['people:wang-qiang/m1'],
        topic: 'roads',
        events: [
          { kind: 'registered', on: '2022-01-15' },
          { kind: 'assigned', on: '2022-02-10', to: [{ unit: 'units:roads', role: 'independent' }] },
        ],
      },
      body: '桥面破损。',
    },
    'replies/r-1.md': {
      fields: {
        proposal: 'proposals:p-1',
        unit: 'units:roads',
        repliedOn: '2022-04-20',
        publishedOn: '2022-05-05',
        result: { class: 'solved', letter: 'A' },
        feedback: { given: true, on: '2022-04-28', result: 'satisfied' },
      },
      body: '已经修好。',
    },
    'reports/dr-1.md': {
      fields: {
        mandate: 'people:li-hua/m1',
        title: '2022年述职报告',
        state: 'published',
        from: '2022-01-11',
        to: '2022-12-31',
        audience: 'voters',
        form: 'oral',
        reportedOn: '2023-01-05',
        publishedOn: '2023-01-10',
      },
      body: ['履行代表职责', '出席会议和参加代表活动', '联系选民和群众', '学习和调研', '为群众办实事', '不足和下一步打算']
        .map((heading) => `## ${heading}\n\n内容。`)
        .join('\n\n'),
    },
  };
}

/** Writes the county to a fresh temporary folder. `raw` holds files that are written as they are. */
export function writeCounty(county: SmallCounty, raw: Record<string, string> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'huiyin-county-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  for (const [path, { fields, body }] of Object.entries(county)) {
    const yaml = stringify(fields, { lineWidth: 0 });
    write(path, body === undefined ? yaml : `---\n${yaml}---\n${body}\n`);
  }
  for (const [path, text] of Object.entries(raw)) write(path, text);
  return dir;
}
