/** What the documents name exists: paths, links and their anchors. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const pages = ['.', 'docs', 'docs/problems'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => (folder === '.' ? name : `${folder}/${name}`)),
);

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

test.each(pages)('every relative link of %s leads somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  const broken = links.filter(([, path = '', anchor]) => {
    const target = path === '' ? page : join(dirname(page), path);
    return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor));
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

test('has every command that the documents name', () => {
  const titles = Object.entries(JSON.parse(read('package.nls.json')) as Record<string, string>)
    .filter(([key]) => key.startsWith('command.'))
    .map(([, title]) => title);
  const named = pages.flatMap((page) => [...read(page).matchAll(/\*Prototxt: ([^*]+)\*/g)].map(([, title]) => title));
  expect(named).toContain('Show Signal');
  expect(named.filter((title) => title === undefined || !titles.includes(title))).toEqual([]);
});

test('the pictures of the README are PNG, which the marketplace shows', () => {
  const pictures = [...read('README.md').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
  expect(pictures.length).toBeGreaterThan(2);
  for (const path of pictures)
    expect(readFileSync(join(root, path)).subarray(0, 4).toString('latin1'), path).toBe('\x89PNG');
});

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Paths in backticks (with a slash), and all names in the first column of the map. */
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
