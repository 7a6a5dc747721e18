/** The kinds of problems, their sentences and their documentation are consistent. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { english } from '#core/messages/en/index';
import { languages } from '#core/messages/languages';
import { generalMessageOf, messageOf } from '#core/messages/render';
import {
  allCodes,
  infoOf,
  kindOf,
  pageOf,
  placeless,
  problemAt,
  type Phrase,
  type Problem,
  type ProblemKind,
  type Related,
} from '#core/problems/index';
import { unwritten, withNewProblem } from '../../scripts/lib/new-problem.mjs';
import { pageWith } from '../../scripts/lib/problem-pages.mjs';

const root = resolve(import.meta.dirname, '../..');
const pages = join(root, 'docs/problems');
const span = { start: 0, end: 0 };

test('checks the arguments of each code at compile time', () => {
  const right: readonly Problem[] = [
    { code: 'layer/pad-too-large', span, args: { pad: 2, kernel: 2 } },
    { code: 'net/old-format', span, args: {} },
    placeless('weights/file-exists', { path: 'a.npy' }),
  ];
  const wrong: readonly Problem[] = [
    // @ts-expect-error: an argument has another name
    { code: 'layer/pad-too-large', span, args: { padding: 2, kernel: 2 } },
    // @ts-expect-error: an argument is missing
    { code: 'layer/pad-too-large', span, args: { pad: 2 } },
    // @ts-expect-error: an argument that the sentence does not use
    { code: 'layer/pad-too-large', span, args: { pad: 2, kernel: 2, stride: 1 } },
    // @ts-expect-error: the sentence has no arguments
    { code: 'net/old-format', span, args: { layer: 'a' } },
    // @ts-expect-error: a number that a plural depends on
    { code: 'net/loss-weight-count', span, args: { layer: 'a', found: 2, expected: '1' } },
    // @ts-expect-error: an unknown code
    { code: 'layer/pad-to-large', span, args: { pad: 2, kernel: 2 } },
    // @ts-expect-error: an argument has another name
    placeless('weights/file-exists', { file: 'a.npy' }),
    // @ts-expect-error: an argument of one of the two codes is missing
    problemAt(right.length > 0 ? 'layer/pad-too-large' : 'layer/group-zero', span, { pad: 2, kernel: 2 }),
  ];
  // @ts-expect-error: an argument of a phrase has another name
  const phrase: Phrase = { phrase: 'at-least', args: { blob: 2 } };
  // @ts-expect-error: an argument of a related place has another name
  const related: Related = { code: 'made-here', span, args: { name: 'conv1' } };
  expect([...right, ...wrong, phrase, related]).toHaveLength(13);
});

test('has no empty sentence', () => {
  const sentences = languages.flatMap(({ problems }) => Object.entries(problems));
  expect(sentences.filter(([, sentence]) => sentence.trim() === '' || sentence.includes(unwritten))).toEqual([]);
});

test('limits both parts of a sentence to 15 words', () => {
  const words = (sentence = ''): number =>
    sentence
      .replace(/\{\w+(?::[^}]*)?\}/g, 'x')
      .split(/\s+/)
      .filter((word) => /\w/.test(word)).length;
  const long = allCodes.filter((code) => Math.max(words(kindOf(code).says), words(kindOf(code).help)) > 15);
  expect(long).toEqual([]);
});

test('forms a code from its family, a slash, and words', () => {
  expect(allCodes.filter((code) => !/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
});

test('reports every code somewhere', () => {
  const sources = ['core', 'project', 'server', 'cli']
    .flatMap((room) => filesIn(join(root, room)))
    .filter((path) => !/core\/(problems|messages|edit\/fixes|schema\/generated)\//.test(path.replaceAll('\\', '/')))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  expect(allCodes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});

test.each([...new Set(allCodes.map(pageOf))])('docs/problems/%s.md is up to date (npm run docs)', (family) => {
  const kinds = allCodes
    .filter((code) => pageOf(code) === family)
    .map((code) => ({ code, info: infoOf(code), sentence: generalMessageOf(code, english) }));
  const page = readFileSync(join(pages, `${family}.md`), 'utf8');
  expect(page).toBe(pageWith(page, kinds));
});

test('keeps handwritten explanations of a page, in any order, and loses none', () => {
  const [a, b] = ['layer/a', 'layer/b'].map((code) => ({
    code,
    info: { severity: 'error' as const },
    sentence: `${code}.`,
  }));
  if (!a || !b) throw new Error();
  const page = `${pageWith('# Layers\n\nWhat it is about.', [a])}\nWhy a is so.\n\n- an item\n`;
  const both = pageWith(page, [b, a]);
  expect(both).toMatch(
    /^# Layers\n\nWhat it is about\.\n\n<!--[^]*`layer\/b`[^]*`layer\/a`[^]*Why a is so\.\n\n- an item\n$/,
  );
  expect(pageWith(both, [b, a])).toBe(both);
  expect(pageWith(both, [{ ...b, sentence: 'Other.' }, a])).toBe(both.replace('layer/b.', 'Other.'));
  expect(() => pageWith(both, [b])).toThrow('layer/a');
});

test('appends Caffe’s own words, with the same arguments', () => {
  const problem: Problem = { code: 'layer/group-outputs', span, args: { outputs: 5, group: 2 } };
  for (const language of languages) expect(messageOf(problem, language)).toMatch(/Caffe.*“Number of output should be/);
});

test('adds the entries of a new problem', async () => {
  const asked = { code: 'solver/new-one', severity: 'warning', says: "It's {found}.", help: 'b', zh: 'c {found}' };
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const changed = withNewProblem({ ...asked, fix: 'removeIt' }, read);
  expect([...changed.keys()]).toEqual([
    'core/problems/solver.ts',
    'core/messages/zh-cn/solver.ts',
    'core/edit/fixes/solver.ts',
    'test/edit/fix-samples.ts',
  ]);
  const table = await tableIn(changed.get('core/problems/solver.ts') ?? '', 'solverProblems');
  expect(table['solver/new-one']).toEqual({ severity: 'warning', says: "It's {found}.", help: 'b' });
  expect(table['solver/stepsize']).toBeDefined();
  for (const [path, text] of changed) {
    expect(() => transformSync(text, { loader: 'ts' }), path).not.toThrow();
    expect(text.replace(/\n {2}'solver\/new-one': (?:\{[^]*?\n {2}\}|.*),(?=\n)/, ''), path).toBe(read(path));
  }
  expect([...withNewProblem({ ...asked, fix: 'several' }, read).keys()]).not.toContain('test/edit/fix-samples.ts');
});

test('rejects an invalid new problem', () => {
  const asked = { severity: 'error', says: 'a', help: 'b', zh: 'c', fix: 'author' };
  const read = (path: string): string | undefined =>
    path === 'core/problems/solver.ts' ? readFileSync(join(root, path), 'utf8') : undefined;
  expect(() => withNewProblem({ ...asked, code: 'solver' }, read)).toThrow('a slash');
  expect(() => withNewProblem({ ...asked, code: 'solvers/x' }, read)).toThrow('no family solvers');
  expect(() => withNewProblem({ ...asked, code: 'solver/stepsize' }, read)).toThrow('exists already');
});

async function tableIn(source: string, name: string): Promise<Readonly<Record<string, ProblemKind>>> {
  const { code } = transformSync(source, { loader: 'ts', format: 'esm' });
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, never>;
  return module[name] ?? {};
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}
