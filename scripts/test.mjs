// `npm test [-- suite …]`: installs and builds what is missing, runs all suites or the given ones, and ends with the line `N
// passed, N failed` for their total, after the names of those that failed. The exit code is 0 only if nothing failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { packageExtension } from './package.mjs';
import { buildSite } from './web.mjs';
import { ensureInstalled, root, run, runNode, say, StepFailed } from './lib/steps.mjs';

/** In the order in which they run: the fastest to report a failure first. */
const suites = {
  types: () => program('node_modules/typescript/bin/tsc', ['-b']),
  format: () => program('node_modules/@biomejs/biome/bin/biome', ['format', '.']),
  lint: () => program('node_modules/oxlint/bin/oxlint', []),
  'typed-lint': () => program('node_modules/oxlint/bin/oxlint', ['--type-aware']),
  unit: () => vitest('unit'),
  slow: () => vitest('slow'),
  oracle: () => vitest('oracle'),
  session: () => vitest('session'),
  web: () => vitest('web'),
  e2e: () => vitest('e2e'),
};
const needPackage = ['session', 'e2e'];

const asked = process.argv.slice(2);
process.exitCode = await test(asked.length > 0 ? asked : Object.keys(suites));

async function test(names) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const add = (name, { failures: ofSuite = [], ...counts }) => {
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
    say(`${name}: ${lineOf(counts)}`);
    if (counts.failed > 0) failures.push(...(ofSuite.length > 0 ? ofSuite.map((test) => `${name}: ${test}`) : [name]));
  };
  const unknown = names.filter((name) => !(name in suites));
  if (unknown.length > 0) {
    say(`There is no suite ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}.`);
    return 2;
  }
  if (await prepare(names)) for (const name of names) add(name, suites[name]());
  else add('build', { passed: 0, failed: 1, skipped: 0 });
  say('');
  for (const failure of failures) say(`failed: ${failure}`);
  say(lineOf(total));
  return total.failed === 0 ? 0 : 1;
}

async function prepare(names) {
  const packages = names.some((name) => needPackage.includes(name));
  const builds = packages || names.includes('web');
  try {
    ensureInstalled();
    if (packages) {
      say('Building and packaging the extension …');
      packageExtension();
    }
    if (names.includes('web')) {
      say('Building the page on the web …');
      await buildSite({ bundled: packages });
    }
    if (!builds) {
      runNode('scripts/compile-schemas.mjs');
      runNode('scripts/compile-engine.mjs');
    }
    return true;
  } catch (error) {
    return failed(error);
  }
}

/** A program that counts as one test, by its exit code. */
function program(script, args) {
  return succeeds(() => runNode(script, args))
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

function vitest(project) {
  const folder = join(root, '.build', 'reports');
  const report = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const succeeded = succeeds(() =>
    run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', `--project=${project}`, ...reporters]),
  );
  const counts = existsSync(report)
    ? countsOf(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  // Failures outside of tests, such as a server that does not start, count too.
  return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function countsOf({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unread = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages: [message = ''] }) => failureOf(name, fullName, message)),
  );
  const failures = [...unread.map(({ name, message }) => failureOf(name, 'did not run', message ?? '')), ...tests];
  const skipped = numPendingTests + numTodoTests;
  return { passed: numPassedTests, failed: numFailedTests + unread.length, skipped, failures };
}

/** In one line: what failed, and the first line of the reason. */
function failureOf(file, test, message) {
  const [reason = ''] = stripVTControlCharacters(message).split('\n');
  return `${relative(root, file)}: ${test}: ${reason.slice(0, 200)}`;
}

function lineOf({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function succeeds(body) {
  try {
    body();
    return true;
  } catch (error) {
    return failed(error);
  }
}

function failed(error) {
  say(error instanceof StepFailed ? error.message : error.stack);
  return false;
}
