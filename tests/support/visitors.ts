/** People at a browser, for tests that see the site as they do. */
import { randomInt } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { openBrowser } from './browser.ts';

/** A phone as most residents have it. */
export const PHONE = { viewport: { width: 390, height: 844 } } satisfies BrowserContextOptions;
export const WIDE = { viewport: { width: 1280, height: 900 } } satisfies BrowserContextOptions;
/** As a visitor whose browser runs no script at all. */
export const NO_SCRIPT = { ...PHONE, javaScriptEnabled: false } satisfies BrowserContextOptions;

/** For what a page does by itself: two test files and their browsers share two cores. */
export const SOON = { timeout: 10_000 };

/**
 * A browser for one test file, and visitors in it: each has a profile and a network address of its own, so that no
 * test uses up another's allowance. A test fails where the browser itself complains: of an error, a refused script or style.
 */
export const visitorsOf = () => {
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  return async (options: BrowserContextOptions = PHONE, baseURL = inject('site').url): Promise<Page> => {
    const address = `2001:db8:${randomInt(0xffff).toString(16)}:${randomInt(0xffff).toString(16)}::1`;
    const context = await browser.newContext({ locale: 'zh-CN', baseURL, extraHTTPHeaders: { 'x-real-ip': address }, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('Failed to load resource')) complaints.push(message.text());
    });
    page.setDefaultTimeout(10_000);
    return page;
  };
};
