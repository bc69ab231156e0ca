import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, inject, test } from 'vitest';
import { newsFile } from '../../db/domain/news-file.ts';
import { embedWords } from '../../functions/words/embed.ts';
import { zhHans } from '../../site/words/zh-Hans.ts';
import { parseAtom } from '../support/parse-atom.ts';
import { builtPages, publicFiles, publicFolder } from '../support/site-pages.ts';

const text = (path: string): string => readFileSync(join(publicFolder(), path), 'utf8');
const cards = () => publicFiles('/embed/index.html');

test('every proposal has a card for other sites, valid and small, that leads back to it', async () => {
  const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'] }));
  expect(cards().length).toBe(builtPages().filter(({ path }) => /^\/proposals\/p-[^/]+\/$/.test(path)).length);
  for (const path of cards()) {
    const html = text(path);
    const { results } = await validator.validateString(html, path);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => `${path}: ${message}`))).toEqual([]);
    expect(html).toContain(`href="${inject('site').url}/${path.replace('embed/index.html', '')}"`);
    expect(html).not.toMatch(/<script|undefined|\sstyle=/);
    expect(html.length).toBeLessThan(2500);
  }
});

test('the card says what the page says', () => {
  expect([embedWords.state, embedWords.result]).toEqual([zhHans.states.proposal, zhHans.states.result]);
});

test('every feed of the release is whole, and the pages point to it', () => {
  const feeds = publicFiles('.xml').filter((path) => path.startsWith('feeds/'));
  for (const path of feeds) expect(parseAtom(text(path)).faults, path).toEqual([]);
  const named = new Set(
    builtPages().flatMap(({ html }) => [...html.matchAll(/type="application\/atom\+xml"[^>]* href="\/([^"]+)"/g)].map(([, href]) => href)),
  );
  expect([...named].filter((href) => !feeds.includes(href ?? ''))).toEqual([]);
  expect(named.size).toBeGreaterThan(50);
});

test('what happened lately is a file of its own', () => {
  const { items } = newsFile.parse(JSON.parse(text('data/news.json')));
  expect(items.length).toBeGreaterThan(20);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  for (const { text: sentence, label } of items) expect(`${label}${sentence}`).not.toMatch(/undefined|units:|：。/);
});

test('every record page says how to cite it, with its address and the day', () => {
  const records = builtPages().filter(
    ({ path, html }) => /^\/(proposals|deputies|units|reports|announcements)\/[a-z0-9-]+\/$/.test(path) && html.includes('index.json'),
  );
  expect(records.length).toBeGreaterThan(200);
  const without = records.filter(
    ({ path, html }) => !html.includes(`<q cite="${inject('site').url}${path}">`) || !/，截至\d{4}年\d+月\d+日。<\/q>/.test(html),
  );
  expect(without.map(({ path }) => path)).toEqual([]);
});
