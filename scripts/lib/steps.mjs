// Common to all scripts: the repository's folder, progress messages, and running programs that must succeed. Uses only built-in
// modules, since these scripts run before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { completeTypes } from './library-types.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const vsix = join(root, 'dist', 'prototxt-lens.vsix');

const oldestNode = 20;

/** A failure that the user can resolve; only its message is shown. */
export class StepFailed extends Error {}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a program and returns its output; with `show`, the output is passed through instead. Throws StepFailed if the program
 * fails.
 */
export function run(command, args, { cwd = root, show = true, env = process.env, shell = false } = {}) {
  const stdio = show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env,
    shell,
    stdio,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status === 0) return stdout ?? '';
  const what = [command, ...args].join(' ');
  const why = error?.message ?? (signal ? `ended by ${signal}` : `exit code ${status}`);
  throw new StepFailed([`${what}: ${why}`, stdout, stderr].filter((part) => part).join('\n'));
}

export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}

/** Runs npm, by preference the one that started this process. */
export function npm(args, options = {}) {
  const own = process.env['npm_execpath'];
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  if (own && /npm-cli\.[cm]?js$/.test(own)) return run(process.execPath, [own, ...args, ...quiet], options);
  return run('npm', [...args, ...quiet], { ...options, shell: process.platform === 'win32' });
}

/** Installs the project's packages if they are missing or older than the lock file. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode)
    throw new StepFailed(`Node ${oldestNode} or newer is needed; this is ${process.versions.node}.`);
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say('Installing the packages of package-lock.json …');
  npm(['ci', '--ignore-scripts']);
}

/** Emits the library's declarations, for TypeScript programs that import it. */
export function emitTypes() {
  const options = [
    '--composite',
    'false',
    '--incremental',
    'false',
    '--declaration',
    '--emitDeclarationOnly',
    '--outDir',
    'dist/types',
  ];
  rmSync(join(root, 'dist/types'), { recursive: true, force: true });
  runNode('node_modules/typescript/bin/tsc', ['-p', 'core', ...options]);
  completeTypes(join(root, 'dist/types'));
}

export function buildBundles(...options) {
  runNode('esbuild.mjs', ['--quiet', ...options]);
}

/** Runs a script's main function. A failed step prints its message, any other error its stack. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    process.stderr.write(`${error instanceof StepFailed ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
