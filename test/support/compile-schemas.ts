/** Runs before all suites: compiles the schemas and the WebAssembly engine, so that `npx vitest` works in a fresh clone. */
import { execFileSync } from 'node:child_process';

export function setup(): void {
  for (const script of ['scripts/compile-schemas.mjs', 'scripts/compile-engine.mjs'])
    execFileSync(process.execPath, [script], { stdio: 'inherit' });
}
