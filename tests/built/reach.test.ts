import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullestPages, pagesOnDemand } from '../support/page-kinds.ts';
import { builtPages, faultsOf } from '../support/site-pages.ts';
import { NO_SCRIPT, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();
// Those of large letters last: whoever has seen one of them sees all pages so from then on.
const everyKind = async (): Promise<string[]> =>
  [...fullestPages(), ...[...(await pagesOnDemand()).values()].flat()].toSorted(
    (a, b) => Number(a.startsWith('/elder/')) - Number(b.startsWith('/elder/')),
  );

/** What is wrong with each page of every kind, as `look` sees it. */
const lookAtAll = async (page: Page, look: (page: Page) => Promise<string[]>): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  for (const path of await everyKind()) {
    await page.goto(path);
    const faults = await look(page);
    if (faults.length > 0) found[path] = faults;
  }
  return found;
};

describe('every kind of page', { timeout: 240_000 }, () => {
  test('at 400 % on a screen of 1280 × 1024 is read without pushing it sideways', async () => {
    const page = await visit({ viewport: { width: 320, height: 256 } });
    expect(
      await lookAtAll(page, (open) =>
        open.evaluate(() => {
          // The touch screen of a hall is never that narrow.
          if (document.documentElement.className === 'kiosk') return [];
          const over = document.documentElement.scrollWidth - innerWidth;
          const wide = [...document.querySelectorAll('main *')].filter(
            (element) => element.getBoundingClientRect().right > innerWidth && !element.closest('svg, [tabindex="0"], .out-of-sight'),
          );
          return over > 0
            ? [
                `${over} px: ${wide
                  .slice(0, 3)
                  .map(({ tagName, className }) => `${tagName}.${String(className)}`)
                  .join(' ')}`,
              ]
            : [];
        }),
      ),
    ).toEqual({});
  });

  test('without script shows its title, its text and the way on', async () => {
    const page = await visit(NO_SCRIPT);
    expect(
      await lookAtAll(page, (open) =>
        open.evaluate(() => {
          const main = document.querySelector('main');
          const faults: string[] = [];
          if (!document.querySelector('h1')?.checkVisibility()) faults.push('no title in sight');
          if ((main?.innerText.trim().length ?? 0) < 20) faults.push('no text in sight');
          for (const control of main?.querySelectorAll<HTMLElement>('button, input:not([type=hidden]), select, textarea') ?? [])
            if (control.checkVisibility() && !control.closest('form')) faults.push(`${control.outerHTML.slice(0, 80)} does nothing without script`);
          for (const form of main?.querySelectorAll('form') ?? [])
            if (form.checkVisibility() && (!form.querySelector('[type=submit], button:not([type=button])') || !form.getAttribute('action')))
              faults.push('a form that cannot be sent');
          return faults;
        }),
      ),
    ).toEqual({});
  });

  test('is still where motion is unwelcome, and keeps focus and states in forced colours', async () => {
    const page = await visit({ viewport: { width: 390, height: 844 }, forcedColors: 'active', reducedMotion: 'reduce' });
    expect(
      await lookAtAll(page, (open) =>
        open.evaluate(() => {
          const faults: string[] = [];
          for (const element of document.querySelectorAll('a, .button, .label, input')) {
            const style = getComputedStyle(element);
            if (style.transitionDuration !== '0s' || style.animationName !== 'none') faults.push(`${element.className} moves`);
          }
          for (const label of document.querySelectorAll('.label, .button'))
            if (label.checkVisibility() && getComputedStyle(label).borderTopStyle === 'none') faults.push(`${label.className} has no border`);
          const first = [...document.querySelectorAll<HTMLElement>('main a[href], main button, main input:not([type=hidden])')].find((element) =>
            element.checkVisibility(),
          );
          first?.focus({ focusVisible: true } as FocusOptions);
          if (first && getComputedStyle(first).outlineStyle === 'none') faults.push('no focus in sight');
          return [...new Set(faults)];
        }),
      ),
    ).toEqual({});
  });
});

test('headings go down one level at a time, from one h1', () => {
  expect(
    faultsOf(builtPages(), ({ html }) => {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      const jumps = levels.flatMap((level, index) =>
        index > 0 && level > (levels[index - 1] ?? 0) + 1 ? [`h${levels[index - 1]} → h${level}`] : [],
      );
      return [...(levels[0] === 1 ? [] : ['the first is no h1']), ...jumps];
    }),
  ).toEqual({});
});
