/** The scripts of package.json start in a clone in which nothing is installed: they install what they need. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Record<string, string> };

/** Those that a newcomer runs first. */
const first = ['start', 'test', 'setup', 'web', 'package', 'prepare'];

test.each(first)('npm run %s imports no package before it has installed them', (name) => {
  const [, script = ''] = /^node (scripts\/\S+\.mjs)/.exec(scripts[name] ?? '') ?? [];
  expect(packagesOf(script, new Set())).toEqual([]);
});

/** The packages that a script and its own modules import statically. */
function packagesOf(file: string, seen: Set<string>): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = [
    ...readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^'"]*? from '([^']+)';|^import '([^']+)';/gm),
  ];
  return imports
    .map(([, from, bare]) => from ?? bare ?? '')
    .filter((source) => !source.startsWith('node:'))
    .flatMap((source) => (source.startsWith('.') ? packagesOf(join(dirname(file), source), seen) : [source]));
}
