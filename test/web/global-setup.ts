/** Serves the built page on the web. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { chromium } from '../../scripts/lib/chromium.mjs';
import { root } from '../../scripts/lib/steps.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder with the built page. */
    readonly site: string;
    /** The path of the Chromium to drive. */
    readonly chromium: string;
  }
}

export function setup(project: TestProject): void {
  const site = join(root, 'dist', 'web');
  if (!existsSync(join(site, 'index.html')))
    throw new Error('There is no page to test: run `npm run web` first, or `npm test -- web`.');
  project.provide('site', site);
  project.provide('chromium', chromium());
}
