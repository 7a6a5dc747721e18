// `npm test [-- suite …]`: installs and builds what is missing, runs all suites or the given ones, and ends with the line `N
// passed, N failed` for their total, after the names of those that failed. The exit code is 0 only if nothing failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { buildSite } from './web.mjs';
import { argumentsOf, wrongUsage } from './lib/options.mjs';
import { ensureInstalled, root, runBeside, runNode, say, StepFailed } from './lib/steps.mjs';

/** Both are written in Go. On one processor they find less twice, and with more memory they collect less garbage. */
const oneProcessor = { GOMAXPROCS: '1', GOGC: '400' };

/** They run at the same time, and beside the build. */
const checks = {
  types: () => program('typescript/bin/tsc', ['-b', '--singleThreaded'], oneProcessor),
  format: () => program('@biomejs/biome/bin/biome', ['format', '.']),
  lint: () => program('oxlint/bin/oxlint', []),
  'typed-lint': () => program('oxlint/bin/oxlint', ['--type-aware'], oneProcessor),
};

/**
 * One after another, the fastest to report a failure first. The last ones wait for other processes, so they run in two lanes at the
 * same time.
 */
const tests = [[['unit']], [['slow']], [['oracle']], [['e2e'], ['session', 'web', 'e2e-own']]];
const suites = [...Object.keys(checks), ...tests.flat(2)];
const needEditors = ['e2e', 'e2e-own'];
const needPackage = ['session', ...needEditors];

const passedOnce = { passed: 1, failed: 0, skipped: 0 };
const failedOnce = { passed: 0, failed: 1, skipped: 0 };

const usage = `npm test [-- suite …]: runs all suites, or those of ${suites.join(', ')}.`;
const { positionals: asked } = argumentsOf(usage, { allowPositionals: true });
const unknown = asked.find((name) => !suites.includes(name));
if (unknown !== undefined) wrongUsage(`There is no suite ${unknown}`);
// The rules without types are part of `typed-lint`.
process.exitCode = await test(asked.length > 0 ? asked : suites.filter((name) => name !== 'lint'));

async function test(names) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const add = (name, { failures: ofSuite = [], ...counts }) => {
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
    say(`${name}: ${lineOf(counts)}`);
    if (counts.failed > 0) failures.push(...(ofSuite.length > 0 ? ofSuite.map((test) => `${name}: ${test}`) : [name]));
  };
  await runSuites(names, add).catch((error) => {
    say(error instanceof StepFailed ? error.message : error.stack);
    add('build', failedOnce);
  });
  say('');
  for (const failure of failures) say(`failed: ${failure}`);
  say(lineOf(total));
  return total.failed === 0 ? 0 : 1;
}

/** Rejects if something that all tests need can't be built. */
async function runSuites(names, add) {
  // Of the tests in the editor, which install it themselves if this fails.
  const editors = names.some((name) => needEditors.includes(name))
    ? runBeside(process.execPath, ['scripts/install-editors.mjs'])
    : undefined;
  const installed = editors?.catch(() => undefined);
  ensureInstalled();
  runNode('scripts/compile-schemas.mjs');
  runNode('scripts/compile-engine.mjs');
  const built = build(names);
  // Told when it is waited for.
  built.catch(() => undefined);
  const isAsked = (name) => names.includes(name);
  await together(Object.keys(checks).filter(isAsked), (name) => checks[name](), add);
  await built;
  await installed;
  for (const group of tests) {
    const lanes = group.map((lane) => lane.filter(isAsked)).filter((lane) => lane.length > 0);
    await Promise.all(lanes.map((lane) => vitestLane(lane, { show: lanes.length === 1 }, add)));
  }
}

/** Runs suites one after another. */
async function vitestLane(names, options, add) {
  for (const name of names) await together([name], (each) => vitest(each, options), add);
}

/** Runs suites at the same time, and shows each when it and those before it have ended. */
async function together(names, start, add) {
  const running = names.map((name) => [name, start(name)]);
  for (const [name, ending] of running) {
    const { output, ...counts } = await ending;
    if (output) say(output);
    add(name, counts);
  }
}

async function build(names) {
  const packages = names.some((name) => needPackage.includes(name));
  if (!packages && !names.includes('web')) return;
  say('Building …');
  await runBeside(process.execPath, packages ? ['scripts/package.mjs'] : ['esbuild.mjs', '--production', '--quiet']);
  if (names.includes('web')) await buildSite({ bundled: true });
}

/** A program that counts as one test, by its exit code, and what it prints. */
async function program(path, args, env = {}) {
  const { succeeded, output } = await outcome([join('node_modules', path), ...args], {
    env: { ...env, ...process.env },
  });
  return { ...(succeeded ? passedOnce : failedOnce), output };
}

/** `show`: what it prints is shown at once. */
async function vitest(project, { show }) {
  const folder = join(root, '.build', 'reports');
  const report = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['node_modules/vitest/vitest.mjs', 'run', `--project=${project}`, ...reporters];
  const { succeeded, output } = await outcome(args, { show });
  const counts = existsSync(report)
    ? countsOf(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  // Failures outside of tests, such as a server that does not start, count too.
  return { ...counts, failed: succeeded ? counts.failed : Math.max(counts.failed, 1), output };
}

function outcome(args, options) {
  return runBeside(process.execPath, args, options).then(
    (output) => ({ succeeded: true, output: output.trimEnd() }),
    ({ message }) => ({ succeeded: false, output: message }),
  );
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
