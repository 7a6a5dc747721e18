/** The panel of initial weights in a real VS Code. The tests are steps of one session. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, onTestFailed, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { panel, pixelsOf } from './panel';
import { browse, command, lineWith, openFile, openFolder, picture, word, type Browsing } from './workbench';

let browsing: Browsing;
let page: Page;

beforeAll(async () => {
  browsing = await browse(inject('chromium'));
  page = await browsing.context.newPage();
  await openFolder(page, addressOf(inject('origin'), inject('folder')));
  await openFile(page, 'alexnet_train_val.prototxt');
});

afterAll(() => browsing.browser.close());

beforeEach(({ task }) => {
  onTestFailed(() => picture(page, `failed-weights-${task.name.replace(/\W+/g, '-')}`));
});

test('the command shows the layer under the cursor', async () => {
  await word(lineWith(page, 'name: "conv1"'), 'conv1').click();
  await command(page, 'Prototxt: Preview Initial Weights');
  await panel(page).locator('h1', { hasText: 'conv1' }).waitFor();
  await expect.poll(() => pixelsOf(panel(page).locator('canvas.kernels').first()).then(({ colours }) => colours)).toBeGreaterThan(100);
  await picture(page, 'weights-conv1-dark');
});
