/**
 * A county of any size whose every field is marked: with SHOWN where the profile of the election kind lets it be seen, with
 * HIDDEN where it does not, and in every place where something is written that is not public (comments, drafts, texts before
 * their day, the picture of somebody whose picture is not shown).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { stringify } from 'yaml';
import type { ProfileField } from '../../db/domain/visibility.ts';
import { SECTION_HEADINGS } from '../../db/domain/report.ts';
import { smallCounty } from './small-county.ts';

export const HIDDEN = 'zqhid';
export const SHOWN = 'zqshow';
export const MARKED_TODAY = '2026-11-22';

/** What the made county shows; everything else of a person is hidden. Indirectly elected deputies show nothing but their names. */
const DIRECT: ProfileField[] = ['photo', 'workUnit', 'post', 'contact', 'biography'];
const MARKED: ProfileField[] = ['ethnicity', 'party', 'workUnit', 'post', 'education', 'contact', 'honours', 'biography', 'photo'];

/** Where a field of a directly elected deputy must be found; the rest of `MARKED` must be found nowhere. */
export const shownFields = MARKED.filter((field) => DIRECT.includes(field));

const PER_CONSTITUENCY = 3;

type Mandate = Record<string, unknown>;

/** Writes the county into a folder. @param people how many: half directly, three eighths indirectly elected, the others both */
export async function writeMarkedCounty(dir: string, people: number): Promise<void> {
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  };
  const record = (path: string, fields: object, body?: string): void => {
    const yaml = `# ${HIDDEN}comment: the editor’s own note\n${stringify(fields, { lineWidth: 0 })}`;
    write(path, body === undefined ? yaml : `---\n${yaml}---\n${body}\n`);
  };
  const { 'people/li-hua.md': _li, 'people/wang-qiang.md': _wang, ...base } = smallCounty();
  for (const [path, { fields, body }] of Object.entries(base))
    if (!/^(site|proposals|replies|reports|constituencies|terms)\//.test(path)) record(path, fields, body);
  record('site/site.md', { ...base['site/site.md']?.fields, fileLimit: 90_000, visibility: { direct: DIRECT, indirect: [] } }, '欢迎。');
  const constituencies = Math.ceil(people / PER_CONSTITUENCY);
  record('terms/small-1.yaml', { ...base['terms/small-1.yaml']?.fields, quota: Math.min(3000, people) });
  record(
    'congresses/city.md',
    { name: '大市人民代表大会', shortName: '市人大', level: 'city', area: 'areas:small', between: 'standingCommittee' },
    '',
  );
  record('terms/city-1.yaml', { congress: 'congresses:city', ordinal: 1, start: '2022-02-01' });
  for (let number = 0; number <= people / 600; number += 1)
    record(`electoral-units/e-${number}.yaml`, { term: 'terms:city-1', name: `小县第${number + 1}单位`, congress: 'congresses:small', seats: 600 });
  for (let number = 0; number < constituencies; number += 1) {
    record(`areas/v-${number}.yaml`, { name: `第${number}号村`, kind: 'village', parent: 'areas:small', aliases: [`${number}号别名`] });
    record(`constituencies/c-${number}.yaml`, {
      term: 'terms:small-1',
      name: `第${number}号选区`,
      kind: 'residence',
      seats: 3,
      areas: [`areas:v-${number}`, ...(number === 0 ? ['areas:east'] : [])],
    });
  }
  const station = 'stations:home';
  for (let number = 0; number < people; number += 1) {
    const [direct, indirect] = [number % 8 < 4 || number % 8 === 7, number % 8 >= 4];
    const mandates: Mandate[] = [
      ...(direct
        ? [
            {
              id: 'm1',
              term: 'terms:small-1',
              constituency: `constituencies:c-${Math.floor(number / PER_CONSTITUENCY)}`,
              electedOn: '2021-12-20',
              station,
              ...ended(number),
            },
          ]
        : []),
      ...(indirect
        ? [{ id: 'city', term: 'terms:city-1', electoralUnit: `electoral-units:e-${Math.floor(number / 600)}`, electedOn: '2022-01-14' }]
        : []),
    ];
    const marked = person(number, direct);
    record(`people/p-${number}.md`, { name: nameOf(number), ...marked.fields, mandates }, marked.body);
    if (marked.picture) write(`photos/${marked.picture}`, await pictureOf(direct));
  }
  const first = 'people:p-0/m1';
  record(
    'stations/home.md',
    {
      name: '代表之家',
      kind: 'home',
      area: 'areas:east',
      address: '东街1号',
      openingHours: '工作日',
      phone: '0000-5550002',
      head: '赵站长',
      deputies: [first],
      serviceAreas: ['areas:east'],
      reception: [{ every: 'weekday', weekday: 5, week: 1, from: '15:00', to: '17:00', ifHoliday: 'weekLater' }],
    },
    '',
  );
  const sections = Object.values(SECTION_HEADINGS)
    .map((heading) => `## ${heading}\n\n${HIDDEN}report`)
    .join('\n\n');
  const report = { mandate: first, from: '2025-01-01', to: '2025-12-31', audience: 'voters', form: 'oral', reportedOn: '2026-11-20' };
  record('reports/dr-reviewed.md', { ...report, title: '述职一', state: 'reviewed' }, sections);
  record('reports/dr-tomorrow.md', { ...report, title: '述职二', state: 'published', publishedOn: '2026-11-23' }, sections);
  record(
    'activities/a-draft.md',
    {
      type: 'visit',
      title: `${HIDDEN}draft`,
      from: '2026-11-01',
      place: '东街',
      organizer: '办公室',
      source: 'deputy',
      state: 'draft',
      deputies: [{ mandate: first }],
    },
    `${HIDDEN}draft`,
  );
  record(
    'announcements/n-later.md',
    { title: `${HIDDEN}later`, kind: 'notice', congress: 'congresses:small', issuer: '办公室', date: '2026-11-20', publishOn: '2026-11-23' },
    `${HIDDEN}later`,
  );
  record(
    'announcements/n-now.md',
    { title: '公告', kind: 'notice', congress: 'congresses:small', issuer: '办公室', date: '2026-11-20' },
    `${SHOWN}notice`,
  );
  const proposal = base['proposals/p-1.md']?.fields;
  record('proposals/p-1.md', { ...proposal, lead: first, coSigners: [] }, '桥坏了。');
  record('replies/r-1.md', { ...base['replies/r-1.md']?.fields, publishedOn: '2026-11-23', docNo: `${HIDDEN}letter` }, `${HIDDEN}reply`);
}

const nameOf = (number: number): string =>
  `${'赵钱孙李周吴郑王'.charAt(number % 8)}${'安邦成栋德恩芳刚海虹'.charAt(Math.floor(number / 8) % 10)}${'家明国英春秋文武山水'.charAt(Math.floor(number / 80) % 10)}`;

/** One in eleven has left office. */
const ended = (number: number): object => (number % 11 === 5 ? { events: [{ kind: 'resigned', on: '2024-05-30' }] } : {});

function person(number: number, direct: boolean): { fields: object; body: string; picture: string | undefined } {
  const sign = (field: ProfileField): string => `${direct && DIRECT.includes(field) ? SHOWN : HIDDEN}${field.toLowerCase()}`;
  // Pictures are slow to make; every tenth has one.
  const picture = number % 10 === 0 || number === 4 ? `${sign('photo')}-${number}.jpg` : undefined;
  return {
    picture,
    body: `${sign('biography')} ${number}`,
    fields: {
      ethnicity: sign('ethnicity').slice(0, 10),
      party: sign('party'),
      workUnit: `${sign('workUnit')} ${number}`,
      post: sign('post'),
      education: sign('education'),
      contact: { phone: `${sign('contact')} ${number}`, email: `${sign('contact')}${number}@example.cn` },
      honours: [{ year: 2024, title: sign('honours') }],
      // Shown of nobody here; not markable, so that the data files are asked for their keys.
      gender: number % 2 ? 'male' : 'female',
      category: 'worker',
      ...(picture && { photo: { file: picture, alternative: `${sign('photo')} 照片` } }),
    },
  };
}

const pictures = new Map<boolean, Promise<Buffer>>();

/** A small picture; what the camera wrote into it is never public. */
function pictureOf(direct: boolean): Promise<Buffer> {
  const known =
    pictures.get(direct) ??
    sharp({ create: { width: 48, height: 60, channels: 3, background: direct ? '#0b5f57' : '#8c1d18' } })
      .withExif({ IFD0: { Artist: `${HIDDEN}camera` } })
      .jpeg()
      .toBuffer();
  pictures.set(direct, known);
  return known;
}
