/** Before any suite: the engine's schemas as data, so that `npx vitest` works in a fresh clone. */
import { execFileSync } from 'node:child_process';

export function setup(): void {
  execFileSync(process.execPath, ['scripts/compile-schemas.mjs'], { stdio: 'inherit' });
}
