// Common to all scripts: the repository's folder, progress messages, and running programs that must succeed. Uses only built-in
// modules, since these scripts run before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  const why = error?.message ?? (signal ? `ended by ${signal}` : `exit code ${status}`);
  throw stepFailed(command, args, why, `${stdout ?? ''}${stderr ?? ''}`);
}

/** Runs a program beside others, and resolves to what it has printed; with `show`, the output is passed through instead. */
export function runBeside(command, args, { cwd = root, show = false, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const stream = show ? 'inherit' : 'pipe';
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', stream, stream] });
    for (const printed of [child.stdout, child.stderr])
      printed?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => reject(stepFailed(command, args, error.message, output)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(stepFailed(command, args, signal ? `ended by ${signal}` : `exit code ${code}`, output));
    });
  });
}

function stepFailed(command, args, why, output) {
  return new StepFailed(`${[command, ...args].join(' ')}: ${why}${output === '' ? '' : `\n${output.trimEnd()}`}`);
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

/** Installs the project's packages unless they are those of the lock file. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode)
    throw new StepFailed(`Node ${oldestNode} or newer is needed; this is ${process.versions.node}.`);
  const installed = packagesOf('node_modules/.package-lock.json');
  const wanted = Object.entries(packagesOf('package-lock.json')).filter(([path]) => path !== '');
  // Optional ones are for other systems.
  const isThere = ([path, { integrity, optional }]) =>
    installed[path] === undefined ? optional : installed[path].integrity === integrity;
  if (wanted.every(isThere)) return;
  say('Installing the packages of package-lock.json …');
  npm(['ci', '--ignore-scripts']);
}

/** By their folders; none if the file does not exist. */
function packagesOf(lock) {
  const path = join(root, lock);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** The library's declarations, in dist/types, for TypeScript programs that import it: those that checking `core` has emitted. */
export function emitTypes() {
  runNode('node_modules/typescript/bin/tsc', ['-b', 'core']);
  const types = join(root, 'dist/types');
  rmSync(types, { recursive: true, force: true });
  const emitted = join(root, '.build/types/core');
  // Those of deleted files are still there.
  const hasSource = (path) => existsSync(join(root, 'core', relative(emitted, path).replace(/\.d\.ts$/, '.ts')));
  const isWanted = (path) => (path.endsWith('.d.ts') || statSync(path).isDirectory()) && hasSource(path);
  cpSync(emitted, types, { recursive: true, filter: isWanted });
  completeTypes(types);
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
