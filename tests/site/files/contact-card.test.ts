import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { SHAPES } from '../../../db/domain/kinds.ts';
import { toPublicPerson } from '../../../db/domain/visibility.ts';
import { contactCardFile } from '../../../site/files/contact-card.ts';
import { deputies } from '../../../site/queries/deputies.ts';
import { recordOf } from '../../../site/queries/paths.ts';
import { zhHans } from '../../../site/words/zh-Hans.ts';
import { RECORDS, smallCounty } from '../small-county.ts';

const site = new URL('https://rd.example.cn');
const { mandates, ...raw } = RECORDS['people']?.['zhao-yi'] ?? {};
const person = {
  ...raw,
  name: '赵一',
  marker: '（女）',
  workUnit: '小镇中学',
  post: '校长',
  education: '本科',
  ethnicity: '汉族',
  party: '群众',
  contact: { phone: '0000-5550001', email: 'zhao@example.cn' },
  photo: { file: 'zhao-yi.jpg', alternative: '赵一像' },
  body: '家里的事。',
  mandates: (mandates as object[]).map((mandate) => ({ ...mandate, station: 'stations:home' })),
};

/** The properties of a card as another reader of the format understands them. */
function read(changed: object): { file: string; properties: [string, unknown][] } {
  const county = smallCounty({ ...RECORDS, people: { 'zhao-yi': { ...person, ...changed } } });
  const file = contactCardFile(recordOf(deputies(county).get('zhao-yi')), zhHans, site);
  const card = new ICAL.Component(ICAL.parse(file));
  return { file, properties: card.getAllProperties().map((property) => [property.name, property.getFirstValue()]) };
}

test('a contact card names the deputy, the mandates, and the ways to reach them, and nothing else', () => {
  const { properties } = read({});
  expect(properties).toEqual([
    ['version', '4.0'],
    ['kind', 'individual'],
    ['fn', '赵一（女）'],
    ['n', ['赵一', '', '', '', '']],
    ['org', '镇人大'],
    ['title', '第十届镇人大代表'],
    ['org', '县人大'],
    ['title', '第十七届县人大代表'],
    ['tel', '0000-5550001'],
    ['tel', '0000'],
    ['email', 'zhao@example.cn'],
    ['adr', ['', '', '一号', '', '', '', '']],
    ['url', 'https://rd.example.cn/q/zhao-yi/'],
    ['photo', 'https://rd.example.cn/photos/zhao-yi.jpg'],
    ['note', expect.stringMatching(/选区：.*\n联络站：代表之家，0000\n接待：每月第一个星期五，15:00—17:00/)],
    ['source', 'https://rd.example.cn/deputies/zhao-yi.vcf'],
    ['uid', 'https://rd.example.cn/q/zhao-yi/'],
  ]);
});

test('what the visibility of the place hides is not on it', () => {
  const county = smallCounty({ ...RECORDS, people: { 'zhao-yi': person } });
  const shown = toPublicPerson(SHAPES.people.parse({ id: 'zhao-yi', ...person }), county.site);
  const file = contactCardFile({ ...recordOf(deputies(county).get('zhao-yi')), person: shown }, zhHans, site);
  for (const secret of ['0000-5550001', 'zhao@example.cn', 'photos', '小镇中学', '校长', '本科', '汉族', '群众', '家里'])
    expect(file).not.toContain(secret);
});

test('long lines are folded between characters, rare ones included, and colons stay as they are', () => {
  const { file, properties } = read({ name: `${'𬱖'.repeat(18)}赵` });
  expect(file).not.toContain('\u{FFFD}');
  expect(file).not.toContain('\\:');
  expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(Buffer.from(file).toString()).toBe(file);
  expect(properties.find(([name]) => name === 'fn')?.[1]).toBe(`${'𬱖'.repeat(18)}赵（女）`);
});
