/**
 * The targets of a net: chosen in the status bar, written as a comment, shown as warnings at the words that they are about, and
 * followed by a quick fix.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { picture, viewsIn } from '../support/picture';
import { sharedWindow } from './one-page';
import { chooseAction, editor, hover, inTheme, lineWith, openFile, visibleLines, word } from './workbench';

let page: Page;

sharedWindow('targets', async (fresh) => {
  page = fresh;
  await openFile(page, 'depthwise.prototxt');
});

const status = () => page.locator('.statusbar-item[id$="prototxtLens.targets"]');
const rows = () => page.locator('.quick-input-list .monaco-list-row');
const warnings = () => editor(page).locator('.squiggly-warning, .squiggly-inline-warning');

test('a net without targets has an entry without a name', async () => {
  await status().waitFor();
  expect((await status().innerText()).trim()).toBe('');
  expect(await warnings().count()).toBe(0);
});

test('the chosen target is written as a comment and named in the status bar', async () => {
  await status().click();
  await rows().filter({ hasText: 'Ascend 310' }).first().click();
  await picture(page, 'targets-choice');
  await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  await rows().filter({ hasText: '# prototxt: target=ascend310' }).first().click();
  await expect.poll(async () => (await visibleLines(page))[0]).toContain('# prototxt: target=ascend310');
  await expect.poll(() => status().innerText()).toContain('Ascend 310');
});

test('a warning is at the layer type that must be rewritten', async () => {
  await warnings().first().waitFor({ state: 'attached' });
  const shown = await hover(
    page,
    word(lineWith(page, 'type: "ConvolutionDepthwise"'), 'ConvolutionDepthwise'),
    'ConvolutionDepthwise',
  );
  expect(shown).toContain('Ascend');
  for (const theme of viewsIn(['dark', 'light', 'high-contrast'] as const)) {
    await inTheme(page, theme);
    await status().hover();
    await page.locator('.monaco-hover:not(.hidden)', { hasText: 'Ascend 310' }).first().waitFor();
    await picture(page, `targets-${theme}`);
  }
});

test('a quick fix rewrites the layer, which removes the warning', async () => {
  await word(lineWith(page, 'type: "ConvolutionDepthwise"'), 'ConvolutionDepthwise').click();
  await chooseAction(page, 'Quick Fix...', 'Convolution');
  await expect.poll(async () => (await visibleLines(page)).join('\n')).toMatch(/type: "Convolution"[^]*group: 3/);
  await expect.poll(() => warnings().count()).toBe(0);
});
