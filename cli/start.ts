/** The command line's program: the bundle of `main.ts`, compiled before where it ran before. */
import * as nodeModule from 'node:module';

/** See `server/start.ts`. */
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => void };
enableCompileCache?.();

void import('./main');
