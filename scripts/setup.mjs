// `npm run setup`: after it, the programs in dist run with plain `node`.
import { buildBundles, emitTypes, ensureInstalled, main, say } from './lib/steps.mjs';

await main(() => {
  ensureInstalled();
  buildBundles('--production');
  emitTypes();
  say('Ready: node dist/cli/main.cjs --help, node dist/server/node.cjs --stdio');
});
