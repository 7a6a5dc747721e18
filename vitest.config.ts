import { defineConfig } from 'vitest/config';

// Four suites: `unit` needs nothing built, `oracle` compares with recorded answers of Caffe where they are at hand,
// `session` talks to the built server, `e2e` drives the packaged extension in a real editor.
const built = ['test/**/*.session.test.ts', 'test/session/**/*.test.ts'];

/** What is tested keeps nothing but what it computes again the same: the engine is loaded once for all files, not for each. */
const together = { pool: 'threads', isolate: false } as const;

export default defineConfig({
  test: {
    globalSetup: 'test/support/compile-schemas.ts',
    // For a busy machine: no test measures time.
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          alias: { vscode: new URL('test/support/vscode.ts', import.meta.url).pathname },
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/oracle/**', ...built],
          ...together,
        },
      },
      {
        extends: true,
        test: { name: 'oracle', include: ['test/oracle/**/*.test.ts'], testTimeout: 600_000, ...together },
      },
      { extends: true, test: { name: 'session', include: built } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/global-setup.ts'],
          setupFiles: ['test/e2e/put-back.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A browser on a busy machine misses a click now and then.
          retry: 1,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
