import * as nodeModule from 'node:module';

/**
 * Enables V8's compile cache in the system's temporary folder, which makes the next start faster. Node 22.1 and later have it.
 */
export function keepCompiled(): void {
  const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => void };
  enableCompileCache?.();
}
