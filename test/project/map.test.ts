/** Paths and links in the documents exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const pages = readdirSync(root).filter((name) => name.endsWith('.md'));

test('has every path that ARCHITECTURE.md and CONTRIBUTING.md name', () => {
  const named = ['ARCHITECTURE.md', 'CONTRIBUTING.md'].flatMap((page) => pathsIn(read(page)));
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('lists every folder of the project in the map', () => {
  const map = pathsIn(read('ARCHITECTURE.md'));
  const rooms = ['.', 'core'].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^\.|^(node_modules|dist|coverage)$/.test(entry.name))
      .filter((entry) => readdirSync(join(root, folder, entry.name)).length > 0)
      .map((entry) => (folder === '.' ? entry.name : `${folder}/${entry.name}`)),
  );
  const missing = rooms.filter((room) => room !== 'core' && !map.includes(room));
  expect(missing).toEqual([]);
});

test.each(pages)('has the target of every relative link in %s', (page) => {
  const links = [...read(page).matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, link]) => link ?? '');
  expect(links.filter((link) => !existsSync(resolve(root, dirname(page), link)))).toEqual([]);
});

/** Text in backticks that contains a slash, and the first column of the map. */
function pathsIn(text: string): readonly string[] {
  const column = [...text.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) => [
    ...(cell ?? '').matchAll(/`([\w./-]+)`/g),
  ]);
  const elsewhere = [...text.matchAll(/`(\.?[\w-]+(?:\/[\w.-]+)+)`/g)];
  return [...column, ...elsewhere]
    .map(([, path]) => path ?? '')
    .filter((path) => /^[\w.]/.test(path) && !path.includes('npm '));
}

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}
