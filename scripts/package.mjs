// `npm run package`: writes dist/prototxt-lens.vsix, and checks its size.
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { buildBundles, ensureInstalled, main, root, runNode, say, StepFailed, vsix } from './lib/steps.mjs';

const mostBytes = 6_500_000;

export function packageExtension() {
  buildBundles('--production');
  runNode(
    'node_modules/@vscode/vsce/vsce',
    [
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '--skip-license',
      '-o',
      vsix,
    ],
    { show: false },
  );
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
