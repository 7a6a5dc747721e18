/** Shared by the tests of a file. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, inject, onTestFailed } from 'vitest';
import { screenshot } from '../support/picture';
import { browse, type Browsing } from './workbench';

/**
 * Opens one page for all tests, takes a screenshot if a test fails, and closes the browser at the end. The result may be used
 * only while tests run.
 */
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
    onTestFailed(() => screenshot(page, `failed-${name}-${task.name.replace(/\W+/g, '-')}`));
  });
  return () => browsing;
}
