/** The server's program: the bundle of `node.ts`, compiled before where it ran before. */
import * as nodeModule from 'node:module';

/** Node 22.1 and later keep what V8 compiled, in the system's folder for what is temporary, and begin with it the next time. */
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => void };
enableCompileCache?.();

// A bundle of its own, see esbuild.mjs.
void import('./node');
