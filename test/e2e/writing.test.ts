/**
 * Changing a net in a real VS Code with a server in Node: formatting, fixes, refactorings, commands. The tests are steps of one
 * session.
 */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { picture } from '../support/picture';
import { sharedWindow } from './one-page';
import {
  chooseAction,
  command,
  editor,
  goToLine,
  lineWith,
  offeredAction,
  openFile,
  visibleLines,
  word,
} from './workbench';

let page: Page;

sharedWindow('writing', async (fresh) => {
  page = fresh;
  await openFile(page, 'written.prototxt');
  // Wait until the server has analyzed the file.
  await editor(page).locator('.squiggly-inline-unnecessary').first().waitFor({ state: 'attached' });
});

const has = (text: string): Promise<void> => lineWith(page, text).first().waitFor();

test('formats a document, and reverts it in one undo step', async () => {
  await picture(page, 'unformatted');
  await command(page, 'Format Document');
  await has('layer {');
  await expect
    .poll(async () => (await visibleLines(page)).slice(1, 5).map((line) => line.replace(/ *\d×.*/, '')))
    .toEqual(['layer {', '  name: "data"', '  type: "Input"', '  top: "data"']);
  await has('input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } # one image');
  await picture(page, 'formatted');
  await page.keyboard.press('ControlOrMeta+z');
  await has('layer{');
});

test('removes a field without effect by its quick fix', async () => {
  await word(lineWith(page, 'std: 0.1'), 'std').click();
  const fix = await offeredAction(page, 'Quick Fix...', 'Remove std');
  await picture(page, 'fixes');
  await fix.click();
  await lineWith(page, 'std: 0.1').waitFor({ state: 'detached' });
});

test('makes a layer in-place, and reverts it in one undo step', async () => {
  await goToLine(page, 16);
  await chooseAction(page, 'Refactor...', 'Make unit1/act work in place');
  await has('layer { name: "unit1/act" type: "TanH" bottom: "unit1/conv" top: "unit1/conv" }');
  await has('bottom: "unit1/conv" top: "out"');
  await picture(page, 'in-place');
  await page.keyboard.press('ControlOrMeta+z');
  await has('bottom: "unit1/act" top: "out"');
});

test('inserts a layer of a type', async () => {
  await goToLine(page, 16);
  await command(page, 'Prototxt: Insert Layer on Blob');
  await page.locator('.quick-input-widget .quick-input-box input').fill('Power');
  await picture(page, 'insert-layer');
  await page.keyboard.press('Enter');
  await has('name: "unit1/act_power"');
  await has('bottom: "unit1/act_power" top: "out"');
  await page.keyboard.press('ControlOrMeta+z');
  await has('bottom: "unit1/act" top: "out"');
});

test('duplicates a block under a prefix', async () => {
  await goToLine(page, 9);
  await command(page, 'Prototxt: Duplicate Block');
  await page.locator('.quick-input-widget', { hasText: '2 layers' }).waitFor();
  await picture(page, 'duplicate');
  await page.keyboard.press('Enter');
  await has('layer { name: "unit2/act" type: "TanH" bottom: "unit2/conv" top: "unit2/act" }');
  await page.keyboard.press('ControlOrMeta+z');
  await lineWith(page, 'unit2/act').first().waitFor({ state: 'detached' });
});

test('chooses the Caffe of a file, and removes the choice', async () => {
  const input = page.locator('.quick-input-widget .quick-input-box input');
  const row = (text: string): Locator =>
    page.locator('.quick-input-widget .monaco-list-row', { hasText: text }).first();
  await page.locator('.statusbar-item', { hasText: 'BVLC' }).first().click();
  await row('Detected from the fields of each file').waitFor();
  await picture(page, 'choose-caffe');
  await input.fill('SSD');
  await row('SSD').click();
  await row('This File').waitFor();
  await picture(page, 'choose-caffe-where');
  await row('This File').click();
  await has('# prototxt: schema=ssd');
  await page.locator('.statusbar-item', { hasText: 'SSD' }).first().waitFor();
  await page.locator('.statusbar-item', { hasText: 'SSD' }).first().click();
  await row('auto').click();
  await row('Removes the comment that names ssd').waitFor();
  await picture(page, 'choose-caffe-auto');
  await page.keyboard.press('Enter');
  await lineWith(page, '# prototxt: schema=ssd').first().waitFor({ state: 'detached' });
});

test("finds the field that Caffe's log refers to", async () => {
  await goToLine(page, 1);
  await command(page, 'Prototxt: Explain Caffe Error');
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await input.fill(
    "F1124 21:40:17.123456 99 insert_splits.cpp:35] Unknown bottom blob 'unit1/act' (layer 'out', bottom index 0)",
  );
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: 'Ln 17, Col 60 (9 selected)' }).waitFor();
  // In full: the last words of the message too.
  const toast = page.locator('.notification-toast', { hasText: 'Unknown bottom blob' }).first();
  await toast.getByText('in the phase that was built.').waitFor();
  await toast.getByRole('button', { name: 'Copy' }).waitFor();
  await picture(page, 'explained');
});

test('opens a deploy net beside the editor, unsaved', async () => {
  await openFile(page, 'trained.prototxt');
  await command(page, 'Prototxt: Create Deploy Net');
  await has('input_param { shape { dim: 1 dim: 1 dim: 24 dim: 24 } }');
  await has('type: "Softmax"');
  await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
  await picture(page, 'deploy');
});
