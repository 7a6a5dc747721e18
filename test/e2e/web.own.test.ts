/** The packaged extension in the browser's extension host of a real VS Code, with its server in a web worker: without Node. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { readModel } from '#core/weight-files/read-caffemodel';
import { npyHeader } from '#core/weight-files/write-npy';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { pixelsOf } from '../support/panel';
import { picture } from '../support/picture';
import { seat } from './seat';
import { conv1 } from './nets';
import { ownPage } from './one-page';
import { panel, showKernels } from './panel';
import {
  addWebExtension,
  chooseAction,
  chooseFile,
  command,
  editor,
  hover,
  fileRow,
  lineWith,
  openFile,
  openFolder,
  toText,
  visibleLines,
  word,
} from './workbench';

let page: Page;

ownPage('web', async (fresh) => {
  page = fresh;
  await addWebExtension(page, inject('unpacked'));
  await openFolder(page, addressOf(seat().origin, seat().folder));
  await openFile(page, 'refused.prototxt');
});

test('reports a problem', async () => {
  await editor(page).locator('.squiggly-error').first().waitFor({ state: 'attached' });
});

test('answers a hover', async () => {
  const text = await hover(page, word(lineWith(page, 'type: "xavier"'), 'xavier'), 'fan_in');
  expect(text).toContain(String(conv1.fanIn));
});

test('shows hints', async () => {
  await expect
    .poll(async () => (await visibleLines(page)).find((line) => line.includes('top: "conv1"')))
    .toContain(conv1.top.join('×'));
});

test('restarts the server, with the same problem afterwards', async () => {
  const squiggle = editor(page).locator('.squiggly-error').first();
  await command(page, 'Prototxt: Restart Language Server');
  await squiggle.waitFor({ state: 'detached' });
  await squiggle.waitFor({ state: 'attached' });
});

test('fixes it', async () => {
  await word(lineWith(page, 'sparse: 4'), 'sparse').click();
  await chooseAction(page, 'Quick Fix...', 'Remove sparse');
  await editor(page).locator('.squiggly-error').first().waitFor({ state: 'detached' });
});

/** Runs the export command up to the file name, which is left as proposed. */
async function exported(net: string, kind: string, file: string): Promise<void> {
  await openFile(page, net);
  await command(page, 'Prototxt: Export Initial Weights');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: kind }).first().click();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await expect.poll(() => input.inputValue()).toContain(file);
  await page.keyboard.press('Enter');
}

test('writes weights as one file', async () => {
  await exported('lenet.prototxt', 'Whole net as .caffemodel', 'lenet.caffemodel');
  await page.locator('.notification-toast', { hasText: 'Wrote lenet.caffemodel' }).waitFor();
  const bytes = readFileSync(join(seat().folder, 'lenet.caffemodel'));
  const model = await readModel('lenet.caffemodel', bytes.length, async (start, end) => bytes.subarray(start, end));
  expect(model).toMatchObject({ kind: 'model' });
});

test('opens a weights file in its own editor, and compares it with the net beside it', async () => {
  await fileRow(page, 'lenet.caffemodel').dblclick();
  await panel(page).locator('h1', { hasText: 'lenet.caffemodel' }).waitFor();
  const row = panel(page).locator('.layers tbody tr', { hasText: 'conv1' }).first();
  await expect.poll(() => row.innerText()).toMatch(/weight\s+20×1×5×5\s+500\s+−?0\.\d/);
  await expect.poll(() => panel(page).locator('.paired').innerText()).toContain('4 layers loaded');
  await expect.poll(async () => (await pixelsOf(panel(page).locator('canvas.kernels'))).colours).toBeGreaterThan(50);
  await picture(page, 'web-model-editor');
});

test('rejects more than 256 MB before drawing', async () => {
  await exported('vgg16.prototxt', 'Whole net as .npz', 'vgg16.npz');
  await page.locator('.notification-toast', { hasText: 'at most 268435456 can be' }).waitFor();
  expect(existsSync(join(seat().folder, 'vgg16.npz'))).toBe(false);
});

test("draws weights in the page's worker", async () => {
  await openFile(page, 'refused.prototxt');
  await showKernels(page, 'conv1');
});

test('runs the net in a nested worker, and shows in a hover what it measured', async () => {
  await openFile(page, 'lenet.prototxt');
  await command(page, 'Prototxt: Run Net with Initial Weights');
  // From the input to the probabilities.
  await expect.poll(() => panel(page).locator('.ridges path[fill-opacity]').count(), { timeout: 60_000 }).toBe(9);
  await picture(page, 'web-run');
  await panel(page).getByText('Table', { exact: true }).click();
  const last = panel(page).locator('.facts tbody tr', { hasText: 'prob' }).last();
  await last.locator('td', { hasText: '0.1' }).first().waitFor();
  await toText(page);
  const text = await hover(page, word(lineWith(page, 'name: "conv1"'), 'conv1'), 'measured');
  expect(text).toContain('seed 1701');
});

test('runs an array that is chosen in a dialog', async () => {
  const values = new Float32Array(64 * 28 * 28).map((_, i) => (i % 2 === 0 ? 3 : -1));
  const file = join(seat().folder, '..', 'given.npy');
  writeFileSync(file, Buffer.concat([npyHeader([64, 1, 28, 28]), Buffer.from(values.buffer)]));
  await panel(page).getByRole('combobox', { name: 'Input' }).selectOption('image or .npy…');
  await chooseFile(page, file);
  await panel(page).getByRole('button', { name: 'Run', exact: true }).click();
  await expect
    .poll(() => panel(page).locator('.heading').innerText(), { timeout: 60_000 })
    .toContain('input given.npy');
  const row = panel(page).locator('.facts tr', { hasText: 'Input' }).first();
  await expect.poll(() => row.innerText()).toMatch(/64×1×28×28\s+1\s+2\s+−1\s+3\s+0/);
});

test('exports a net as ONNX, checked by running it', async () => {
  await openFile(page, 'lenet.prototxt');
  await command(page, 'Prototxt: Export as ONNX');
  for (const choice of ['As in the net', '17'])
    await page.locator('.quick-input-list .monaco-list-row', { hasText: choice }).first().click();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await expect.poll(() => input.inputValue()).toContain('lenet.onnx');
  await page.keyboard.press('Enter');
  await page.locator('.notification-toast', { hasText: 'checked by running it' }).waitFor();
  expect(existsSync(join(seat().folder, 'lenet.onnx'))).toBe(true);
});
