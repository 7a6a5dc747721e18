/** Runs before all suites: compiles the schemas and the WebAssembly engine, so that `npx vitest` works in a fresh clone. */
import { compileEngine } from '../../scripts/compile-engine.mjs';
import { compileSchemas } from '../../scripts/compile-schemas.mjs';

export async function setup(): Promise<void> {
  await compileSchemas();
  await compileEngine();
}
