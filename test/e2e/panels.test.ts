/**
 * The four panels in a real VS Code: how they are opened, follow the text, change it, and write files. What is inside them is
 * tested on the page on the web, which has the same panels. The tests are steps of one session.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { pixelsOf } from '../support/panel';
import { picture } from '../support/picture';
import { sharedWindow } from './one-page';
import { lineOf, panel } from './panel';
import { seat } from './seat';
import {
  chooseFile,
  closeEditors,
  command,
  editor,
  goToLine,
  lineWith,
  openFile,
  toText,
  visibleLines,
} from './workbench';

const alexNet = 'alexnet_train_val.prototxt';
const lenet = 'lenet_train_test.prototxt';
const tanh = 'tanh_standard.prototxt';

let page: Page;
sharedWindow('panels', async (shared) => void (page = shared));

/** A panel that is left open would be beside the next one. */
const alone = (file: string): void =>
  beforeAll(async () => {
    await closeEditors(page);
    await openFile(page, file);
  });

const tab = (title: string): Locator => page.locator('.tab', { hasText: title });
const status = (text: string): Locator => page.locator('.statusbar-item', { hasText: text });
const text = async (): Promise<string> => (await visibleLines(page)).join('\n');

async function goTo(file: string, wanted: string): Promise<void> {
  await toText(page);
  await goToLine(page, lineOf(seat().folder, file, wanted));
}

/** Presses a button that asks for a file's name, and takes the proposed one. Returns the file. */
async function saved(button: string, name: string): Promise<string> {
  const file = join(seat().folder, name);
  await panel(page).getByRole('button', { name: button, exact: true }).click();
  const box = page.locator('.quick-input-widget .quick-input-box input');
  await expect.poll(() => box.inputValue()).toContain(name);
  await box.press('Enter');
  await expect.poll(() => existsSync(file) && readFileSync(file).length > 0).toBe(true);
  await box.waitFor({ state: 'hidden' });
  return file;
}

describe('Show Net', () => {
  alone(alexNet);
  const current = (): Locator => panel(page).locator('.node.current');

  test('marks the layer at the cursor, and follows the cursor', async () => {
    await goTo(alexNet, 'name: "conv2"');
    await command(page, 'Prototxt: Show Net');
    await current().locator('text', { hasText: 'conv2' }).waitFor();
    await goTo(alexNet, 'name: "pool1"');
    await current().locator('text', { hasText: 'pool1' }).waitFor();
  });

  test('shows a clicked layer in the text', async () => {
    // In view still, since it was the current layer before.
    const conv2 = panel(page).locator('.node', { has: page.locator('text:text-is("conv2")') });
    await conv2.click();
    await status(`Ln ${lineOf(seat().folder, alexNet, 'name: "conv2"') - 1},`).waitFor();
  });

  test('saves the graph to the chosen file', async () => {
    const file = await saved('SVG', 'alexnet_train_val.svg');
    expect(readFileSync(file, 'utf8')).toContain('256×96×55×55');
  });
});

describe('Show Signal', () => {
  alone(alexNet);
  const charts = (): Locator => panel(page).locator('.plot svg');
  const cursor = (): Promise<string | null> =>
    charts().first().locator('line[data-cursor]').getAttribute('data-cursor');

  test('marks the layer at the cursor, and shows a chosen layer in the text', async () => {
    await goTo(alexNet, 'name: "conv3"');
    await command(page, 'Prototxt: Show Signal');
    await charts().nth(1).waitFor();
    const marked = await cursor();
    await goTo(alexNet, 'name: "conv1"');
    await expect.poll(cursor).not.toBe(marked);
    await charts().first().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await status(`Ln ${lineOf(seat().folder, alexNet, 'name: "loss"') - 1},`).waitFor();
  });

  test('says what a net lacks, and provides it by buttons', async () => {
    // Else it could open over the panel.
    await toText(page);
    await openFile(page, 'lacking.prototxt');
    const lack = (kind: string): Locator => panel(page).locator(`[data-lack="${kind}"]`);
    await lack('records').getByText('The shape of the records that data reads is not in the file.').waitFor();
    await picture(page, 'lacks');
    await lack('records').getByRole('button', { name: 'Set datum 1×28×28' }).click();
    await lack('records').waitFor({ state: 'detached' });
    await toText(page);
    await lineWith(page, '# prototxt: datum 1x28x28').first().waitFor();
    await lack('type').getByRole('button', { name: 'Set its shape…' }).click();
    const box = page.locator('.quick-input-widget .quick-input-box input');
    await box.fill('8x20');
    await box.press('Enter');
    await lack('type').waitFor({ state: 'detached' });
    await toText(page);
    await lineWith(page, '# shape: 8x20').first().waitFor();
    await picture(page, 'lacks-nothing');
  });

  test('shows the net that a solver names, and saves its charts', async () => {
    await toText(page);
    await openFile(page, 'lenet_solver.prototxt');
    await page.locator('.tab', { hasText: 'Signal of lenet_train_test.prototxt' }).waitFor();
    await expect.poll(() => charts().count()).toBe(2);
    const file = await saved('Save as PNG', 'lenet_train_test.signal.png');
    expect(readFileSync(file, 'latin1').slice(0, 4)).toBe('\u0089PNG');
  });
});

describe('Preview Initial Weights', () => {
  alone(alexNet);
  const title = (): Locator => panel(page).locator('h1');
  const follow = (): Locator => panel(page).getByLabel('Follow cursor');
  const drawnFrom = (): Promise<string> => panel(page).locator('dl.blob').innerText();

  test('shows the layer at the cursor, and follows it unless that is switched off', async () => {
    await goTo(alexNet, 'name: "conv1"');
    await command(page, 'Prototxt: Preview Initial Weights');
    await title().filter({ hasText: 'conv1' }).waitFor();
    const canvas = panel(page).locator('canvas.kernels').first();
    await expect.poll(async () => (await pixelsOf(canvas)).colours).toBeGreaterThan(1000);
    await follow().uncheck();
    await goTo(alexNet, 'name: "conv3"');
    expect(await title().innerText()).toContain('conv1');
    await follow().check();
    await goTo(alexNet, 'name: "conv2"');
    await title().filter({ hasText: 'conv2' }).waitFor();
    // A net that is opened again has its cursor where it was left.
    await toText(page);
    await openFile(page, tanh);
    await openFile(page, alexNet);
    await command(page, 'View: Close Editor');
    await tab(`Weights of ${tanh}`).waitFor();
    await openFile(page, alexNet);
    await title().filter({ hasText: 'conv2' }).waitFor();
  });

  test('shows the layer of a code lens', async () => {
    await follow().uncheck();
    await goTo(alexNet, 'name: "conv1"');
    await expect
      .poll(async () => {
        await clickTopLens();
        return title().innerText();
      })
      .toContain('conv1');
    await follow().check();
  });

  test('writes another filler into the text, where it can be undone', async () => {
    await panel(page).getByLabel('What if').selectOption({ label: 'xavier, AVERAGE  (±0.02238)' });
    await panel(page).locator('h2', { hasText: 'What if: xavier, AVERAGE' }).waitFor();
    await panel(page).getByRole('button', { name: 'Write to file' }).click();
    await expect.poll(() => panel(page).locator('h2').first().innerText()).toBe('Current: xavier');
    await panel(page).getByRole('button', { name: 'Close the comparison' }).click();
    await toText(page);
    await expect.poll(text).toMatch(/type: "xavier".*variance_norm: AVERAGE/);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(drawnFrom).toContain('gaussian');
  });

  test('keeps its choices while it is hidden', async () => {
    await panel(page).getByLabel('Seed').fill('42');
    await panel(page).getByLabel('Seed').press('Enter');
    await follow().uncheck();
    // The panel has the focus, so the file opens over it.
    await openFile(page, 'siamese_train_test.prototxt');
    await command(page, 'View: Close Editor');
    await expect.poll(() => title().innerText()).toContain('conv1');
    await expect.poll(() => panel(page).getByLabel('Seed').inputValue()).toBe('42');
    expect(await follow().isChecked()).toBe(false);
  });

  async function clickTopLens(): Promise<void> {
    const lenses = await editor(page).locator('.codelens-decoration a:visible', { hasText: 'Preview weights' }).all();
    const heights = await Promise.all(lenses.map(async (lens) => (await lens.boundingBox())?.y ?? Infinity));
    await lenses[heights.indexOf(Math.min(...heights))]?.click();
  }
});

describe('Run Net with Initial Weights', () => {
  alone(tanh);
  const ridges = (net: string): Locator => panel(page).locator(`.ridges svg g[data-net="${net}"] path[fill-opacity]`);
  const share = (): Locator => panel(page).locator('progress');

  /** Runs what the panel shows, and waits until it has ended. */
  async function runAgain(): Promise<void> {
    await panel(page).getByRole('button', { name: 'Run', exact: true }).click();
    await share().waitFor();
    await share().waitFor({ state: 'hidden' });
  }

  test('runs the net, and marks the layer at the cursor', async () => {
    await command(page, 'Prototxt: Run Net with Initial Weights');
    await expect.poll(() => ridges('asIs').count()).toBe(12);
    await share().waitFor({ state: 'hidden' });
    const marked = panel(page).locator('.ridges svg rect[data-cursor]');
    for (const [layer, index] of [
      ['tanh1', '2'],
      ['fc3', '5'],
    ] as const) {
      await goTo(tanh, `name: "${layer}"`);
      await expect.poll(() => marked.getAttribute('data-cursor')).toBe(index);
    }
  });

  test('runs an image that is chosen in a dialog', async () => {
    await toText(page);
    await openFile(page, lenet);
    await page.locator('.tab', { hasText: `Run of ${lenet}` }).waitFor();
    // A black and a white half.
    const data = new Uint8Array(28 * 28).map((_, i) => (i < 14 * 28 ? 0 : 255));
    // Not in the opened folder, whose list would change.
    const file = join(seat().folder, '..', 'digit.png');
    writeFileSync(file, encode({ width: 28, height: 28, channels: 1, depth: 8, data }));
    await panel(page).getByRole('combobox', { name: 'Input' }).selectOption('image or .npy…');
    await chooseFile(page, file);
    await runAgain();
    await expect.poll(() => panel(page).locator('.heading').innerText()).toContain('input digit.png');
    await panel(page).getByText('Table', { exact: true }).click();
    // 255 times the scale of transform_param, in half of the pixels.
    const row = panel(page).locator('.facts tr', { hasText: 'mnist' }).first();
    await expect.poll(() => row.innerText()).toMatch(/×1×28×28\s+0\.498\s+0\.498\s+0\s+0\.9961\s+50/);
    await panel(page).getByText('Distributions', { exact: true }).click();
  });

  test('saves the distributions', async () => {
    const file = await saved('Save as CSV', 'lenet_train_test.run.csv');
    expect(readFileSync(file, 'utf8')).toContain('net,layer,type,of,blob,bins,from,to,count\r\nasIs,mnist,');
  });

  test('gives the panel of the signal a measured line, forward and backward', async () => {
    await toText(page);
    await command(page, 'Prototxt: Show Signal');
    await expect.poll(() => panel(page).locator('.plot svg path[data-line="measured"]').count()).toBe(2);
    await expect.poll(() => panel(page).locator('.notes').innerText()).toContain('Measured: the run with seed 1701');
  });
});
