/** The panel of initial weights on the page on the web. The tests are steps of one session. */
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { drawNet } from '#core/weights/draw';
import { weightsOf } from '#core/weights/plan';
import { lineOf, numberIn, overflowOf, pixelsOf, unnamedIn } from '../support/panel';
import { picture } from '../support/picture';
import { clickLine, cursorLine, follow, onePage, text, turnTo } from './visit';

/** The first convolution of AlexNet, and a matrix of 400 × 3456 values. */
const net = {
  name: 'kernels.prototxt',
  text: `name: "Kernels"
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 31 dim: 31 } } }
layer {
  name: "conv1" type: "Convolution" bottom: "data" top: "conv1"
  convolution_param {
    num_output: 96 kernel_size: 11 stride: 4
    weight_filler { type: "gaussian" std: 0.01 }
    bias_filler { type: "constant" value: 0.5 }
  }
}
layer {
  name: "fc2" type: "InnerProduct" bottom: "conv1" top: "fc2"
  inner_product_param { num_output: 400 weight_filler { type: "gaussian" std: 0.005 } }
}
`,
};
const { page, panel, session } = onePage('weights', net);

const title = (): Locator => panel().locator('h1');
const canvas = (side = 0): Locator => panel().locator('canvas.kernels').nth(side);
const reading = (): Locator => panel().locator('.picture .reading').first();
const part = (): Locator => panel().locator('.tools .part').first();
const facts = (): Locator => panel().locator('.facts:visible');
const seed = (): Locator => panel().getByLabel('Seed');
const sumOf = (side = 0): Promise<number> => pixelsOf(canvas(side)).then(({ sum }) => sum);
const coloursOf = (side = 0): Promise<number> => pixelsOf(canvas(side)).then(({ colours }) => colours);

async function fact(name: string): Promise<number> {
  return numberIn(await panel().locator('.facts tr', { hasText: name }).first().locator('td').first().innerText());
}

/** Chosen again if the page learns only now that the cursor has moved, and follows it. */
async function showLayer(name: string): Promise<void> {
  const chosen = async (): Promise<string> => {
    await panel().getByLabel('Layer', { exact: true }).selectOption(name);
    return title().innerText();
  };
  await expect.poll(chosen).toContain(name);
}

/** The values that the engine draws for a blob of the net; other tests compare the engine with Caffe. */
function valuesOf(blob: number, of: number): Float32Array {
  const analysis = analyze(net.text, { dialect: bvlc });
  const [first] = analysis.states;
  if (!first) throw new Error('the text is no net');
  const state = analysis.state(first);
  const weight = weightsOf(state)[blob];
  return (weight && drawNet(state, of).values(weight)?.values) ?? new Float32Array();
}

beforeAll(async () => {
  await facts().waitFor();
});

test('shows a picture of the values, and what they are', async () => {
  await title().filter({ hasText: 'conv1' }).waitFor();
  await expect.poll(() => coloursOf()).toBeGreaterThan(1000);
  await expect.poll(() => panel().locator('.origin').innerText()).toContain('seed 1701');
  expect(await panel().locator('dl.blob').innerText()).toMatch(
    /gaussian, N\(0, 0\.01²\).*96×3×11×11.*34,848.*363.*11,616$/s,
  );
  await picture(page(), 'site-weights-conv1');
});

test("shows the generator's values, and figures of all of them", async () => {
  const values = valuesOf(0, 1701);
  await canvas().hover({ position: { x: 1, y: 1 } });
  const shown = (await reading().innerText()).split('= ')[1]?.split(',').slice(0, 3).map(numberIn) ?? [];
  // Row 0, column 0 of the three channels of kernel 0.
  const expected = [0, 1, 2].map((channel) => values[channel * 121] ?? NaN);
  shown.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 5));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(await fact('mean')).toBeCloseTo(mean, 7);
  expect(await fact('std')).toBeCloseTo(Math.sqrt(variance), 5);
  expect(await fact('min')).toBeCloseTo(Math.min(...values), 4);
});

test('has a histogram, which says how many values are in a bin', async () => {
  const values = valuesOf(0, 1701);
  const chart = panel().locator('.histogram svg').first();
  expect(await chart.getAttribute('aria-label')).toMatch(/^Histogram of 34,848 values from −0\.0\d+ to 0\.0\d+, /);
  const box = await chart.boundingBox();
  if (!box) throw new Error('the histogram is visible');
  await chart.hover({ position: { x: 0.7 * box.width, y: 60 } });
  const said = await panel().locator('.histogram .reading').first().innerText();
  const [from = NaN, to = NaN, found = NaN] = (said.match(/[−\d.,]*\d/g) ?? []).map((number) =>
    numberIn(number.replace(',', '')),
  );
  const inBin = values.filter((value) => value >= from && value < to).length;
  expect(inBin).toBeGreaterThan(100);
  // The limits are rounded.
  expect(Math.abs(found - inBin)).toBeLessThan(0.05 * inBin);
});

test('describes values that are all the same in a sentence', async () => {
  await panel().getByText('bias', { exact: true }).click();
  await expect.poll(() => panel().locator('.alike').first().innerText()).toBe('All 96 values are 0.5.');
  await panel().getByText('weight', { exact: true }).click();
  await canvas().waitFor();
});

test('takes a seed that is typed or random, and resets it', async () => {
  const before = await sumOf();
  await seed().fill('7');
  await seed().press('Enter');
  await expect.poll(() => sumOf()).not.toBe(before);
  await expect.poll(() => fact('max')).toBeCloseTo(Math.max(...valuesOf(0, 7)), 4);
  await panel().getByRole('button', { name: 'New seed' }).click();
  expect(await seed().inputValue()).not.toBe('7');
  await panel().getByRole('button', { name: 'Reset to 1701' }).click();
  expect(await seed().inputValue()).toBe('1701');
  await expect.poll(() => sumOf()).toBe(before);
});

test('keeps the seed while another panel is shown', async () => {
  await seed().fill('42');
  await seed().press('Enter');
  await turnTo(page(), 'net');
  await turnTo(page(), 'weights');
  await expect.poll(() => fact('max')).toBeCloseTo(Math.max(...valuesOf(0, 42)), 4);
  expect(await seed().inputValue()).toBe('42');
  await panel().getByRole('button', { name: 'Reset to 1701' }).click();
});

test('goes from layer to layer, and to the layer in the text', async () => {
  await panel().getByRole('button', { name: 'Next layer' }).click();
  await title().filter({ hasText: 'fc2' }).waitFor();
  await title().getByRole('button').click();
  await expect.poll(() => cursorLine(page())).toBe(lineOf(net.text, 'name: "fc2"') - 1);
  await clickLine(page(), 'num_output: 96');
  await title().filter({ hasText: 'conv1' }).waitFor();
});

test('reads values and turns pages by the keyboard', async () => {
  await showLayer('fc2');
  await expect.poll(() => part().innerText()).toMatch(/^rows 0–\d+ of 400, columns 0–\d+ of 3,456/);
  // The picture and the figures have arrived, which would end a reading.
  await facts().waitFor();
  await expect.poll(() => coloursOf()).toBeGreaterThan(100);
  const values = valuesOf(2, 1701);
  const valueRead = async (): Promise<number> => numberIn((await reading().innerText()).split('= ')[1] ?? '');
  await canvas().focus();
  await page().keyboard.press('ArrowRight');
  await page().keyboard.press('ArrowDown');
  await expect.poll(() => reading().innerText()).toMatch(/^\[1, 1\] = /);
  expect(await valueRead()).toBeCloseTo(values[3456 + 1] ?? NaN, 5);
  await page().keyboard.press('ArrowUp');
  await expect.poll(() => reading().innerText()).toMatch(/^\[0, 1\] = /);
  expect(await valueRead()).toBeCloseTo(values[1] ?? NaN, 5);
  await page().keyboard.press('PageDown');
  await expect.poll(() => part().innerText()).toMatch(/columns [1-9]/);
  const width = Number(/columns (\d+)/.exec(await part().innerText())?.[1]);
  await page().keyboard.press('ArrowRight');
  await expect.poll(() => reading().innerText()).toMatch(new RegExp(`^\\[0, ${width + 1}\\] = `));
  expect(await valueRead()).toBeCloseTo(values[width + 1] ?? NaN, 5);
  await page().keyboard.press('PageUp');
  await expect.poll(() => part().innerText()).toContain('columns 0–');
  await page().keyboard.press('+');
  await expect.poll(() => part().innerText()).toMatch(/columns 0–/);
  await panel().getByRole('button', { name: 'Next page' }).first().click();
  expect(Number(/columns (\d+)/.exec(await part().innerText())?.[1])).toBeLessThan(width);
  await picture(page(), 'site-weights-fc2');
});

test('shows the progress of a drawing, cancels it, and starts it again', async () => {
  // In one task, since a pointer would be too slow.
  const progress = await panel()
    .locator('body')
    .evaluate((body) => {
      const press = (name: string): void =>
        [...body.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
      press('New seed');
      const told = body.querySelector('.side:not([hidden]) .waiting:not([hidden])')?.textContent;
      press('Cancel');
      return told;
    });
  expect(progress).toContain('Drawing… 0 %');
  await panel().getByText('Drawing was cancelled.').first().waitFor();
  expect(await facts().count()).toBe(0);
  await panel().getByRole('button', { name: 'Draw', exact: true }).first().click();
  await facts().waitFor();
  await expect.poll(async () => Math.abs((await fact('std')) - 0.005)).toBeLessThan(5e-5);
  await panel().getByRole('button', { name: 'Reset to 1701' }).click();
  await showLayer('conv1');
});

test('has a name for every control, and a description of every picture', async () => {
  await facts().waitFor();
  expect(await unnamedIn(panel())).toEqual([]);
});

describe('another filler', () => {
  const compare = (): Promise<unknown> =>
    panel().getByLabel('What if').selectOption({ label: 'xavier, AVERAGE  (±0.02238)' });
  const close = (): Promise<void> => panel().getByRole('button', { name: 'Close the comparison' }).click();
  const heading = (): Locator => panel().locator('h2:visible', { hasText: 'What if: xavier, AVERAGE' });

  test("is shown beside the net's own", async () => {
    await compare();
    await heading().waitFor();
    await expect.poll(() => coloursOf(1)).toBeGreaterThan(1000);
    await expect.poll(() => facts().count()).toBe(2);
    const most = await facts().nth(1).locator('tr', { hasText: 'max' }).locator('td').first().innerText();
    expect(numberIn(most)).toBeCloseTo(0.02238, 4);
    await picture(page(), 'site-weights-compared');
  });

  test('can be closed, shown again and enlarged', async () => {
    await close();
    await heading().waitFor({ state: 'hidden' });
    expect(await facts().count()).toBe(1);
    await compare();
    await heading().waitFor();
    await expect.poll(() => facts().count()).toBe(2);
    const before = await pixelsOf(canvas(1));
    await panel().getByRole('button', { name: 'Larger' }).nth(1).click();
    await expect.poll(() => pixelsOf(canvas(1)).then(({ width }) => width)).not.toBe(before.width);
    expect(await sumOf(1)).not.toBe(before.sum);
  });

  test('is written into the text, and can be undone', async () => {
    await panel().getByRole('button', { name: 'Write to file' }).click();
    await expect.poll(() => panel().locator('h2').first().innerText()).toBe('Current: xavier');
    await close();
    expect(await text(page())).toMatch(/type: "xavier".*variance_norm: AVERAGE/);
    await page().locator('.cm-content').press('Control+z');
    await expect.poll(() => panel().locator('dl.blob').innerText()).toContain('gaussian');
  });
});

test('follows edits', async () => {
  await clickLine(page(), 'std: 0.01');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace', 'Backspace']) await page().keyboard.press(key);
  await page().keyboard.type('25');
  await expect.poll(() => panel().locator('dl.blob').innerText()).toContain('N(0, 0.25²)');
  await expect.poll(() => fact('std')).toBeCloseTo(0.25, 2);
  await follow(page(), net);
  await expect.poll(() => panel().locator('dl.blob').innerText()).toContain('N(0, 0.01²)');
});

test('is painted in the colors of the theme', async () => {
  // Its picture is not in red, green and blue.
  await showLayer('fc2');
  await facts().waitFor();
  const before = await sumOf();
  await page().getByLabel('Theme').selectOption('dark');
  await expect.poll(() => sumOf()).not.toBe(before);
  await page().getByLabel('Theme').selectOption('light');
  await expect.poll(() => sumOf()).toBe(before);
});

test.each([2200, 1000])('fits a window that is %i px wide', async (width) => {
  await page().setViewportSize({ width, height: 860 });
  await expect.poll(() => overflowOf(panel())).toBe(0);
});

test('logs no errors, and makes no requests to other hosts', () => {
  expect([...session().errors, ...session().outside]).toEqual([]);
});
