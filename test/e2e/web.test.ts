/** The packaged extension in the browser's extension host of a real VS Code, its server a web worker: no Node anywhere. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFailed, beforeEach, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { conv1 } from './nets';
import { addWebExtension, browse, editor, hover, lineWith, openFile, openFolder, picture, visibleLines, word, type Browsing } from './workbench';

let browsing: Browsing;
let page: Page;

beforeAll(async () => {
  browsing = await browse(inject('chromium'));
  page = await browsing.context.newPage();
  await addWebExtension(page, inject('unpacked'));
  await openFolder(page, addressOf(inject('bareOrigin'), inject('folder')));
  await openFile(page, 'refused.prototxt');
});

afterAll(() => browsing.browser.close());

beforeEach(({ task }) => {
  onTestFailed(() => picture(page, `failed-web-${task.name.replace(/\W+/g, '-')}`));
});

test('the worker finds the problem', async () => {
  await editor(page).locator('.squiggly-error').first().waitFor({ state: 'attached' });
});

test('the worker answers a hover', async () => {
  const text = await hover(page, word(lineWith(page, 'type: "xavier"'), 'xavier'), 'fan_in');
  expect(text).toContain(String(conv1.fanIn));
});

test('the worker gives hints', async () => {
  await expect.poll(async () => (await visibleLines(page)).find((line) => line.includes('top: "conv1"'))).toContain(conv1.top.join('×'));
});

test('nothing was asked of anyone outside', () => {
  expect(browsing.outside).toEqual([]);
});
