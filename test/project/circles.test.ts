/** No circular imports between files, not even of types. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const rooms = ['core', 'project', 'protocol', 'run', 'tools', 'server', 'webview', 'client', 'cli', 'bench', 'test'];

/** By file, the project files that it imports, values or types. */
type Imports = ReadonlyMap<string, readonly string[]>;

/** `from '…'`, `import '…'` and `import('…')`, as the formatter writes them; `#` and `.` begin the project's own. */
const imported = /\b(?:from|import)\s*\(?\s*'([#.][^'\n]+)'/g;

function importsOf(sources: ReadonlyMap<string, string>): Imports {
  return new Map(
    [...sources].map(([file, text]) => [
      file,
      [...text.matchAll(imported)].flatMap(([, name = '']) => {
        const path = name.startsWith('#') ? name.slice(1) : posix.join(dirname(file), name);
        return [`${path}.ts`, `${path}/index.ts`].filter((candidate) => sources.has(candidate));
      }),
    ]),
  );
}

/** Repeatedly removes files that import none of the others. */
function withoutEnds(imports: Imports): Imports {
  const left = new Map([...imports].map(([file, others]) => [file, others.filter((other) => imports.has(other))]));
  const kept = new Map([...left].filter(([, others]) => others.length > 0));
  return kept.size === imports.size ? kept : withoutEnds(kept);
}

/** The shortest circle through each file, if any; each circle is listed once. */
function circlesIn(all: Imports): readonly string[] {
  const imports = withoutEnds(all);
  const circles = new Map<string, string>();
  for (const start of imports.keys()) {
    const from = new Map<string, string>();
    const queue = [start];
    for (const file of queue) {
      for (const next of imports.get(file) ?? []) {
        if (from.has(next)) continue;
        from.set(next, file);
        queue.push(next);
      }
    }
    if (!from.has(start)) continue;
    const way: string[] = [];
    for (let file = start; way.length === 0 || file !== start; ) way.push((file = from.get(file) as string));
    const key = way.toSorted().join();
    if (!circles.has(key)) circles.set(key, [start, ...way].reverse().join(' → '));
  }
  return [...circles.values()];
}

function sourcesOf(folders: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    folders.flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .map((name) => posix.join(room, name.replaceAll('\\', '/')))
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.as.ts'))
        .map((file): [string, string] => [file, readFileSync(join(root, file), 'utf8')]),
    ),
  );
}

test('has no circular imports', () => {
  const sources = sourcesOf(rooms);
  expect(sources.size).toBeGreaterThan(500);
  expect(circlesIn(importsOf(sources))).toEqual([]);
});

test('finds a circle through types and re-exports', () => {
  const sources = new Map([
    ['a/one.ts', "import type { Two } from './two';\n"],
    ['a/two.ts', "export * from '#b/index';\n"],
    ['b/index.ts', "import { one } from '../a/one';\n"],
    ['b/alone.ts', "import { one } from '#a/one';\nimport { two } from 'two';\n"],
  ]);
  expect(circlesIn(importsOf(sources))).toEqual(['a/one.ts → a/two.ts → b/index.ts → a/one.ts']);
});

test('finds a circle through an inline type import', () => {
  const sources = new Map([
    ['a/one.ts', "export const one: import('./two').Two | undefined = undefined;\n"],
    ['a/two.ts', "export { one } from './one';\nexport interface Two {}\n"],
  ]);
  expect(circlesIn(importsOf(sources))).toEqual(['a/one.ts → a/two.ts → a/one.ts']);
});
