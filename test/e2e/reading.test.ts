/** Outline, states, rename and completion in a real VS Code with a server in Node. `web.test.ts` has them without Node. */
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { picture } from '../support/picture';
import { sharedWindow } from './one-page';
import { readingSteps } from './reading';
import { command, openFile } from './workbench';

let page: Page;

sharedWindow('reading', async (shared) => {
  page = shared;
  await openFile(page, 'stages.prototxt');
});

readingSteps('desktop', () => page);

test('groups the outline by prefix', async () => {
  await command(page, 'Explorer: Focus on Outline View');
  const rows = page.locator('.outline-pane .monaco-list-row');
  await rows.filter({ hasText: '2 layers' }).first().waitFor();
  await rows.filter({ hasText: 'block/conv' }).first().waitFor();
  await picture(page, 'outline');
  await page.locator('.pane-header', { hasText: 'Outline' }).click();
  await rows.first().waitFor({ state: 'hidden' });
});
