// `npm run setup`: builds the programs in dist, so that they run with plain `node`.
import { buildBundles, emitTypes, ensureInstalled, main, say } from './lib/steps.mjs';

await main(() => {
  ensureInstalled();
  buildBundles('--production');
  emitTypes();
  say('Ready: node dist/cli/main.cjs --help, node dist/server/node.cjs --stdio');
});
