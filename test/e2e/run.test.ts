/** The panel of runs in a real VS Code. The tests are steps of one session. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { picture, picturesAreWanted, viewsIn } from '../support/picture';
import { seat } from './seat';
import { onePage } from './one-page';
import { lineOf, panel, unnamedIn } from './panel';
import {
  chooseFile,
  command,
  goToLine,
  inTheme,
  openFile,
  openFolder,
  toText,
  visibleLines,
  type Theme,
} from './workbench';

const run = 'Prototxt: Run the Net at Its Start';
const alexNet = 'alexnet_train_val.prototxt';
const standard = 'tanh_standard.prototxt';
const lenet = 'lenet_train_test.prototxt';

let page: Page;
const complaints: string[] = [];

const browsing = onePage('run', async (fresh) => {
  page = fresh;
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught|webview\/run/.test(message.text())) complaints.push(message.text());
  });
  await openFolder(page, addressOf(seat().origin, seat().folder));
  await openFile(page, standard);
});

type Place = ReturnType<ReturnType<typeof panel>['locator']>;

const chart = (): Place => panel(page).locator('.ridges svg');
const column = (net: string): Place => chart().locator(`g[data-net="${net}"]`);
/** The areas of a net's ridges. */
const ridges = (net: string): Place => column(net).locator('path[fill-opacity]');
const reading = (): Place => panel(page).locator('.reading');
const share = (): Place => panel(page).locator('progress');

/** The text of the option that a list shows. */
function chosenIn(list: unknown): string {
  const { selectedOptions } = list as { readonly selectedOptions: ArrayLike<{ readonly text: string }> };
  return selectedOptions[0]?.text ?? '';
}

/** Runs what the panel shows, and waits until it has ended. */
async function runAgain(): Promise<void> {
  await panel(page).getByRole('button', { name: 'Run', exact: true }).click();
  await share().waitFor();
  await share().waitFor({ state: 'hidden', timeout: 120_000 });
}

async function withBatch(items: string): Promise<void> {
  await panel(page).getByLabel('Batch').fill(items);
  await panel(page).getByLabel('Batch').press('Tab');
}

test('shows how the values of each layer are distributed', async () => {
  await command(page, run);
  await ridges('asIs').first().waitFor();
  await share().waitFor({ state: 'hidden' });
  await expect.poll(() => panel(page).locator('.loss').innerText()).toContain('ln 9 = 2.19722');
  // The input, five layers with their activations, and the scores.
  expect(await ridges('asIs').count()).toBe(12);
});

test('moves between layers with the keyboard and shows them in the text', async () => {
  await chart().focus();
  await page.keyboard.press('Home');
  await expect.poll(() => reading().innerText()).toMatch(/^data · Input\s+As written: mean .*, std 1/);
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  await expect.poll(() => reading().innerText()).toMatch(/^fc2 · InnerProduct/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await visibleLines(page)).join('\n')).toContain('"fc2"');
});

test('marks the layer at the cursor', async () => {
  const marked = (): Promise<string | null> => chart().locator('rect[data-cursor]').getAttribute('data-cursor');
  const goTo = async (text: string): Promise<void> => {
    await toText(page);
    await goToLine(page, lineOf(seat().folder, standard, text));
  };
  await goTo('name: "tanh1"');
  await expect.poll(marked).toBe('2');
  await goTo('name: "fc3"');
  await expect.poll(marked).toBe('5');
});

test('compares with other initial weights, as they are computed', async () => {
  for (const name of ['All xavier, AVERAGE', 'LSUV']) await panel(page).getByLabel(name, { exact: true }).check();
  await runAgain();
  for (const net of ['asIs', 'average', 'lsuv']) await expect.poll(() => ridges(net).count()).toBe(12);
  await panel(page).locator('.of-ridges select').first().selectOption('linear');
  await chart().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => reading().innerText()).toMatch(/^fc6 · InnerProduct\s+LSUV: mean .*, std (1|0\.99|1\.00)/);
  await picture(page, 'run-compared-dark');
});

test('uses the whole width', async () => {
  await command(page, 'View: Toggle Maximize Editor Group');
  await expect.poll(async () => (await chart().boundingBox())?.width ?? 0).toBeGreaterThan(900);
  await command(page, 'View: Toggle Primary Side Bar Visibility');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await chart().boundingBox())?.width ?? 0).toBeGreaterThan(1200);
  await panel(page).locator('.heading').scrollIntoViewIfNeeded();
  await picture(page, 'run-tanh-wide-dark');
  await panel(page).getByText('Gradients', { exact: true }).click();
  await expect.poll(() => ridges('asIs').count()).toBe(12);
  await panel(page).locator('.heading').scrollIntoViewIfNeeded();
  await picture(page, 'run-tanh-gradients-dark');
  await panel(page).getByText('Activations', { exact: true }).click();
  await command(page, 'View: Toggle Primary Side Bar Visibility');
  await command(page, 'View: Toggle Maximize Editor Group');
});

test('shows the gradients that layers pass back, and those of the weights', async () => {
  await panel(page).getByText('Gradients', { exact: true }).click();
  // From the first bottom to the scores: the loss passes back to them, not to the labels.
  await expect.poll(() => ridges('asIs').count()).toBe(12);
  await chart().focus();
  await page.keyboard.press('Home');
  await expect.poll(() => reading().innerText()).toMatch(/^fc1 · InnerProduct/);
  await picture(page, 'run-gradients-dark');
  await panel(page).getByText('Weight gradients', { exact: true }).click();
  await expect.poll(() => ridges('asIs').count()).toBe(6);
  await picture(page, 'run-weight-gradients-dark');
  await panel(page).getByText('Activations', { exact: true }).click();
});

test('says that it is old after an edit, and shows the net before it beside the new one', async () => {
  for (const name of ['All xavier, AVERAGE', 'LSUV']) await panel(page).getByLabel(name, { exact: true }).uncheck();
  await toText(page);
  await goToLine(page, lineOf(seat().folder, standard, 'min: -0.031250'));
  await page.keyboard.press('End');
  for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  await page.keyboard.type('5');
  await panel(page).locator('.old').waitFor();
  await runAgain();
  await panel(page).locator('.old').waitFor({ state: 'hidden' });
  await expect.poll(() => ridges('before').count()).toBe(12);
  await picture(page, 'run-edited-dark');
});

test('has the same figures as a table, with what the run shows of a layer', async () => {
  await panel(page).getByText('Table', { exact: true }).click();
  const row = panel(page).locator('.facts tr', { hasText: 'tanh1' }).first();
  await expect.poll(() => row.innerText()).toMatch(/TanH\s+tanh1\s+100×1000/);
  await picture(page, 'run-table-dark');
  await panel(page).getByText('Distributions', { exact: true }).click();
  await chart().waitFor();
});

test('can be cancelled', async () => {
  await toText(page);
  await openFile(page, alexNet);
  await page.locator('.tab', { hasText: `Run of ${alexNet}` }).waitFor();
  await panel(page).getByRole('button', { name: 'Run', exact: true }).click();
  await panel(page).getByRole('button', { name: 'Cancel' }).click();
  await share().waitFor({ state: 'hidden' });
  await panel(page).getByText('This net has not been run.').waitFor();
});

test('has a name for every control', async () => {
  await withBatch('2');
  await runAgain();
  expect(await unnamedIn(panel(page))).toEqual([]);
});

test('runs another net with the same choices', async () => {
  for (const name of ['All msra', 'LSUV']) await panel(page).getByLabel(name, { exact: true }).check();
  if (picturesAreWanted) {
    await runAgain();
    await expect.poll(() => ridges('lsuv').count()).toBeGreaterThan(10);
  }
  await toText(page);
  await openFile(page, lenet);
  await page.locator('.tab', { hasText: `Run of ${lenet}` }).waitFor();
  await runAgain();
  await expect.poll(() => ridges('msra').count()).toBeGreaterThan(5);
});

const views = [
  ['lenet', lenet],
  ['alexnet', alexNet],
  ['tanh', standard],
] as const;

test.each(['dark', 'light', 'high-contrast'] satisfies readonly Theme[])('looks right in %s', async (theme) => {
  await toText(page);
  await inTheme(page, theme);
  for (const [name, file] of viewsIn(theme, views)) {
    await toText(page);
    await openFile(page, file);
    await page.locator('.tab', { hasText: `Run of ${file}` }).waitFor();
    await panel(page).locator(`body.vscode-${theme}`).waitFor();
    await ridges('asIs').first().waitFor();
    await picture(page, `run-${name}-${theme}`);
  }
});

test('runs an image that is chosen in a dialog, and then noise again', async () => {
  await toText(page);
  await openFile(page, lenet);
  await page.locator('.tab', { hasText: `Run of ${lenet}` }).waitFor();
  await runAgain();
  const input = panel(page).getByRole('combobox', { name: 'Input' });
  const lossOf = (): Promise<string> => panel(page).locator('.loss').innerText();
  const ofNoise = await lossOf();
  // A black and a white half.
  const data = new Uint8Array(28 * 28).map((_, i) => (i < 14 * 28 ? 0 : 255));
  // Not in the opened folder, whose list would change.
  const file = join(seat().folder, '..', 'digit.png');
  writeFileSync(file, encode({ width: 28, height: 28, channels: 1, depth: 8, data }));
  await input.selectOption('image or .npy…');
  await chooseFile(page, file);
  await expect.poll(() => input.evaluate(chosenIn)).toBe('digit.png');
  await runAgain();
  await expect.poll(() => panel(page).locator('.heading').innerText()).toContain('input digit.png');
  await panel(page).getByText('Table', { exact: true }).click();
  // 255 times the scale of transform_param, in half of the pixels.
  const row = panel(page).locator('.facts tr', { hasText: 'mnist' }).first();
  await expect.poll(() => row.innerText()).toMatch(/×1×28×28\s+0\.498\s+0\.498\s+0\s+0\.9961\s+50/);
  const ofImage = await lossOf();
  expect(ofImage).not.toBe(ofNoise);
  await picture(page, 'run-image-dark');
  await panel(page).getByText('Distributions', { exact: true }).click();
  await input.selectOption('noise, N(0, 1)');
  await runAgain();
  await expect.poll(lossOf).toBe(ofNoise);
});

// The last test that opens a file, since its own change the explorer's list.
test('saves the distributions as SVG, PNG and CSV', async () => {
  await toText(page);
  await openFile(page, standard);
  await page.locator('.tab', { hasText: `Run of ${standard}` }).waitFor();
  await ridges('asIs').first().waitFor();
  const begins = {
    svg: '<svg xmlns',
    png: '\u0089PNG',
    csv: 'net,layer,type,of,blob,bins,from,to,count\r\nasIs,data,',
  };
  for (const [what, start] of Object.entries(begins)) {
    const file = join(seat().folder, `tanh_standard.run.${what}`);
    await panel(page)
      .getByRole('button', { name: `Save as ${what.toUpperCase()}` })
      .click();
    const box = page.locator('.quick-input-widget .quick-input-box input');
    await expect.poll(() => box.inputValue(), { timeout: 10_000 }).toContain(`tanh_standard.run.${what}`);
    await box.press('Enter');
    await expect
      .poll(() => (existsSync(file) ? readFileSync(file, 'latin1') : ''), { timeout: 10_000 })
      .toContain(start);
    await box.waitFor({ state: 'hidden' });
  }
});

test('gives the panel of the signal a measured line, forward and backward', async () => {
  await toText(page);
  await command(page, 'Prototxt: Show Signal');
  const lines = panel(page).locator('.plot svg path[data-line="measured"]');
  await expect.poll(() => lines.count()).toBe(2);
  for (const line of await lines.all()) expect(await line.getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L/);
  expect(await panel(page).locator('.notes').innerText()).toContain('Measured: the run with seed 1701');
  await picture(page, 'signal-measured-dark');
});

test('logs no errors, and makes no external requests', () => {
  expect(complaints).toEqual([]);
  expect(browsing().outside).toEqual([]);
});
