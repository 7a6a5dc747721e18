// `npm run pictures`: runs the tests in the editor and in the browser, and copies their screenshots for the README.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { argumentsOf } from './lib/options.mjs';
import { main, root, runNode, say } from './lib/steps.mjs';

const kept = [
  'lenet-dark',
  'lenet-light',
  'hover-dark',
  'problems-dark',
  'weights-compared-dark',
  'signal-alexnet-dark',
  'net-table-dark',
  'site-light',
  'run-tanh-wide-dark',
  'run-tanh-gradients-dark',
];

argumentsOf('npm run pictures: takes the pictures in media from the tests in VS Code and in the browser.');
await main(() => {
  runNode('scripts/test.mjs', ['web', 'e2e', 'e2e-own'], { env: { ...process.env, PICTURES: '1' } });
  mkdirSync(join(root, 'media'), { recursive: true });
  for (const name of kept)
    copyFileSync(join(root, 'test', 'e2e', 'artifacts', `${name}.png`), join(root, 'media', `${name}.png`));
  say(`media: ${kept.map((name) => `${name}.png`).join(', ')}`);
});
