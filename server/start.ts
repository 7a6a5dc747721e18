/** The server's program: the bundle of `node.ts`, compiled before where it ran before. */
import { keepCompiled } from '#project/node/keep-compiled';

keepCompiled();

// A bundle of its own, see esbuild.mjs.
void import('./node');
