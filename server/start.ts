/** The server's entry point. It loads the bundle of `node.ts` through the compile cache. */
import { keepCompiled } from '#project/node/keep-compiled';

keepCompiled();

// A separate bundle, see esbuild.mjs.
void import('./node');
