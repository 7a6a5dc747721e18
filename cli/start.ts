/** The command line's program: the bundle of `main.ts`, compiled before where it ran before. */
import { keepCompiled } from '#project/node/keep-compiled';

keepCompiled();

// A bundle of its own, see esbuild.mjs.
void import('./main');
