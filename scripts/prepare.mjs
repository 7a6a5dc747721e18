// npm runs this after `npm ci` in a clone, and before packing. Without the build tools (`npm ci --omit=dev`) nothing can be
// built, which is not an error.
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
