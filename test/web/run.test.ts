/** The panel of runs on the page on the web. The tests are steps of one session. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/steps.mjs';
import { lineOf, overflowOf, unnamedIn } from '../support/panel';
import { picture } from '../support/picture';
import { clickLine, cursorLine, follow, onePage, panel as panelOf, savedAs, turnTo } from './visit';

/** The net of `examples/tanh_standard.prototxt`, but narrower and less deep. */
const tanh = {
  name: 'tanh.prototxt',
  text: `name: "tanh"
layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 20 dim: 64 } shape { dim: 20 } } }
${[1, 2, 3].map((i) => standard(i)).join('')}layer { name: "fc4" type: "InnerProduct" bottom: "fc3" top: "fc4" inner_product_param { num_output: 9 weight_filler { type: "uniform" min: -0.125 max: 0.125 } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc4" bottom: "label" top: "loss" }
`,
};
/** Images of one channel. */
const digits = {
  name: 'digits.prototxt',
  text: `name: "digits"
# prototxt: datum 1x28x28
layer { name: "mnist" type: "Data" top: "data" top: "label" data_param { source: "x" batch_size: 2 } transform_param { scale: 0.00390625 } }
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 4 kernel_size: 5 weight_filler { type: "xavier" } } }
layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
layer { name: "ip" type: "InnerProduct" bottom: "conv" top: "ip" inner_product_param { num_output: 10 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
};
const tab = onePage('run', tanh, { acceptDownloads: true });
const { page, panel, session } = tab;

const chart = (): Locator => panel().locator('.ridges svg');
/** The areas of a net's ridges. */
const ridges = (net: string): Locator => chart().locator(`g[data-net="${net}"] path[fill-opacity]`);
const reading = (): Locator => panel().locator('.reading');
const share = (): Locator => panel().locator('progress');
const row = (layer: string): Locator => panel().locator('.facts tr', { hasText: layer }).first();
const lossOf = (): Promise<string> => panel().locator('.loss').innerText();
const show = (what: string): Promise<void> => panel().getByText(what, { exact: true }).click();
const run = (): Locator => panel().getByRole('button', { name: 'Run', exact: true });

/** Runs what the panel shows, and waits until it has ended. */
async function runAgain(): Promise<void> {
  const before = await panel().locator('.heading').innerText();
  await run().click();
  await expect.poll(() => panel().locator('.heading').innerText()).not.toBe(before);
}

async function withSeed(seed: string): Promise<void> {
  await panel().getByLabel('Seed').fill(seed);
  await panel().getByLabel('Seed').press('Tab');
}

async function compareWith(names: readonly string[]): Promise<void> {
  for (const name of ['All msra', 'All xavier', 'All xavier, AVERAGE', 'LSUV'])
    await panel().getByLabel(name, { exact: true }).setChecked(names.includes(name));
}

test('shows how the values of each layer are distributed', async () => {
  await panel().getByText('This net has not been run.').waitFor();
  await runAgain();
  await expect.poll(lossOf).toContain('ln 9 = 2.19722');
  // The input, three layers with their activations, and the scores.
  await expect.poll(() => ridges('asIs').count()).toBe(8);
  await share().waitFor({ state: 'hidden' });
  await picture(page(), 'site-run');
});

test('moves between layers by the keyboard and shows them in the text', async () => {
  await chart().focus();
  await page().keyboard.press('Home');
  await expect
    .poll(() => reading().innerText())
    .toMatch(/^data · Input\s+As written: mean .*, std (1|0\.9\d*|1\.0\d*),/);
  for (let i = 0; i < 3; i++) await page().keyboard.press('ArrowDown');
  await expect.poll(() => reading().innerText()).toMatch(/^fc2 · InnerProduct/);
  await page().keyboard.press('Enter');
  await expect.poll(() => cursorLine(page())).toBe(lineOf(tanh.text, 'name: "fc2"'));
});

test('marks the layer at the cursor', async () => {
  const marked = (): Promise<string | null> => chart().locator('rect[data-cursor]').getAttribute('data-cursor');
  await clickLine(page(), 'name: "tanh1"');
  await expect.poll(marked).toBe('2');
  await clickLine(page(), 'name: "fc3"');
  await expect.poll(marked).toBe('5');
});

test('shows the gradients that layers pass back, and those of the weights', async () => {
  await show('Gradients');
  // From the first bottom to the scores: the loss passes back to them, not to the labels.
  await expect.poll(() => ridges('asIs').count()).toBe(8);
  await chart().focus();
  await page().keyboard.press('Home');
  await expect.poll(() => reading().innerText()).toMatch(/^fc1 · InnerProduct/);
  await show('Weight gradients');
  await expect.poll(() => ridges('asIs').count()).toBe(4);
  await picture(page(), 'site-run-weight-gradients');
  await show('Activations');
});

test('compares with other initial weights', async () => {
  await compareWith(['All xavier, AVERAGE', 'LSUV']);
  await withSeed('5');
  await runAgain();
  for (const net of ['asIs', 'average', 'lsuv']) await expect.poll(() => ridges(net).count()).toBe(8);
  await panel().locator('.of-ridges select').first().selectOption('linear');
  await chart().focus();
  await page().keyboard.press('End');
  await page().keyboard.press('ArrowRight');
  await page().keyboard.press('ArrowRight');
  await expect
    .poll(() => reading().innerText())
    .toMatch(/^fc4 · InnerProduct\s+LSUV: mean .*, std (1|0\.99\d*|1\.00\d*),/);
  await picture(page(), 'site-run-compared');
});

test('leaves out the layers without weights on demand', async () => {
  const only = panel().getByLabel('Weight layers only');
  await only.check();
  await expect.poll(() => ridges('lsuv').count()).toBe(4);
  await only.uncheck();
  await expect.poll(() => ridges('lsuv').count()).toBe(8);
});

test('has a name for every control', async () => {
  expect(await unnamedIn(panel())).toEqual([]);
});

const begins = {
  svg: '<svg xmlns',
  png: '\u0089PNG',
  csv: 'net,layer,type,of,blob,bins,from,to,count\r\nasIs,data,',
} as const;

test.each(Object.entries(begins))('saves the distributions as %s', async (what, start) => {
  const { name, content } = await savedAs(tab, what);
  expect(name).toBe(`tanh.run.${what}`);
  expect(content).toContain(start);
});

test.each([1000, 2200])('uses the width of a window that is %i px wide', async (width) => {
  await page().setViewportSize({ width, height: 860 });
  await expect.poll(() => overflowOf(panel())).toBe(0);
  await expect.poll(async () => (await chart().boundingBox())?.width ?? 0).toBeGreaterThan(0.45 * width);
});

test('says that it is old after an edit, and shows the net before it beside the new one', async () => {
  await page().setViewportSize({ width: 1400, height: 860 });
  await compareWith([]);
  await clickLine(page(), 'name: "fc1"');
  for (let i = 0; i < ' max: 0.125 } } }'.length; i++) await page().keyboard.press('ArrowLeft');
  await page().keyboard.type('5');
  await panel().locator('.old').waitFor();
  await run().click();
  await panel().locator('.old').waitFor({ state: 'hidden' });
  await expect.poll(() => ridges('before').count()).toBe(8);
  expect(await ridges('lsuv').count()).toBe(0);
  await picture(page(), 'site-run-edited');
});

test('has the same figures as a table, with what the run shows of a layer', async () => {
  await show('Table');
  await expect.poll(() => row('tanh1').innerText()).toMatch(/^tanh1\s+TanH\s+fc1\s+20×50\s/);
  await row('fc3').getByRole('button').click();
  await expect.poll(() => cursorLine(page())).toBe(lineOf(tanh.text, 'name: "fc3"'));
  await expect.poll(() => panel().locator('.facts tr.current').first().innerText()).toMatch(/^fc3\s/);
  await picture(page(), 'site-run-table');
  await show('Distributions');
  await chart().waitFor();
});

test('gives the signal panel a measured line, forward and backward', async () => {
  await turnTo(page(), 'signal');
  const lines = panelOf(page(), 'signal').locator('.plot svg path[data-line="measured"]');
  await expect.poll(() => lines.count()).toBe(2);
  for (const line of await lines.all()) expect(await line.getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L/);
  expect(await panelOf(page(), 'signal').locator('.notes').innerText()).toContain('Measured: the run with seed 5');
  await picture(page(), 'site-signal-measured');
  await turnTo(page(), 'run');
});

describe('another net', () => {
  test('is run with the same choices', async () => {
    await compareWith(['All msra']);
    await follow(page(), digits);
    await panel().getByText('This net has not been run.').waitFor();
    await runAgain();
    await expect.poll(() => ridges('msra').count()).toBeGreaterThan(3);
    expect(await panel().locator('.heading').innerText()).toContain('seed 5');
    await compareWith([]);
  });

  test('runs an image that is chosen, and then noise again', async () => {
    const input = panel().getByLabel('Input');
    const chosen = (): Promise<string> =>
      input.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text ?? '');
    const ofNoise = await lossOf();
    // A black and a white half.
    const data = new Uint8Array(28 * 28).map((_, i) => (i < 14 * 28 ? 0 : 255));
    const image = encode({ width: 28, height: 28, channels: 1, depth: 8, data });
    const [chooser] = await Promise.all([page().waitForEvent('filechooser'), input.selectOption('image or .npy…')]);
    await chooser.setFiles({ name: 'digit.png', mimeType: 'image/png', buffer: Buffer.from(image) });
    await expect.poll(chosen).toBe('digit.png');
    await run().click();
    await expect.poll(() => panel().locator('.heading').innerText()).toContain('input digit.png');
    await show('Table');
    // 255 times the scale of transform_param, in half of the pixels.
    await expect.poll(() => row('mnist').innerText()).toMatch(/2×1×28×28\s+0\.498\s+0\.498\s+0\s+0\.9961\s+50/);
    expect(await lossOf()).not.toBe(ofNoise);
    await input.selectOption('noise, N(0, 1)');
    await run().click();
    await expect.poll(lossOf).toBe(ofNoise);
    expect(await panel().locator('.heading').innerText()).not.toContain('digit.png');
    await show('Distributions');
  });

  test('can be cancelled', async () => {
    const name = 'alexnet_train_val.prototxt';
    await follow(page(), { name, text: readFileSync(join(root, 'examples', name), 'utf8') });
    await panel().getByText('This net has not been run.').waitFor();
    await run().click();
    await panel().getByRole('button', { name: 'Cancel' }).click();
    await share().waitFor({ state: 'hidden' });
    await panel().getByText('This net has not been run.').waitFor();
    expect(await panel().locator('.problem').isVisible()).toBe(false);
    expect(await run().isEnabled()).toBe(true);
  });
});

test('logs no errors, and makes no requests to other hosts', () => {
  expect([...session().errors, ...session().outside]).toEqual([]);
});

/** An inner product and its activation: U(−1/√n, 1/√n), n = fan_in of the first. */
function standard(i: number): string {
  const [bottom, filler] = [
    i === 1 ? 'data' : `fc${i - 1}`,
    'weight_filler { type: "uniform" min: -0.125 max: 0.125 }',
  ];
  return `layer { name: "fc${i}" type: "InnerProduct" bottom: "${bottom}" top: "fc${i}" inner_product_param { num_output: 50 ${filler} } }
layer { name: "tanh${i}" type: "TanH" bottom: "fc${i}" top: "fc${i}" }
`;
}
