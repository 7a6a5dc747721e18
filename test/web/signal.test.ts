/** The signal panel on the page on the web. The tests are steps of one session. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/steps.mjs';
import { lineOf, overflowOf, unnamedIn } from '../support/panel';
import { picture } from '../support/picture';
import { lackingNet } from '../support/small-nets';
import { clickLine, cursorLine, follow, onePage, savedAs, text } from './visit';

const example = (name: string): string => readFileSync(join(root, 'examples', `${name}.prototxt`), 'utf8');
const alexNet = { name: 'alexnet_train_val.prototxt', text: example('alexnet_train_val') };
const tab = onePage('signal', alexNet, { acceptDownloads: true });
const { page, panel, session } = tab;

const charts = (): Locator => panel().locator('.plot svg');
const lineIn = (chart: number, name: string): Locator => charts().nth(chart).locator(`path[data-line="${name}"]`);
const reading = (): Locator => panel().locator('.chart .reading').first();
const marked = (): Promise<string | null> => charts().first().locator('line[data-cursor]').getAttribute('data-cursor');
const row = (layer: string): Locator =>
  panel()
    .locator('.facts tr')
    .filter({ has: page().getByRole('button', { name: layer, exact: true }) });
/** The line of a layer's beginning. */
const startOf = (layer: string): number => lineOf(alexNet.text, `name: "${layer}"`) - 1;

test('shows a chart of the signal and one of the gradient', async () => {
  await charts().nth(1).waitFor();
  expect(await lineIn(0, 'asIs').getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L/);
  expect(await lineIn(1, 'msra').getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L/);
  await picture(page(), 'site-signal-alexnet');
});

test('marks the layer at the cursor', async () => {
  await clickLine(page(), 'name: "norm1"');
  await expect.poll(marked).toBe('3');
  await clickLine(page(), 'name: "conv1"');
  await expect.poll(marked).toBe('1');
});

test('moves between layers by the keyboard and shows them in the text', async () => {
  await charts().first().focus();
  await page().keyboard.press('Home');
  await expect.poll(() => reading().innerText()).toMatch(/^data · Data +1 × \(Current\)/);
  for (let i = 0; i < 4; i++) await page().keyboard.press('ArrowRight');
  await expect.poll(() => reading().innerText()).toMatch(/^pool1 · Pooling/);
  // Both charts show the layer.
  expect(await panel().locator('.chart .reading').nth(1).innerText()).toMatch(/^pool1 · Pooling/);
  await page().keyboard.press('Enter');
  await expect.poll(() => cursorLine(page())).toBe(startOf('pool1'));
});

test('names the point under the mouse, and shows it in the text on a click', async () => {
  const box = await charts().first().boundingBox();
  if (!box) throw new Error('the chart is visible');
  const at = { x: box.width - 40, y: 100 };
  await charts().first().hover({ position: at });
  await expect.poll(() => reading().innerText()).toMatch(/^(fc8|drop7|relu7|fc7)/);
  const [layer = ''] = (await reading().innerText()).split(' ');
  await charts().first().click({ position: at });
  await expect.poll(() => cursorLine(page())).toBeGreaterThanOrEqual(startOf('fc7'));
  expect(await text(page())).toContain(`"${layer}"`);
});

test('leaves out the lines that are not wanted', async () => {
  await panel().locator('.legend input[value=msra]').uncheck();
  await expect.poll(() => lineIn(0, 'msra').count()).toBe(0);
  expect(await lineIn(0, 'asIs').count()).toBe(1);
  await panel().locator('.legend input[value=msra]').check();
  await expect.poll(() => lineIn(0, 'msra').count()).toBe(1);
});

test('adds a line for the state before an edit', async () => {
  await charts().first().focus();
  await page().keyboard.press('Home');
  await page().keyboard.press('ArrowRight');
  await page().keyboard.press('Enter');
  await expect.poll(() => cursorLine(page())).toBe(startOf('conv1'));
  await clickLine(page(), 'std: 0.01');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace', 'Backspace']) await page().keyboard.press(key);
  await page().keyboard.type('5');
  await lineIn(0, 'before').waitFor({ state: 'attached' });
  expect(await lineIn(0, 'before').getAttribute('d')).not.toBe(await lineIn(0, 'asIs').getAttribute('d'));
  await picture(page(), 'site-signal-edited');
  await page().keyboard.press('Backspace');
  await page().keyboard.type('01');
  await lineIn(0, 'before').waitFor({ state: 'detached' });
  expect(await text(page())).toContain('std: 0.01 }');
});

test('shows the same values in the table, and its rows in the text', async () => {
  await panel().getByText('Table', { exact: true }).click();
  // The fan-in of 363 times the variance of the weights; the input has mean 0 and second moment 1.
  await expect.poll(() => row('conv1').innerText()).toMatch(/Convolution\s+0\s+0\.0363\s+0\.0363/);
  // Half of it after the ReLU.
  expect(await row('relu1').innerText()).toMatch(/ReLU\s+\S+\s+0\.0181\d?\s+0\.5\s/);
  await row('conv5').getByRole('button').click();
  await expect.poll(() => cursorLine(page())).toBe(startOf('conv5'));
  await expect.poll(() => panel().locator('.facts tr.current').innerText()).toMatch(/^conv5\s/);
  await picture(page(), 'site-signal-table');
});

test('takes another input', async () => {
  const input = panel().getByLabel('Input', { exact: true });
  await input.selectOption('typed');
  await panel().getByLabel('std').fill('50');
  await panel().getByLabel('std').press('Enter');
  await expect.poll(() => panel().locator('.top').innerText()).toContain('second moment 2500');
  // 2500 times as much as before.
  await expect.poll(() => row('conv1').innerText()).toMatch(/\s90\.7\d*\s+0\.0363/);
  await input.selectOption('standard');
  await expect.poll(() => row('conv1').innerText()).toMatch(/\s0\.0363\s+0\.0363/);
  expect(await panel().locator('.top').innerText()).not.toContain('second moment');
  await panel().getByText('Chart', { exact: true }).click();
  await charts().first().waitFor();
});

test('has a name for every control', async () => {
  expect(await unnamedIn(panel())).toEqual([]);
});

const begins = {
  svg: '<svg xmlns',
  png: '\u0089PNG',
  csv: 'line,layer,type,depth,mean,second_moment,gradient\r\nasIs,data,Data,0,0,1,',
} as const;

test.each(Object.entries(begins))('saves the charts as %s', async (what, start) => {
  const { name, content } = await savedAs(tab, what);
  expect(name).toBe(`alexnet_train_val.signal.${what}`);
  expect(content).toContain(start);
  if (what === 'csv') expect(content).toMatch(/\r\nasIs,conv1,Convolution,1,0,0\.03\d+,/);
});

test.each([2200, 1000])('fits a window that is %i px wide', async (width) => {
  await page().setViewportSize({ width, height: 860 });
  await expect.poll(() => overflowOf(panel())).toBe(0);
  await expect.poll(async () => (await charts().first().boundingBox())?.width ?? 0).toBeGreaterThan(0.4 * width);
});

test.each(['autoencoder', 'siamese_train_test', 'segmentation_upsample'])('shows %s', async (name) => {
  const before = await lineIn(0, 'asIs').getAttribute('d');
  await follow(page(), { name: `${name}.prototxt`, text: example(name) });
  await expect.poll(() => lineIn(0, 'asIs').getAttribute('d')).not.toBe(before);
  expect(await lineIn(0, 'asIs').getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L/);
  expect(await lineIn(1, 'asIs').getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L/);
});

describe('a net that lacks something', () => {
  const lack = (kind: string): Locator => panel().locator(`[data-lack="${kind}"]`);

  test('says what, and provides the shape of records by a button', async () => {
    await follow(page(), { name: 'lacking.prototxt', text: lackingNet });
    await lack('records').getByText('The shape of the records that data reads is not in the file.').waitFor();
    await picture(page(), 'site-lacks');
    await lack('records').getByRole('button', { name: 'Set datum 1×28×28' }).click();
    await charts().nth(1).waitFor();
    await lack('records').waitFor({ state: 'detached' });
    expect(await text(page())).toContain('# prototxt: datum 1x28x28');
  });

  test('asks for the shape of a layer that no Caffe has', async () => {
    await lack('type').getByRole('button', { name: 'Set its shape…' }).click();
    await page().getByRole('dialog').locator('input').fill('8x20');
    await page().keyboard.press('Enter');
    await lack('type').waitFor({ state: 'detached' });
    expect(await text(page())).toContain('# shape: 8x20');
  });
});

test('logs no errors, and makes no requests to other hosts', () => {
  expect([...session().errors, ...session().outside]).toEqual([]);
});
