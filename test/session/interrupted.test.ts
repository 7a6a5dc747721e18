/** The built shell ends on Ctrl-C, whatever it does, and leaves no unfinished file. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../support/system-folder';

let folder = '';
let shell: ChildProcess | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  shell?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const program = resolve('dist/cli/main.cjs');

/** In ms: a second is promised, and this is for a busy machine. */
const soon = 5_000;

function start(args: readonly string[]): ChildProcess {
  shell = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return shell;
}

function longNet(): string {
  const layer = (i: number): string =>
    `layer { name: "a${i}" type: "InnerProduct" bottom: "a${i - 1}" top: "a${i}" inner_product_param { num_output: 9 } }\n`;
  return `layer { name: "a0" type: "Input" top: "a0" input_param { shape { dim: 2 dim: 9 } } }\n${Array.from({ length: 70_000 }, (_, i) => layer(i + 1)).join('')}`;
}

const pause = (milliseconds: number): Promise<unknown> => new Promise((done) => setTimeout(done, milliseconds));

test.skipIf(process.platform === 'win32')('in the middle of an analysis', async () => {
  const paths = ['a', 'b', 'c', 'd'].map((name) => join(folder, `${name}.prototxt`));
  for (const path of paths) writeFileSync(path, longNet());
  const running = start(['check', ...paths]);
  await pause(1500);
  expect(running.exitCode).toBeNull();
  running.kill('SIGINT');
  // As the system ends it: what called it sees 130.
  expect(await once(running, 'exit', { signal: AbortSignal.timeout(soon) })).toEqual([null, 'SIGINT']);
});

test.skipIf(process.platform === 'win32')('a shell sees 130', () => {
  const path = join(folder, 'a.prototxt');
  writeFileSync(path, longNet());
  const command = `"${process.execPath}" "${program}" check "${path}" "${path}" "${path}" & pid=$!; sleep 1; kill -INT $pid; wait $pid; echo $?`;
  // Job control, or the shell has its background processes ignore the signal.
  const { stdout } = spawnSync('bash', ['-mc', command], { encoding: 'utf8' });
  expect(stdout.trim()).toBe('130');
});

test.skipIf(process.platform === 'win32')('in the middle of a file, which goes', async () => {
  const running = start(['weights', resolve('examples/vgg16.prototxt'), '--out', join(folder, 'w.caffemodel')]);
  await expect.poll(() => readdirSync(folder), { timeout: 60_000, interval: 20 }).not.toEqual([]);
  running.kill('SIGINT');
  expect(await once(running, 'exit', { signal: AbortSignal.timeout(soon) })).toEqual([130, null]);
  expect(readdirSync(folder)).toEqual([]);
});
