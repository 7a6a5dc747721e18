import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bundledEngine, bundledFiles } from '../../scripts/lib/bundled-engine.mjs';

// All tests pass with the sources, too: in half as much time again.
it('a test loads the bundled modules', () => {
  const path = bundledEngine().resolveId('#core/analysis/analysis', import.meta.filename);
  expect(path).toMatch(bundledFiles);
  expect(existsSync(path ?? '')).toBe(true);
});
