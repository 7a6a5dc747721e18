/** What the tests of a file share. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, inject, onTestFailed } from 'vitest';
import { browse, picture, type Browsing } from './workbench';

/** One page, a picture of it where a test fails, and no browser behind the last. What it gives is there once the tests run. */
export function onePage(name: string, prepare: (page: Page) => Promise<void>): () => Browsing {
  let browsing: Browsing;
  let page: Page;
  beforeAll(async () => {
    browsing = await browse(inject('chromium'));
    page = await browsing.context.newPage();
    await prepare(page);
  });
  afterAll(() => browsing.browser.close());
  beforeEach(({ task }) => {
    onTestFailed(() => picture(page, `failed-${name}-${task.name.replace(/\W+/g, '-')}`));
  });
  return () => browsing;
}
