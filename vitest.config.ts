import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { bundledEngine, bundledFiles } from './scripts/lib/bundled-engine.mjs';

// Seven suites: `unit` and `slow` need no build, `oracle` compares with recorded answers of Caffe if they are available, `session`
// talks to the built server, `e2e` and `e2e-own` drive the packaged extension in a real editor, `web` the page on the web in a browser.
const slow = ['test/**/*.slow.test.ts'];
const own = ['test/e2e/**/*.own.test.ts'];
const built = ['test/**/*.session.test.ts', 'test/session/**/*.test.ts'];

/**
 * The engine has no state other than caches, so it is loaded once for all test files of a worker instead of once for each. By
 * default, one processor would be left free: half of them where there are two.
 */
const shared = { pool: 'threads', isolate: false, maxWorkers: '100%' } as const;

/** The engine as one bundle, which Node loads itself. */
const bundled = {
  ...shared,
  globalSetup: ['scripts/lib/bundled-engine.mjs'],
  server: { deps: { external: [bundledFiles] } },
};

/** Files that need a window that was not used before, then the longest, and at last those that leave a shared window changed. */
class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number =>
      moduleId.includes('.first.') ? 0 : moduleId.includes('.last.') ? 2 : 1;
    return [0, 1, 2].flatMap((at) => sorted.filter((file) => rank(file) === at));
  }
}

/**
 * One file after another: the next waits for a processor otherwise. The engine, from which the tests know what to expect, is loaded
 * once.
 */
const editor = {
  globalSetup: ['test/e2e/global-setup.ts'],
  setupFiles: ['test/e2e/put-back.ts'],
  maxWorkers: 1,
  isolate: false,
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  test: {
    // Transformed files are kept from one run to the next, and from one suite to the next.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.build/vitest' },
    globalSetup: 'test/support/compile-schemas.ts',
    // Generous for a busy machine: no test measures time.
    testTimeout: 60_000,
    // A failed comparison shows both values in full.
    chaiConfig: { truncateThreshold: 0 },
    expect: { poll: { timeout: 30_000 } },
    sequence: { sequencer: Sequencer },
    projects: [
      {
        extends: true,
        plugins: [bundledEngine()],
        test: {
          name: 'unit',
          alias: { vscode: new URL('test/support/vscode.ts', import.meta.url).pathname },
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/oracle/**', 'test/web/**', ...slow, ...built],
          ...bundled,
        },
      },
      // Every prefix, random texts, killed processes: tests that take seconds, run by `npm test` only.
      { extends: true, plugins: [bundledEngine()], test: { name: 'slow', include: slow, ...bundled } },
      {
        extends: true,
        plugins: [bundledEngine()],
        test: { name: 'oracle', include: ['test/oracle/**/*.test.ts'], testTimeout: 600_000, ...bundled },
      },
      { extends: true, test: { name: 'session', include: built, ...shared } },
      {
        extends: true,
        test: {
          name: 'web',
          include: ['test/web/**/*.test.ts'],
          globalSetup: ['test/web/global-setup.ts'],
          // Each has a server and a browser of its own.
          maxWorkers: 2,
          // The engine, from which the tests know what to expect, is loaded once for all test files of a worker.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      // In one window, which all files use one after another. Pictures are taken by `npm run pictures` only.
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [...own, ...(process.env['PICTURES'] ? [] : ['test/e2e/pictures.test.ts'])],
          ...editor,
        },
      },
      // In windows of their own.
      { extends: true, test: { name: 'e2e-own', include: own, ...editor } },
    ],
  },
});
