import { defineConfig } from 'vitest/config';
import { traditionalWords } from '../site/locales/traditional-words.ts';

/** Tests that look at the sample county as it is published and served: it is published once for all of them. */
const OF_THE_SITE = ['tests/built/**/*.test.ts', 'tests/journeys/**/*.test.ts'];

/** Every promise of the project, in one run. Browser journeys and builds share two cores: files run two at a time. */
export default defineConfig({
  plugins: [traditionalWords()],
  test: {
    root: new URL('..', import.meta.url).pathname,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, test: { name: 'house', include: ['tests/**/*.test.ts'], exclude: OF_THE_SITE } },
      { extends: true, test: { name: 'site', include: OF_THE_SITE, globalSetup: 'tests/support/sample-site.ts' } },
    ],
  },
});
