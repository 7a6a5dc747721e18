/**
 * The package as `npm pack` makes it, installed in an empty folder without a network: the README's example runs in Node and
 * from a bundle, and its types are found and complete.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'esbuild';
import { emitTypes } from '../../scripts/lib/steps.mjs';
import { temporaryFolder } from '../support/system-folder';

const [, example = ''] =
  /```js\n(import .*?from 'prototxt-lens';.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];

const printed = 'layer/num-output-missing 172 The layer has no `num_output`.';

let folder = '';
beforeAll(() => {
  folder = temporaryFolder();
  emitTypes();
  npm('pack', resolve('.'), '--ignore-scripts', '--pack-destination', folder);
  const [archive = ''] = readdirSync(folder);
  console.info(`npm pack: ${(statSync(join(folder, archive)).size / 1e6).toFixed(2)} MB`);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  npm('install', `./${archive}`, '--offline', '--ignore-scripts', '--no-audit', '--no-fund');
  writeFileSync(join(folder, 'example.ts'), example);
  writeFileSync(join(folder, 'example.mjs'), example);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function npm(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
}

function node(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

test('brings no other package along', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['prototxt-lens']);
});

test('the example has at most ten lines, and runs in Node', () => {
  expect(
    example
      .trim()
      .split('\n')
      .filter((line) => line !== '').length,
  ).toBeLessThanOrEqual(10);
  const out = node('example.mjs');
  expect(out).toContain(printed);
  expect(out).toContain('TRAIN data [ [ 1, 3, 8, 8 ] ]');
});

test.each(['node', 'browser'] as const)('runs from a bundle for %s', async (platform) => {
  const outfile = join(folder, `bundle-${platform}.mjs`);
  const { warnings } = await build({
    entryPoints: [join(folder, 'example.mjs')],
    bundle: true,
    platform,
    format: 'esm',
    outfile,
    absWorkingDir: folder,
    logLevel: 'silent',
  });
  expect(warnings).toEqual([]);
  expect(node(outfile)).toContain(printed);
});

test.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('has complete types for module %s, resolution %s', (module, moduleResolution) => {
  const compilerOptions = {
    ...{ module, moduleResolution, target: 'es2022', lib: ['es2022', 'dom'], types: [] },
    ...{ strict: true, noEmit: true, skipDefaultLibCheck: true, exactOptionalPropertyTypes: true },
  };
  const wrong = `import { analyze, bvlc } from 'prototxt-lens';\n// @ts-expect-error -- a text is no number\nanalyze(3, { dialect: bvlc }).problems;\n// @ts-expect-error -- there is no such member\nanalyze('', { dialect: bvlc }).problem;\n`;
  writeFileSync(join(folder, 'wrong.ts'), wrong);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const tsc = [resolve('node_modules/typescript/bin/tsc'), '-p', '.', '--singleThreaded'];
  const { status, stdout } = spawnSync(process.execPath, tsc, { cwd: folder, encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, '']);
});

test('runs the programs', () => {
  const bin = join(folder, 'node_modules/prototxt-lens/dist/cli/main.cjs');
  expect(node(bin, '--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
});
