import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, inject, test } from 'vitest';
import { builtPages, publicFiles, publicFolder } from '../support/site-pages.ts';

const text = (path: string): string => readFileSync(join(publicFolder(), path), 'utf8');
type Item = { id: string; name: string; contact?: { phone?: string; email?: string }; mandates: { id: string; station?: string }[] };
const people = (): Item[] => (JSON.parse(text('data/people.json')) as { items: Item[] }).items;

describe('every calendar of the release', () => {
  test('is read by another parser, with one key an entry and Beijing time', () => {
    const files = publicFiles('.ics');
    expect(files).toEqual(expect.arrayContaining(['calendar.ics', 'stations/taoyuan-home.ics', 'deputies/wang-xiulan.ics']));
    for (const file of files) {
      const calendar = new ICAL.Component(ICAL.parse(text(file)));
      const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
      const uids = events.map(({ uid }) => uid);
      expect(new Set(uids).size, file).toBe(uids.length);
      expect(calendar.getAllSubcomponents().length, file).toBeGreaterThan(0);
      for (const { startDate, endDate, summary } of events) {
        expect(summary, file).not.toBe('');
        expect(endDate.compare(startDate), `${file} ${summary}`).toBe(1);
        if (!startDate.isDate) expect(startDate.zone.tzid, file).toBe('Asia/Shanghai');
      }
    }
  });

  test('of a station holds the days that its page shows', () => {
    const page = text('stations/taoyuan-home/index.html');
    const shown = [...page.matchAll(/<div class="date"><time datetime="([^"]+)"/g)].map(([, date]) => date);
    expect(shown.length).toBe(6);
    const events = new ICAL.Component(ICAL.parse(text('stations/taoyuan-home.ics')))
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component));
    const days = events.map(({ startDate }) => startDate.toString().slice(0, 10));
    expect(days).toEqual(expect.arrayContaining(shown));
  });

  test('exists for everybody who has or had a station', () => {
    const missing = people().filter(
      ({ id, mandates }) => mandates.some(({ station }) => station) && !publicFiles('.ics').includes(`deputies/${id}.ics`),
    );
    expect(missing).toEqual([]);
  });
});

describe('every contact card of the release', () => {
  const files = () => publicFiles('.vcf').filter((file) => file.startsWith('deputies/'));

  test('is read by another parser and names its deputy', () => {
    const names = new Map(people().map(({ id, name }) => [`deputies/${id}.vcf`, name]));
    expect(files().length).toBeGreaterThan(50);
    for (const file of files()) {
      const card = new ICAL.Component(ICAL.parse(text(file)));
      expect(String(card.getFirstPropertyValue('fn')), file).toContain(names.get(file));
      expect(String(card.getFirstPropertyValue('url'))).toBe(`${inject('site').url}/q/${file.slice('deputies/'.length, -'.vcf'.length)}/`);
    }
  });

  test('holds telephones and addresses of stations, and of the deputy only what the record gives as contact', () => {
    const stations = (JSON.parse(text('data/stations.json')) as { items: { phone: string }[] }).items.map(({ phone }) => phone);
    const contacts = new Map(people().map(({ id, contact }) => [`deputies/${id}.vcf`, contact]));
    for (const file of files()) {
      const card = new ICAL.Component(ICAL.parse(text(file)));
      const allowed = [...stations, contacts.get(file)?.phone];
      for (const property of card.getAllProperties('tel')) expect(allowed, file).toContain(property.getFirstValue());
      for (const property of card.getAllProperties('email')) expect(property.getFirstValue(), file).toBe(contacts.get(file)?.email);
      for (const { name } of card.getAllProperties())
        expect(['version', 'kind', 'fn', 'n', 'org', 'title', 'tel', 'email', 'adr', 'url', 'photo', 'note', 'source', 'uid']).toContain(name);
    }
  });
});

describe('printed codes', () => {
  test('lead to a page for every person, in office or not', () => {
    const paths = new Set(builtPages().map(({ path }) => path));
    expect(people().filter(({ id }) => !paths.has(`/q/${id}/`))).toEqual([]);
    const cards = people().flatMap(({ id, mandates }) => mandates.map((mandate) => `/deputies/${id}/card/${mandate.id}/`));
    expect(cards.filter((path) => !paths.has(path))).toEqual([]);
  });

  test('on every card, sheet and board is the one its label names', () => {
    const printed = builtPages().flatMap(({ path, html }) =>
      [...html.matchAll(/<svg class="qr"[^>]*aria-label="[^"]*?(https?:[^"]+)"/g)].map(([, address]) => ({ path, address })),
    );
    expect(printed.length).toBeGreaterThan(150);
    const paths = new Set(builtPages().map(({ path }) => path));
    expect(printed.filter(({ address = '' }) => !paths.has(new URL(address).pathname))).toEqual([]);
  });

  test('of a mandate that has ended say so, and who serves now', () => {
    const ended = builtPages().filter(({ path, html }) => /^\/deputies\/[^/]+\/card\/[^/]+\/$/.test(path) && html.includes('已失效'));
    expect(ended.length).toBeGreaterThan(5);
    for (const { html } of ended) expect(html).not.toContain('class="qr"');
    expect(ended.some(({ html }) => html.includes('现在由谁代表这个选区'))).toBe(true);
  });
});

describe('the touch screen', () => {
  const pages = () => builtPages().filter(({ path }) => path.startsWith('/kiosk/'));

  test('has no link that leaves it', () => {
    expect(pages().length).toBeGreaterThan(150);
    const out = pages().flatMap(({ path, html }) =>
      [...html.matchAll(/<a\s[^>]*href="([^"]+)"/g)]
        .filter(([, href = '']) => !/^(?:\/kiosk\/|#main$)/.test(href))
        .map(([, href]) => `${path} → ${href}`),
    );
    expect(out).toEqual([]);
  });

  test('leads from the start to every deputy in office, town by town', () => {
    const byPath = new Map(pages().map((page) => [page.path, page.html]));
    const seen = new Set(['/kiosk/']);
    for (const path of seen) for (const [, href = ''] of (byPath.get(path) ?? '').matchAll(/href="(\/kiosk\/[^"]*)"/g)) seen.add(href);
    expect([...byPath.keys()].filter((path) => !seen.has(path))).toEqual([]);
  });
});
