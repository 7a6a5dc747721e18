/** The commands of `action.yml` and `.pre-commit-hooks.yaml`, as they are written there, in a folder with nets. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../support/system-folder';
import { smallNet } from '../support/small-nets';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const root = resolve('.');
const action = parse(readFileSync('action.yml', 'utf8')) as Action;
const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
const program = resolve('dist/cli/main.cjs');

const bad = smallNet.replace('bottom: "data"', 'bottom: "dat"');
const unformatted = smallNet.replace('  name: "conv"', '      name: "conv"');

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  git('init', '--quiet');
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(...args: readonly string[]): void {
  expect(spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stderr).toBe('');
}

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git('add', '.');
}

interface Ran {
  readonly status: number | null;
  readonly out: string;
}

/** A step of the action, with the defaults of its inputs where none are given. */
function step(id: string, inputs: Readonly<Record<string, string>> = {}): Ran {
  const found = action.runs.steps.find((each) => each.id === id);
  const valueOf = (text: string): string =>
    text.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '');
  const own = Object.entries(found?.env ?? {}).map(([name, text]) => [name, valueOf(text)]);
  const env = {
    ...process.env,
    GITHUB_ACTION_PATH: root,
    GITHUB_OUTPUT: join(folder, '.git', 'output'),
    RUNNER_TEMP: join(folder, '.git'),
    LANG: 'C',
    ...(Object.fromEntries(own) as Record<string, string>),
  };
  expect(found?.shell).toBe('bash');
  // As a runner calls it.
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', found?.run ?? ''];
  const { status, stdout, stderr } = spawnSync('bash', args, { cwd: folder, env, encoding: 'utf8' });
  return { status, out: stdout + stderr };
}

test.skipIf(process.platform === 'win32')('the action accepts good nets, and writes SARIF', () => {
  put({ 'net.prototxt': smallNet, 'models/净 net.prototxt': smallNet, 'notes.txt': bad });
  expect(step('check')).toEqual({ status: 0, out: '' });
  expect(step('format')).toEqual({ status: 0, out: '' });
  const sarif = JSON.parse(readFileSync(join(folder, 'prototxt-lens.sarif'), 'utf8')) as { readonly version: string };
  expect(sarif.version).toBe('2.1.0');
  expect(readFileSync(join(folder, '.git', 'output'), 'utf8')).toBe('sarif=prototxt-lens.sarif\n');
});

test.skipIf(process.platform === 'win32')('the action fails for a net that Caffe rejects, and shows why', () => {
  put({ 'bad.prototxt': bad, 'net.prototxt': smallNet });
  const { status, out } = step('check', { sarif: 'out.sarif' });
  expect(status).toBe(1);
  expect(out).toMatch(/^bad\.prototxt:5:12: error net\/unknown-bottom /);
  const { runs } = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')) as {
    readonly runs: readonly { readonly results: readonly { readonly ruleId: string; readonly fixes?: unknown }[] }[];
  };
  expect(runs[0]?.results).toMatchObject([{ ruleId: 'net/unknown-bottom', fixes: [expect.anything()] }]);
});

test.skipIf(process.platform === 'win32')('the action takes pathspecs and a schema', () => {
  put({ 'bad.prototxt': bad, 'models/net.prototxt': smallNet, 'models/old/bad.prototxt': bad });
  expect(step('check', { files: 'models/\n:!models/old\n' })).toEqual({ status: 0, out: '' });
  expect(step('check', { files: 'models/', schema: 'nonsense' })).toMatchObject({ status: 2 });
});

test.skipIf(process.platform === 'win32')(
  'the action fails for a net that is not formatted, unless told not to',
  () => {
    put({ 'net.prototxt': unformatted });
    expect(step('check').status).toBe(0);
    expect(step('format')).toEqual({ status: 1, out: expect.stringContaining('net.prototxt') });
    const [, condition = ''] = /id: format\n\s*if: (.*)/.exec(readFileSync('action.yml', 'utf8')) ?? [];
    expect(condition).toBe("${{ !cancelled() && inputs.format == 'true' }}");
  },
);

test('the action builds the programs with a script that exists, and names its outputs', () => {
  const build = action.runs.steps.find(({ id }) => id === 'build')?.run;
  expect(build).toBe('npm run --silent setup --prefix "$GITHUB_ACTION_PATH"');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: object };
  expect(scripts).toHaveProperty('setup');
  expect(action.outputs).toMatchObject({ sarif: { value: '${{ steps.check.outputs.sarif }}' } });
});

/** A hook as pre-commit calls it: its entry with the staged files that it is for, which the package's program answers. */
function hook(id: string, files: readonly string[]): Ran {
  const found = hooks.find((each) => each.id === id);
  const [name, ...args] = found?.entry.split(' ') ?? [];
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly bin: Readonly<Record<string, string>>;
  };
  expect(resolve(bin[name ?? ''] ?? '')).toBe(program);
  const staged = files.filter((path) => new RegExp(found?.files ?? '').test(path));
  const env = { ...process.env, LANG: 'C' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, ...staged], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, out: stdout + stderr };
}

test('the hooks check what is staged, and its format', () => {
  put({ 'net.prototxt': smallNet, 'bad.prototxt': bad, 'rough.prototxt': unformatted, 'notes.txt': 'x' });
  expect(hooks.map(({ id, language }) => [id, language])).toEqual([
    ['prototxt-check', 'node'],
    ['prototxt-format', 'node'],
  ]);
  expect(hook('prototxt-check', ['net.prototxt', 'notes.txt'])).toEqual({ status: 0, out: '' });
  expect(hook('prototxt-check', ['net.prototxt', 'bad.prototxt'])).toEqual({
    status: 1,
    out: expect.stringMatching(/^bad\.prototxt:5:12: error net\/unknown-bottom/),
  });
  expect(hook('prototxt-format', ['net.prototxt', 'notes.txt'])).toEqual({ status: 0, out: '' });
  expect(hook('prototxt-format', ['rough.prototxt'])).toEqual({
    status: 1,
    out: expect.stringContaining('rough.prototxt'),
  });
});
