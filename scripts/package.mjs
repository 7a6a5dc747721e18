// `npm run package`: dist/prototxt-lens.vsix, no larger than it may be. vsce makes the README's relative links and
// pictures absolute by `repository` in package.json, since the marketplace shows the page without the other files.
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { argumentsOf } from './lib/options.mjs';
import { buildBundles, ensureInstalled, main, root, runNode, say, StepFailed, vsix } from './lib/steps.mjs';

const mostBytes = 6_500_000;
const folder = join(root, '.build', 'package');

export function packageExtension() {
  buildBundles('--production');
  collect();
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  runNode(vsce, ['package', '--no-dependencies', '--skip-license', '-o', vsix], { cwd: folder, show: false });
  const { size } = statSync(vsix);
  if (size > mostBytes) throw new StepFailed(`${relative(root, vsix)} has ${size} bytes, more than ${mostBytes}`);
  return size;
}

/** A folder for vsce, which compares every file in its folder with every line of .vscodeignore: only what may be included. */
function collect() {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, '.vscodeignore'), join(folder, '.vscodeignore'));
  const included = readFileSync(join(root, '.vscodeignore'), 'utf8').matchAll(/^!(.+)$/gm);
  for (const place of new Set([...included].map(([, pattern]) => placeOf(pattern)))) {
    // Of the project's own folder, the files alone.
    const paths = place === '.' ? readdirSync(root).filter((name) => statSync(join(root, name)).isFile()) : [place];
    for (const path of paths) cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  // Without `vscode:prepublish`, which would build again.
  const { scripts: _, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
}

/** The file that a pattern names, or the folder in which it has a wildcard. */
function placeOf(pattern) {
  const wildcard = pattern.indexOf('*');
  return wildcard < 0 ? pattern : dirname(pattern.slice(0, wildcard + 1));
}

if (process.argv[1] === import.meta.filename) {
  argumentsOf('npm run package: builds the extension as dist/prototxt-lens.vsix.');
  await main(() => {
    ensureInstalled();
    const size = packageExtension();
    say(`${relative(root, vsix)}: ${(size / 1e6).toFixed(2)} MB`);
  });
}
