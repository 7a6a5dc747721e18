// `npm run setup`: builds the programs in dist, so that they run with plain `node`.
import { argumentsOf } from './lib/options.mjs';
import { buildBundles, emitTypes, ensureInstalled, main, say } from './lib/steps.mjs';

argumentsOf('npm run setup: builds the programs in dist, so that they run with plain Node.');
await main(() => {
  ensureInstalled();
  buildBundles('--production');
  emitTypes();
  say('Ready: node dist/cli/main.cjs --help, node dist/server/node.cjs --stdio');
});
