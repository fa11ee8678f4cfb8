import { defineConfig } from 'vitest/config'

/** Folders whose tests drive a real Chromium. */
const inBrowser = ['attacks', 'browser', 'frameworks', 'gallery'].map((folder) => `test/${folder}/**`)

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // `handback/…`, as the examples import it, is the source here.
  resolve: { tsconfigPaths: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...inBrowser, 'test/faults/**'],
          // one more than two cores: much of what is tested is to wait
          maxWorkers: 3,
          testTimeout: 20_000,
          // a test without an assertion proves nothing; those in a browser assert by what they wait for
          expect: { requireAssertions: true },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: inBrowser.map((folder) => `${folder}/*.test.ts`),
          globalSetup: 'test/browser/global-setup.ts',
          // Two Chromiums and two servers at a time: most of what they do is to wait.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Takes minutes, so `npm test` leaves it out.
          name: 'attacks',
          include: ['test/attacks/*.long.ts'],
          globalSetup: 'test/browser/global-setup.ts',
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Needs root, nginx and Chromium, so `npm test` leaves it out: see scripts/test-faults.ts.
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
