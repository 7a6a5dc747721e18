/** Weights files in their own editor in a real VS Code. The tests are steps of one session. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readModel } from '#core/weight-files/read-caffemodel';
import { encoded, noise, stripes, writeFilters } from './model-files';
import { pixelsOf } from '../support/panel';
import { picture } from '../support/picture';
import { sharedWindow } from './one-page';
import { panel } from './panel';
import { seat } from './seat';
import { closeEditors, fileRow, lineWith } from './workbench';

let page: Page;
const path = (name: string): string => join(seat().folder, name);

sharedWindow('model-editor', async (fresh) => {
  page = fresh;
  writeFilters(seat().folder, 'filters');
  const old = [{ name: 'conv1', type: 4, blobs: [{ num: 2, channels: 1, height: 3, width: 3, data: noise(18, 1) }] }];
  writeFileSync(path('old.caffemodel'), encoded('caffe.NetParameter', { layers: old }));
  const mean = { num: 1, channels: 3, height: 60, width: 60, data: stripes(1, 60).map((value) => 110 + 200 * value) };
  writeFileSync(path('mean.binaryproto'), encoded('caffe.BlobProto', mean));
  writeFileSync(path('text.caffemodel'), 'net: "x.prototxt"');
  // The watcher of a window that was just opened may not have started.
  await page.locator('.explorer-folders-view').hover();
  await page.getByRole('button', { name: 'Refresh Explorer' }).click();
  await fileRow(page, 'text.caffemodel').waitFor();
});

/**
 * Opens a file of the folder in its own editor. A window that is not ready yet knows none, and shows the file as text; it is
 * then opened again.
 */
async function openBinary(name: string): Promise<void> {
  const tab = page.locator('.tab.active', { hasText: name }).first();
  const text = page.locator('.monaco-editor-pane-placeholder, .editor-instance .monaco-editor').first();
  for (let left = 5; left > 0; left--) {
    await fileRow(page, name).dblclick();
    await tab.waitFor();
    await Promise.race([page.locator('iframe.webview.ready').first().waitFor(), text.waitFor()]);
    if (!(await text.isVisible())) return;
    await closeEditors(page);
  }
}
const row = (name: string): Locator => panel(page).locator('.layers tbody tr', { hasText: name }).first();
const cells = async (name: string): Promise<readonly string[]> => row(name).locator('th, td').allInnerTexts();
const notification = (text: string): Locator => page.locator('.notification-toast', { hasText: text });

test('lists the layers of a .caffemodel with statistics of their values', async () => {
  await openBinary('filters.caffemodel');
  await panel(page).locator('h1', { hasText: 'filters.caffemodel' }).waitFor();
  expect(await panel(page).locator('.top').innerText()).toContain('4 of 6 layers have weights: 365,908 parameters');
  await expect.poll(() => cells('conv1')).toContain('64×3×11×11');
  await expect.poll(async () => (await cells('conv1'))[8]).toMatch(/^0\.\d+$/);
  expect((await cells('fc6'))[10]).toBe('1');
  await panel(page).locator('.progress').waitFor({ state: 'hidden' });
});

test('shows the kernels of the first layer, in color, and a histogram', async () => {
  const canvas = panel(page).locator('canvas.kernels');
  await canvas.waitFor();
  await expect.poll(async () => (await pixelsOf(canvas)).colours).toBeGreaterThan(500);
  expect(await panel(page).locator('.part').innerText()).toBe('64 kernels of 11×11, in color');
  await panel(page).locator('.histogram svg').waitFor();
});

test('compares the file with the net beside it', async () => {
  const said = panel(page).locator('.paired');
  await expect.poll(() => said.innerText()).toContain('2 layers loaded');
  const text = await said.innerText();
  expect(text).toContain('1 does not fit: Caffe aborts');
  expect(text).toContain('1 not in the net');
  expect(text).toMatch(/fc7\s+fc8/);
  expect((await cells('fc6')).at(-1)).toBe('≠ 256×576');
});

test('shows other blobs, and says what is wrong with their values', async () => {
  await row('fc6').locator('.show').click();
  await panel(page).locator('.details h2', { hasText: 'fc6 · weight' }).waitFor();
  await panel(page).locator('.details', { hasText: '1 NaN and 0 infinite values' }).waitFor();
  await picture(page, 'model-editor-fc6');
});

test('exports the values as a .npz', async () => {
  await panel(page).getByRole('button', { name: 'Export as .npz…' }).click();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await expect.poll(() => input.inputValue()).toContain('filters.npz');
  await page.keyboard.press('Enter');
  await notification('Wrote filters.npz: 8 blobs, 365,908 values.').waitFor();
  const bytes = readFileSync(path('filters.npz'));
  expect(bytes.subarray(0, 4)).toEqual(Buffer.of(0x50, 0x4b, 3, 4));
  expect(bytes.includes('fc8_flickr/1.npy')).toBe(true);
});

test('goes to a layer in the text of the net', async () => {
  await row('conv2').getByRole('button', { name: 'conv2' }).click();
  await lineWith(page, 'name: "conv2"').first().waitFor();
  await page.locator('.statusbar-item', { hasText: 'Ln 5,' }).waitFor();
  await page.locator('.tab.active', { hasText: 'filters.prototxt' }).waitFor();
});

test('offers to upgrade a file with V1 layers', async () => {
  await closeEditors(page);
  await openBinary('old.caffemodel');
  await panel(page).locator('.badge', { hasText: 'V1 format' }).waitFor();
  expect((await cells('conv1'))[1]).toBe('Convolution');
  await panel(page).getByRole('button', { name: 'Upgrade…' }).click();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await expect.poll(() => input.inputValue()).toContain('old.upgraded.caffemodel');
  await page.keyboard.press('Enter');
  await notification('Wrote old.upgraded.caffemodel').waitFor();
  const file = path('old.upgraded.caffemodel');
  await expect.poll(() => existsSync(file) && statSync(file).size > 0).toBe(true);
  const bytes = readFileSync(file);
  const model = await readModel('m', bytes.length, async (start, end) => bytes.subarray(start, end));
  expect(model).toMatchObject({ kind: 'model', age: 'current' });
});

test('shows a mean file as a picture, and says what another file is', async () => {
  await openBinary('mean.binaryproto');
  await panel(page).locator('.top', { hasText: 'Mean file: 1×3×60×60' }).waitFor();
  await expect.poll(async () => (await pixelsOf(panel(page).locator('canvas.kernels'))).colours).toBeGreaterThan(50);
  await picture(page, 'model-editor-mean');
  await openBinary('text.caffemodel');
  await panel(page).locator('.problem', { hasText: 'text.caffemodel is not a .caffemodel' }).waitFor();
});
