/** Completion, rename and the choice of a state: steps on `stages.prototxt`, in whichever host the extension runs. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { picture } from '../support/picture';
import { editor, lineWith, visibleLines, word } from './workbench';

/** The file is open. `host` names the pictures. */
export function readingSteps(host: 'desktop' | 'web', pageOf: () => Page): void {
  const status = (): Locator => pageOf().locator('.statusbar-item', { hasText: 'Caffe:' }).first();

  test('offers the states that the net names, and shows the shapes in the chosen one', async () => {
    const page = pageOf();
    await expect.poll(() => status().innerText()).toContain('TRAIN + TEST');
    await status().click();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'TEST, stage small' }).first().waitFor();
    await picture(page, `states-${host}`);
    await rows.filter({ hasText: 'TEST, stage small' }).first().click();
    await expect.poll(() => status().innerText()).toContain('TEST, stage small');
    await expect.poll(async () => (await visibleLines(page)).join('\n')).toMatch(/1×3×30×30/);
    // The other input is excluded, so it is faded.
    await editor(page)
      .locator('.squiggly-unnecessary, .squiggly-inline-unnecessary')
      .first()
      .waitFor({ state: 'attached' });
    await picture(page, `state-chosen-${host}`);
  });

  test('renames all occurrences of a blob', async () => {
    const page = pageOf();
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
    const page = pageOf();
    await editor(page).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('Inner');
    const widget = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'InnerProduct' }).first();
    await widget.waitFor();
    await picture(page, `completion-${host}`);
    await widget.click();
    await expect.poll(async () => (await visibleLines(page)).join('\n')).toContain('name: "fc1"');
    expect((await visibleLines(page)).some((line) => line.includes('bottom: "block/conv"'))).toBe(true);
    await page.keyboard.press('Escape');
  });
}
