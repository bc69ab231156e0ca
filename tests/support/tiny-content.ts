import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const period = { count: 3, unit: 'months', source: '《代表法》第五十一条' };
const days = { count: 10, unit: 'workingDays', source: '本县办理办法' };

const site = {
  schemaVersion: 1,
  name: '青岚县人大代表网',
  place: '青岚县',
  congress: 'congresses:qinglan',
  operator: { name: '青岚县人大常委会办公室', address: '青岚县人民路 1 号', phone: '000-1234567', hours: '工作日 8:30 至 17:30' },
  answerTargetDays: 30,
  deadlines: {
    acknowledge: days,
    assignBetweenSessions: days,
    returnAssignment: days,
    coHandler: days,
    reply: period,
    replyExtended: { ...period, count: 6 },
    feedback: days,
    secondReply: period,
    publication: days,
  },
  resultClasses: [
    { letter: 'A', class: 'solved', label: '已解决', meaning: '已经解决或采纳' },
    { letter: 'B', class: 'planned', label: '列入计划', meaning: '已列入计划' },
  ],
  visibility: { direct: ['party', 'post'], indirect: ['party', 'post'] },
  topics: [{ id: 'roads', label: '道路' }],
  canDo: ['提出建议'],
  cannotDo: ['代替法院判案'],
};

const records: Record<string, object> = {
  'site/site.md': site,
  'areas/qinglan.yaml': { name: '青岚县', kind: 'county' },
  'congresses/qinglan.md': { name: '青岚县人民代表大会', shortName: '县人大', level: 'county', area: 'areas:qinglan', between: 'standingCommittee' },
  'terms/qinglan-9.yaml': {
    congress: 'congresses:qinglan',
    ordinal: 9,
    start: '2022-01-10',
    sessions: [{ ordinal: 1, start: '2022-01-10', end: '2022-01-13' }],
  },
  'constituencies/qinglan-9-1.yaml': { term: 'terms:qinglan-9', number: 1, name: '东门选区', kind: 'residence', seats: 2, areas: ['areas:qinglan'] },
  'people/lin-mei.md': {
    name: '林梅',
    mandates: [{ id: 'm1', term: 'terms:qinglan-9', constituency: 'constituencies:qinglan-9-1', electedOn: '2021-12-20' }],
  },
  'units/roads-office.md': { name: '青岚县交通运输局', shortName: '县交通局', kind: 'government' },
  'proposals/bridge.md': {
    number: '第 1 号',
    title: '关于修缮东门桥的建议',
    term: 'terms:qinglan-9',
    session: 'terms:qinglan-9/1',
    submittedOn: '2022-01-11',
    lead: 'people:lin-mei/m1',
    topic: 'roads',
    events: [
      { kind: 'registered', on: '2022-01-12' },
      { kind: 'assigned', on: '2022-02-10', to: [{ unit: 'units:roads-office', role: 'independent' }] },
    ],
  },
  'replies/bridge-1.md': {
    proposal: 'proposals:bridge',
    unit: 'units:roads-office',
    repliedOn: '2022-04-20',
    result: { class: 'solved', letter: 'A' },
  },
};

const bodies: Record<string, string> = {
  'proposals/bridge.md': '东门桥桥面破损，请尽快修缮。',
  'replies/bridge-1.md': '桥面已于四月修缮完毕。',
};

/**
 * Writes the smallest county that a site can be built from: one record of each kind that the others need.
 * @param edit changed front matter, by file
 */
export const writeTinyContent = (dir: string, edit: Record<string, object> = {}): string => {
  for (const [file, fields] of Object.entries(records)) {
    const path = join(dir, file);
    mkdirSync(dirname(path), { recursive: true });
    const yaml = JSON.stringify({ ...fields, ...edit[file] }, null, 2);
    writeFileSync(path, file.endsWith('.md') ? `---\n${yaml}\n---\n${bodies[file] ?? ''}\n` : `${yaml}\n`);
  }
  return dir;
};
