/** LeNet in VS Code for the web, in the oldest version that the extension supports: no server, no Node, no disk. */
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { picture } from '../support/picture';
import { ownPage } from './one-page';
import { showKernels } from './panel';
import { editor, hover, lineWith, openFile, openFolder, visibleLines, word } from './workbench';

let page: Page;

ownPage('oldest', async (fresh) => {
  page = fresh;
  await openFolder(page, inject('webOrigin'));
  await openFile(page, 'lenet.prototxt');
});

test('shows shapes as hints', async () => {
  await expect
    .poll(async () => (await visibleLines(page)).find((line) => line.includes('top: "conv1"')))
    .toContain('64×20×24×24');
  expect(await editor(page).locator('.squiggly-error').count()).toBe(0);
});

test('marks an error, until it is undone', async () => {
  await word(lineWith(page, 'kernel_size: 5'), '5').click();
  await page.keyboard.press('End');
  await page.keyboard.type('00');
  await editor(page).locator('.squiggly-error').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await editor(page).locator('.squiggly-error').first().waitFor({ state: 'detached' });
});

test("shows the filler's numbers in the hover", async () => {
  expect(
    await hover(page, lineWith(page, 'type: "xavier"').first().locator('span', { hasText: 'xavier' }).last(), 'fan_in'),
  ).toContain('20×1×5×5');
});

test('shows the kernels in the panel', async () => {
  await showKernels(page, 'conv1');
  await picture(page, 'oldest-weights-dark');
});
