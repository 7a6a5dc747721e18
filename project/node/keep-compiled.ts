import * as nodeModule from 'node:module';

/** Node 22.1 and later keep what V8 compiled, in the system's folder for what is temporary, and begin with it the next time. */
export function keepCompiled(): void {
  const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => void };
  enableCompileCache?.();
}
