import { defineConfig } from 'vitest/config';

/** Every promise of the project, in one run. Browser journeys and builds share two cores: files run two at a time. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 300_000,
  },
});
