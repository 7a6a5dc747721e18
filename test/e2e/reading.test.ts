/** Outline, states, rename and completion in a real VS Code with a server in Node. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { picture } from '../support/picture';
import { sharedWindow } from './one-page';
import { command, editor, lineWith, openFile, visibleLines, word } from './workbench';

let page: Page;

sharedWindow('reading', async (shared) => {
  page = shared;
  await openFile(page, 'stages.prototxt');
});

const status = (): Locator => page.locator('.statusbar-item', { hasText: 'Caffe:' }).first();

test('offers the states that the net names, and shows the shapes in the chosen one', async () => {
  await expect.poll(() => status().innerText()).toContain('TRAIN + TEST');
  await status().click();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'TEST, stage small' }).first().waitFor();
  await picture(page, 'states');
  await rows.filter({ hasText: 'TEST, stage small' }).first().click();
  await expect.poll(() => status().innerText()).toContain('TEST, stage small');
  await expect.poll(async () => (await visibleLines(page)).join('\n')).toMatch(/1×3×30×30/);
  // The other input is excluded, so it is faded.
  await editor(page)
    .locator('.squiggly-unnecessary, .squiggly-inline-unnecessary')
    .first()
    .waitFor({ state: 'attached' });
  await picture(page, 'state-chosen');
});

test('renames all occurrences of a blob', async () => {
  await word(lineWith(page, 'bottom: "block/conv"'), 'block/conv').click();
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input');
  await box.waitFor();
  await box.fill('features');
  await box.press('Enter');
  await expect
    .poll(async () => (await visibleLines(page)).filter((line) => line.includes('"features"')).length)
    .toBe(3);
  await page.keyboard.press('ControlOrMeta+z');
  await expect
    .poll(async () => (await visibleLines(page)).filter((line) => line.includes('"features"')).length)
    .toBe(0);
});

test('completes a whole layer, connected to the previous one', async () => {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Inner');
  const widget = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'InnerProduct' }).first();
  await widget.waitFor();
  await picture(page, 'completion');
  await widget.click();
  await expect.poll(async () => (await visibleLines(page)).join('\n')).toContain('name: "fc1"');
  expect((await visibleLines(page)).some((line) => line.includes('bottom: "block/conv"'))).toBe(true);
  await page.keyboard.press('Escape');
});

test('groups the outline by prefix', async () => {
  await command(page, 'Explorer: Focus on Outline View');
  const rows = page.locator('.outline-pane .monaco-list-row');
  await rows.filter({ hasText: '2 layers' }).first().waitFor();
  await rows.filter({ hasText: 'block/conv' }).first().waitFor();
  await picture(page, 'outline');
  await page.locator('.pane-header', { hasText: 'Outline' }).click();
  await rows.first().waitFor({ state: 'hidden' });
});
