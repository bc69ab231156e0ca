import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { inlineScript } from '../../functions/headers.ts';
import { facesOf } from '../../site/locales/languages.ts';
import { splitPath } from '../../site/locales/prefixes.ts';
import { pagesByRoute, pagesOnDemand, routesOnDemand } from '../support/page-kinds.ts';
import { builtPages, faultsOf, type BuiltPage } from '../support/site-pages.ts';

/** All of the recommended rules; nothing in the design asks for an exception. */
const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'] }));

const invalid = async ({ path, html }: BuiltPage): Promise<string[]> => {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, line, column, message }) => `${line}:${column} ${ruleId}: ${message}`));
};

const onDemand = async (): Promise<BuiltPage[]> => {
  const addresses = [...(await pagesOnDemand()).values()].flat();
  return Promise.all(addresses.map(async (path) => ({ path, html: await (await fetch(inject('site').url + path)).text() })));
};

const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;

/** The touch screen has no menu, no footer and no other way out, and deputies have one thing a screen: frames of their own. */
const hasOwnFrame = (path: string): boolean => path.startsWith('/kiosk/') || path.startsWith('/reply/');

/** What is wrong with the frame of a page. */
const faultsOfFrame = ({ path, html }: BuiltPage): string[] =>
  Object.entries({
    'not a whole page': !/^<!DOCTYPE html>/i.test(html) || !html.trimEnd().endsWith('</html>'),
    'an error instead of a page': /Internal Server Error|\[object Object\]|>undefined<|>NaN</.test(html),
    'not in its language':
      !hasOwnFrame(path) && !html.includes(`<html lang="${facesOf(path).language}"${facesOf(path).elder.on ? ' data-elder="on"' : ''}>`),
    'not exactly one h1': count(html, /<h1[\s>]/g) !== 1,
    'no title': !/<title>[^<]+<\/title>/.test(html),
    'no header': !hasOwnFrame(path) && count(html, /<header class="site"/g) !== 1,
    'no navigation': !hasOwnFrame(path) && !html.includes('<nav class="nav"'),
    'not exactly one main': count(html, /<main[\s>]/g) !== 1 || !html.includes('id="main"'),
    'no footer': !hasOwnFrame(path) && count(html, /<footer class="footer"/g) !== 1,
    'no skip link first': !/<body[^>]*>\s*<a class="skip" href="#main"/.test(html),
    'a style attribute or element': /<[^>]+\sstyle=|<style[\s>]/.test(html),
    'an inline script that is not the one': [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].some(
      ([, text]) => text !== inlineScript,
    ),
    'an inline handler': /<[^>]+\son[a-z]+=/.test(html),
    'a script file on a page for reading':
      /<script[^>]+\ssrc=/.test(html) &&
      !facesOf(path).elder.on &&
      !hasOwnFrame(path) &&
      !/^\/(?:find(?=\/$)|search|messages\/(?:new|status)|follow\/confirm|follow\/stop|reports\/[^/]+\/rate)\//.test(splitPath(path).rest),
  }).flatMap(([name, isWrong]) => (isWrong ? [name] : []));

describe('every page of the release', () => {
  test('is valid HTML', { timeout: 180_000 }, async () => {
    const pages = builtPages();
    expect(pages.length).toBeGreaterThan(700);
    const faults = new Map<string, string[]>();
    for (const page of pages) faults.set(page.path, await invalid(page));
    expect(faultsOf(pages, ({ path }) => faults.get(path) ?? [])).toEqual({});
  });

  test('has the whole frame, in the right language, and no script file where one only reads', () => {
    expect(faultsOf(builtPages(), faultsOfFrame)).toEqual({});
  });

  test('has a title that no other page of its kind has', () => {
    const twice = [...pagesByRoute()].flatMap(([route, pages]) => {
      const byTitle = Map.groupBy(pages, ({ html }) => /<title>([^<]*)/.exec(html)?.[1]);
      return [...byTitle]
        .filter(([, same]) => same.length > 1)
        .map(([title, same]) => `${route}: ${title}: ${same.map(({ path }) => path).join(' ')}`);
    });
    expect(twice).toEqual([]);
  });

  test('is made by a file of site/pages', () => {
    expect([...pagesByRoute().keys()].filter((route) => route.startsWith('nothing'))).toEqual([]);
  });
});

describe('every page on demand', () => {
  test('is looked at', async () => {
    expect([...(await pagesOnDemand()).keys()].toSorted()).toEqual(routesOnDemand().toSorted());
  });

  test('is valid HTML in the whole frame', async () => {
    for (const page of await onDemand()) expect([page.path, ...(await invalid(page)), ...faultsOfFrame(page)]).toEqual([page.path]);
  });
});
