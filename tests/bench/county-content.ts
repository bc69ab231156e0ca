/** A county of 13,800 pages, invented from a seed: fifteen years of proposals with their replies, as files of a content folder. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { addDays } from '../../db/domain/civil-date.ts';
import { seeded } from './large-county.ts';

const ROOT = join(import.meta.dirname, '../..');
const TERMS = [
  { id: 'qinglan-7', ordinal: 7, first: 2012, end: '2016-12-31' },
  { id: 'qinglan-8', ordinal: 8, first: 2017, end: '2021-12-31' },
  { id: 'qinglan-9', ordinal: 9, first: 2022, end: undefined },
] as const;
const LAST_YEAR = 2026;
const PEOPLE = 100;
const UNITS = 40;
const TOPICS = ['道路交通', '农田水利', '学校教育', '医疗卫生', '养老服务', '环境卫生', '乡村文化', '社区治理'];
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗';
const GIVEN = '伟芳秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文玉红梅春海志永荣福';
const PLACES = '东门西街南桥北坪石河柳塘青坡白沙黄岭古井新村上湾下坝竹园松林茶山果园泉眼河口';
const ACTS = ['修缮', '改建', '增设', '扩建', '整治', '保护', '推进', '规范', '解决', '完善'];
const THINGS = [
  '路灯',
  '排水沟',
  '公交站',
  '卫生室',
  '小学操场',
  '敬老院',
  '灌溉渠',
  '停车场',
  '垃圾站',
  '文化站',
  '护栏',
  '自来水管',
  '桥面',
  '养老驿站',
  '农贸市场',
  '河堤',
];
const UNIT_OF = ['交通', '水利', '教育', '卫生', '民政', '住建', '农业', '文旅', '城管', '财政'];

/** Proposals that make 13,800 pages together with everything else. */
export const PROPOSALS = 10_900;

/** Writes the folder. Equal numbers give equal bytes. */
export function writeCounty(dir: string, proposals = PROPOSALS): string {
  const random = seeded(1_122);
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(random() * list.length)] as T;
  const write = (file: string, fields: object, body = ''): void => {
    const path = join(dir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.endsWith('.md') ? `---\n${stringify(fields)}---\n${body}\n` : stringify(fields));
  };
  const sentences = [sentencesOf('proposals'), sentencesOf('replies')] as const;
  const text = (list: readonly string[], count: number): string =>
    Array.from({ length: count }, () => pick(list) + (random() < 0.3 ? '\n\n' : '')).join('');
  const place = (): string => {
    const at = Math.floor(random() * (PLACES.length / 2)) * 2;
    return `${PLACES.slice(at, at + 2)}${pick(['村', '社区', '街', '镇'])}`;
  };
  write('site/site.md', siteOf());
  write('areas/qinglan.yaml', { name: '青岚县', kind: 'county' });
  write('congresses/qinglan.md', {
    name: '青岚县人民代表大会',
    shortName: '县人大',
    level: 'county',
    area: 'areas:qinglan',
    between: 'standingCommittee',
  });
  for (const { id, ordinal, first, end } of TERMS) {
    const sessions = Array.from({ length: Math.min(5, LAST_YEAR - first + 1) }, (_, at) => ({
      ordinal: at + 1,
      start: `${first + at}-01-10`,
      end: `${first + at}-01-13`,
    }));
    write(`terms/${id}.yaml`, { congress: 'congresses:qinglan', ordinal, start: `${first}-01-10`, ...(end && { end }), sessions });
    for (let at = 1; at <= PEOPLE / 2; at += 1)
      write(`constituencies/${id}-${at}.yaml`, {
        term: `terms:${id}`,
        number: at,
        name: `第${at}选区`,
        kind: 'residence',
        seats: 2,
        areas: ['areas:qinglan'],
      });
  }
  for (let at = 1; at <= UNITS; at += 1)
    write(`units/unit-${at}.md`, {
      name: `青岚县${UNIT_OF[at % UNIT_OF.length]}第${at}局`,
      shortName: `县${UNIT_OF[at % UNIT_OF.length]}${at}局`,
      kind: 'government',
    });
  const names = new Set<string>();
  for (let at = 1; at <= PEOPLE; at += 1) {
    let name = '';
    while (name === '' || names.has(name)) name = pick(SURNAMES) + pick(GIVEN) + pick(GIVEN);
    names.add(name);
    const mandates = TERMS.map(({ id, ordinal, first }) => ({
      id: `m${ordinal}`,
      term: `terms:${id}`,
      constituency: `constituencies:${id}-${Math.ceil(at / 2)}`,
      electedOn: `${first - 1}-12-20`,
    }));
    write(`people/deputy-${at}.md`, { name, mandates });
  }
  const years = LAST_YEAR - TERMS[0].first + 1;
  for (let number = 1; number <= proposals; number += 1) {
    const year = TERMS[0].first + Math.floor(((number - 1) * years) / proposals);
    const term = TERMS.findLast(({ first }) => first <= year) ?? TERMS[0];
    const id = `p-${year}-${number}`;
    const lead = 1 + Math.floor(random() * PEOPLE);
    const unit = `units:unit-${1 + Math.floor(random() ** 2 * UNITS)}`;
    const repliedOn = addDays(`${year}-02-10`, 40 + Math.floor(random() * 60));
    const title = `关于${pick(ACTS)}${place()}${pick(THINGS)}的建议`;
    write(
      `proposals/${year}/${id}.md`,
      {
        number: `第${String(number).padStart(5, '0')}号`,
        title,
        term: `terms:${term.id}`,
        session: `terms:${term.id}/${year - term.first + 1}`,
        submittedOn: `${year}-01-11`,
        lead: `people:deputy-${lead}/m${term.ordinal}`,
        coSigners: [`people:deputy-${(lead % PEOPLE) + 1}/m${term.ordinal}`],
        topic: `topic-${1 + Math.floor(random() * TOPICS.length)}`,
        events: [
          { kind: 'registered', on: `${year}-01-12` },
          { kind: 'assigned', on: `${year}-02-10`, to: [{ unit, role: 'independent' }] },
        ],
      },
      `${place()}的${pick(THINGS)}。${text(sentences[0], 5 + Math.floor(random() * 5))}`,
    );
    const isSolved = random() < 0.6;
    write(
      `replies/${year}/${id}-1.md`,
      { proposal: `proposals:${id}`, unit, repliedOn, result: isSolved ? { class: 'solved', letter: 'A' } : { class: 'reference', letter: 'C' } },
      text(sentences[1], 4 + Math.floor(random() * 5)),
    );
  }
  return dir;
}

/** Sentences of the sample county, so that words are spread as in real texts. */
function sentencesOf(kind: string): string[] {
  const folder = join(ROOT, 'content', kind);
  const bodies = readdirSync(folder)
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').split('\n---\n')[1] ?? '');
  return bodies.flatMap((body) => body.match(/[^。\n#|>*_[\]-]{8,80}。/g) ?? []);
}

const period = (count: number, unit: string) => ({ count, unit, source: '本县办理办法' });

const siteOf = (): object => ({
  schemaVersion: 1,
  name: '青岚县人大代表网',
  place: '青岚县',
  congress: 'congresses:qinglan',
  operator: { name: '青岚县人大常委会办公室', address: '青岚县人民路 1 号', phone: '0000-5550100', hours: '工作日 8:30 至 17:30' },
  answerTargetDays: 30,
  fileLimit: 90_000,
  deadlines: {
    acknowledge: period(10, 'workingDays'),
    assignBetweenSessions: period(10, 'workingDays'),
    returnAssignment: period(10, 'workingDays'),
    coHandler: period(1, 'months'),
    reply: period(3, 'months'),
    replyExtended: period(6, 'months'),
    feedback: period(10, 'workingDays'),
    secondReply: period(1, 'months'),
    publication: period(20, 'workingDays'),
  },
  resultClasses: [
    { letter: 'A', class: 'solved', label: '已解决', meaning: '已经解决或采纳' },
    { letter: 'C', class: 'reference', label: '留作参考', meaning: '留作工作参考' },
  ],
  visibility: { direct: ['party', 'post'], indirect: ['party', 'post'] },
  topics: TOPICS.map((label, at) => ({ id: `topic-${at + 1}`, label })),
  canDo: ['提出建议'],
  cannotDo: ['代替法院判案'],
});
