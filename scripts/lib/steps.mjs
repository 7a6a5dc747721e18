// What every script needs: the repository's folder, a line for each step, and programs that must succeed.
// Built-in modules only, since these scripts run in a bare clone.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const vsix = join(root, 'dist', 'prototxt-lens.vsix');

const oldestNode = 20;

/** A failure that a person can do something about: its message is all there is to show. */
export class StepFailed extends Error {}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs a program to its end and gives its output; `show` passes the output on instead. Throws StepFailed if it fails. */
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

/** npm itself, the one that started us where there is one. */
export function npm(args, options = {}) {
  const own = process.env['npm_execpath'];
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  if (own && /npm-cli\.[cm]?js$/.test(own)) return run(process.execPath, [own, ...args, ...quiet], options);
  return run('npm', [...args, ...quiet], { ...options, shell: process.platform === 'win32' });
}

/** Installs the project's own packages where they are missing or older than the lock file. */
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

/** The library's declarations, for programs in TypeScript that import it. */
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
  runNode('node_modules/typescript/bin/tsc', ['-p', 'core', ...options]);
}

export function buildBundles(...options) {
  runNode('esbuild.mjs', ['--quiet', ...options]);
}

/** Runs a script's main; a failed step prints its message, anything else its stack. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    process.stderr.write(`${error instanceof StepFailed ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
