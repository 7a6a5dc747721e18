/** The command line's entry point. It loads the bundle of `main.ts` through the compile cache. */
import { keepCompiled } from '#project/node/keep-compiled';

keepCompiled();

// A separate bundle, see esbuild.mjs.
void import('./main');
