// npm runs this after `npm ci` in a clone, and before it packs. Where the build's own tools are not installed
// (`npm ci --omit=dev`) there is nothing to build with, and that is no failure.
import { createRequire } from 'node:module';
import { buildBundles, emitTypes, main, say } from './lib/steps.mjs';

await main(() => {
  if (!['assemblyscript/asc', 'esbuild', 'protobufjs', 'typescript'].every(has)) {
    say('prototxt-lens: not built, since the development packages are not installed');
    return;
  }
  buildBundles('--production');
  emitTypes();
});

function has(name) {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
