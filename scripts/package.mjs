// `npm run package`: dist/prototxt-lens.vsix, no larger than it may be. vsce makes the README's relative links and
// pictures absolute by `repository` in package.json, since the marketplace shows the page without the other files.
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureInstalled, main, root, runNode, say, StepFailed, vsix } from './lib/steps.mjs';

const mostBytes = 6_500_000;

/** vsce builds for production first, by `vscode:prepublish`. */
export function packageExtension() {
  runNode('node_modules/@vscode/vsce/vsce', ['package', '--no-dependencies', '--skip-license', '-o', vsix], {
    show: false,
  });
  const { size } = statSync(vsix);
  if (size > mostBytes) throw new StepFailed(`${relative(root, vsix)} has ${size} bytes, more than ${mostBytes}`);
  return size;
}

if (process.argv[1] === import.meta.filename) {
  await main(() => {
    ensureInstalled();
    const size = packageExtension();
    say(`${relative(root, vsix)}: ${(size / 1e6).toFixed(2)} MB`);
  });
}
