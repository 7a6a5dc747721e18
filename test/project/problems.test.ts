/** Codes, their sentences and their pages say the same. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { codes, pageOf, type Code } from '#core/codes/index';
import { en, english } from '#core/messages/en/index';
import { generalMessageOf } from '#core/messages/render';

const root = resolve(import.meta.dirname, '../..');
const pages = join(root, 'docs/problems');
const all = Object.keys(codes) as readonly Code[];

test('every code has a sentence, and every sentence a code', () => {
  expect(Object.keys(en).sort()).toEqual([...all].sort());
  expect(all.filter((code) => en[code].trim() === '')).toEqual([]);
});

test('a code is its family, a stroke, and words', () => {
  expect(all.filter((code) => !/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
});

test('every code is reported somewhere', () => {
  const sources = ['core', 'server', 'cli']
    .flatMap((room) => filesIn(join(root, room)))
    .filter((path) => !/core\/(codes|messages|schema\/generated)\//.test(path.replaceAll('\\', '/')))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  expect(all.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});

test('every code has a heading on the page of its family, and every heading a code', () => {
  const written = existsSync(pages) ? readdirSync(pages).filter((name) => name.endsWith('.md')) : [];
  const headings = written.flatMap((name) =>
    [...readFileSync(join(pages, name), 'utf8').matchAll(/^#+ `?([a-z]+\/[\w-]+)`?\s*$/gm)].map(([, code]) => ({
      name,
      code,
    })),
  );
  const explained = new Set(headings.map(({ code }) => code));
  expect(all.filter((code) => !explained.has(code))).toEqual([]);
  expect(
    headings.filter(
      ({ name, code }) => !(code !== undefined && code in codes) || name !== `${pageOf(code as Code)}.md`,
    ),
  ).toEqual([]);
});

test('a page says of each code how severe it is, and the sentence itself', () => {
  const wrong = all.filter((code) => {
    const page = readFileSync(join(pages, `${pageOf(code)}.md`), 'utf8');
    const [, said = ''] = page.split(`## \`${code}\`\n`);
    const [severity = '', sentence = ''] = (said.split('\n## ')[0] ?? '').trim().split('\n\n');
    return (
      !severity.toLowerCase().startsWith(codes[code].severity) || sentence !== `> ${generalMessageOf(code, english)}`
    );
  });
  expect(wrong).toEqual([]);
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}
