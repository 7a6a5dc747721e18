/** The scripts of package.json show their usage for --help, and say in one line what they do not take. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Record<string, string> };

/** `prepare` is called by npm alone. */
const called = Object.entries(scripts).flatMap(([name, command]) => {
  const [, path] = /^node (scripts\/\S+\.mjs)/.exec(command) ?? [];
  return path === undefined || name === 'prepare' ? [] : [[name, path] as const];
});

test.each(called)('npm run %s reads its arguments by scripts/lib/options.mjs', (_, path) => {
  expect(readFileSync(path, 'utf8')).toMatch(/\b(?:argumentsOf\(|catch\(asUsage\))/);
});

test('--help is answered with the usage', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', '--help'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^npm start .*\n(?: {2}\S.*\n)+$/);
});

test.each([
  ['scripts/start.mjs', '--nonsense', "Unknown option '--nonsense'"],
  ['scripts/start.mjs', '--port', "Option '--port <value>' argument missing"],
  ['scripts/test.mjs', 'nonsense', 'There is no suite nonsense'],
])('%s %s is an error in one line', (script, argument, message) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, argument], { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([2, '', `${message}. --help shows the usage.\n`]);
});
