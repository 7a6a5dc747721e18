/** The initial weights panel in a real VS Code. The tests are steps of one session. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { drawNet } from '#core/weights/draw';
import { weightsOf } from '#core/weights/plan';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { picture, viewsIn } from '../support/picture';
import { seat } from './seat';
import { onePage } from './one-page';
import { lineOf, panel, pixelsOf, timeOfMark, unnamedIn } from './panel';
import {
  command,
  editor,
  goToLine,
  inTheme,
  openFile,
  openFolder,
  visibleLines,
  type Theme,
  toText,
} from './workbench';

const preview = 'Prototxt: Preview Initial Weights';
const alexNet = 'alexnet_train_val.prototxt';

let page: Page;
const complaints: string[] = [];

const browsing = onePage('weights', async (fresh) => {
  page = fresh;
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught|webview\/weights/.test(message.text())) complaints.push(message.text());
  });
  await openFolder(page, addressOf(seat().origin, seat().folder));
  await openFile(page, alexNet);
});

const title = (): ReturnType<ReturnType<typeof panel>['locator']> => panel(page).locator('h1');
const canvas = (index = 0): ReturnType<typeof title> => panel(page).locator('canvas.kernels').nth(index);
const reading = (): ReturnType<typeof title> => panel(page).locator('.picture .reading').first();
const drawn = async (name: string): Promise<number> =>
  numberIn(await panel(page).locator('.facts tr', { hasText: name }).first().locator('td').first().innerText());
const colours = (index = 0): Promise<number> => pixelsOf(canvas(index)).then((pixels) => pixels.colours);

/** A number as the panel formats it. */
function numberIn(text: string): number {
  return Number(text.replaceAll('−', '-'));
}

/** The values that the engine draws for a blob of a net in the folder; other tests compare the engine with Caffe. */
function valuesOf(file: string, blob: number, seed: number): Float32Array {
  const analysis = analyze(readFileSync(join(seat().folder, file), 'utf8'), { dialect: bvlc });
  const [first] = analysis.states;
  if (!first) throw new Error(`${file} is no net`);
  const state = analysis.state(first);
  const weight = weightsOf(state)[blob];
  return (weight && drawNet(state, seed).values(weight)?.values) ?? new Float32Array();
}

async function goTo(text: string): Promise<void> {
  await toText(page);
  await goToLine(page, lineOf(seat().folder, alexNet, text));
}

async function clickTopLens(): Promise<void> {
  const lenses = await editor(page).locator('.codelens-decoration a:visible', { hasText: 'Preview weights' }).all();
  const heights = await Promise.all(lenses.map(async (lens) => (await lens.boundingBox())?.y ?? Infinity));
  await lenses[heights.indexOf(Math.min(...heights))]?.click();
}

test('shows the layer at the cursor', async () => {
  await goTo('name: "conv1"');
  await command(page, preview);
  await title().filter({ hasText: 'conv1' }).waitFor();
  await expect.poll(colours).toBeGreaterThan(1000);
  await expect.poll(() => panel(page).locator('.origin').innerText()).toContain('seed 1701');
});

test("shows the generator's values", async () => {
  const values = valuesOf(alexNet, 0, 1701);
  await canvas().hover({ position: { x: 1, y: 1 } });
  const shown = (await reading().innerText()).split('= ')[1]?.split(',').slice(0, 3).map(numberIn) ?? [];
  // Row 0, column 0 of the three channels of kernel 0.
  const expected = [0, 1, 2].map((channel) => values[channel * 121] ?? NaN);
  shown.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 5));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(await drawn('mean')).toBeCloseTo(mean, 7);
});

test('follows the cursor, unless that is switched off', async () => {
  await goTo('name: "conv2"');
  await title().filter({ hasText: 'conv2' }).waitFor();
  await panel(page).getByLabel('Follow cursor').uncheck();
  await goTo('name: "conv3"');
  await panel(page).getByLabel('Follow cursor').check();
  expect(await title().innerText()).toContain('conv2');
  await goTo('name: "conv1"');
  await title().filter({ hasText: 'conv1' }).waitFor();
});

test('describes the bias in a sentence', async () => {
  await panel(page).getByText('bias', { exact: true }).click();
  await expect.poll(() => panel(page).locator('.alike').first().innerText()).toBe('All 96 values are 0.');
  await panel(page).getByText('weight', { exact: true }).click();
  await canvas().waitFor();
});

test('takes a seed that is typed or random, and resets it', async () => {
  const before = await pixelsOf(canvas());
  const seed = panel(page).getByLabel('Seed');
  await seed.fill('7');
  await seed.press('Enter');
  await expect.poll(() => pixelsOf(canvas()).then(({ sum }) => sum)).not.toBe(before.sum);
  expect(await drawn('max')).toBeCloseTo(Math.max(...valuesOf(alexNet, 0, 7)), 4);
  await panel(page).getByRole('button', { name: 'New seed' }).click();
  expect(await seed.inputValue()).not.toBe('7');
  await panel(page).getByRole('button', { name: 'Reset to 1701' }).click();
  await expect.poll(() => pixelsOf(canvas()).then(({ sum }) => sum)).toBe(before.sum);
});

test('reads values and turns pages with the keyboard', async () => {
  await goTo('name: "fc6"');
  await title().filter({ hasText: 'fc6' }).waitFor();
  const part = panel(page).locator('.tools .part').first();
  await expect.poll(() => part.innerText()).toContain('rows 0–');
  // The picture and the figures have arrived, which would end a reading.
  await panel(page).locator('.facts').first().waitFor();
  await expect.poll(() => colours()).toBeGreaterThan(100);
  await canvas().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => reading().innerText()).toMatch(/^\[1, 1\] = −?0\.0/);
  await page.keyboard.press('PageDown');
  await expect.poll(() => part.innerText()).toMatch(/columns [1-9]/);
  await page.keyboard.press('+');
  await expect.poll(() => part.innerText()).toContain('columns 0–');
  await goTo('name: "conv1"');
  await title().filter({ hasText: 'conv1' }).waitFor();
});

test('cancels a long drawing, and restarts it', async () => {
  await goTo('name: "fc7"');
  await title().filter({ hasText: 'fc7' }).waitFor();
  await panel(page).locator('.facts').first().waitFor();
  // Both are clicked at once, since a pointer would be too slow.
  await panel(page)
    .locator('button')
    .evaluateAll((buttons) => {
      for (const name of ['New seed', 'Cancel'])
        (buttons as unknown as readonly Pressed[]).find(({ textContent }) => textContent === name)?.click();
    });
  await panel(page).getByText('Drawing was cancelled.').first().waitFor();
  await panel(page).getByRole('button', { name: 'Draw', exact: true }).first().click();
  await expect.poll(async () => Math.abs((await drawn('std')) - 0.005)).toBeLessThan(1e-5);
  await panel(page).getByRole('button', { name: 'Reset to 1701' }).click();
  await goTo('name: "conv1"');
  await title().filter({ hasText: 'conv1' }).waitFor();
});

interface Pressed {
  readonly textContent: string | null;
  readonly click: () => void;
}

test('has a name for every control, and a description for pictures', async () => {
  expect(await unnamedIn(panel(page))).toEqual([]);
});

describe('another filler', () => {
  test("is shown beside the net's filler", async () => {
    await panel(page).getByLabel('What if').selectOption({ label: 'xavier, AVERAGE  (±0.02238)' });
    await panel(page).locator('h2', { hasText: 'What if: xavier, AVERAGE' }).waitFor();
    await expect.poll(() => colours(1)).toBeGreaterThan(1000);
    expect(await panel(page).locator('.facts:visible').count()).toBe(2);
    await picture(page, 'weights-compared-dark');
  });

  test('can be closed and shown again', async () => {
    await panel(page).getByRole('button', { name: 'Close the comparison' }).click();
    await panel(page).getByLabel('What if').selectOption({ label: 'xavier, AVERAGE  (±0.02238)' });
    await panel(page).locator('h2', { hasText: 'What if: xavier, AVERAGE' }).waitFor();
    await expect.poll(() => colours(1)).toBeGreaterThan(1000);
    await expect.poll(() => panel(page).locator('.facts:visible').count()).toBe(2);
    const before = await pixelsOf(canvas(1));
    await panel(page).getByRole('button', { name: 'Larger' }).nth(1).click();
    await expect.poll(() => pixelsOf(canvas(1)).then(({ sum }) => sum)).not.toBe(before.sum);
  });

  test('is written into the text, and can be undone', async () => {
    await panel(page).getByRole('button', { name: 'Write to file' }).click();
    await expect.poll(() => panel(page).locator('h2').first().innerText()).toBe('Current: xavier');
    await panel(page).getByRole('button', { name: 'Close the comparison' }).click();
    await toText(page);
    await expect
      .poll(async () => (await visibleLines(page)).join('\n'))
      .toMatch(/type: "xavier".*variance_norm: AVERAGE/);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => panel(page).locator('dl.blob').innerText()).toContain('gaussian');
  });
});

test('follows edits', async () => {
  await goTo('weight_filler { type: "gaussian" std: 0.01 }');
  await page.keyboard.press('End');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace', 'Backspace']) await page.keyboard.press(key);
  await page.keyboard.type('25');
  await expect.poll(() => panel(page).locator('dl.blob').innerText()).toContain('N(0, 0.25²)');
  await expect.poll(() => drawn('std')).toBeCloseTo(0.25, 2);
  await command(page, 'File: Revert File');
  await expect.poll(() => panel(page).locator('dl.blob').innerText()).toContain('N(0, 0.01²)');
});

test('shows the layer of a code lens', async () => {
  await goTo('name: "conv2"');
  await panel(page).getByLabel('Follow cursor').uncheck();
  await goTo('name: "conv1"');
  await expect
    .poll(async () => {
      await clickTopLens();
      return title().innerText();
    })
    .toContain('conv1');
  await panel(page).getByLabel('Follow cursor').check();
});

test('keeps its content while it is hidden', async () => {
  const shown = await title().innerText();
  await panel(page).getByLabel('Seed').fill('42');
  await panel(page).getByLabel('Seed').press('Enter');
  await panel(page).getByLabel('Follow cursor').uncheck();
  // The panel has the focus, so the file opens over it.
  await openFile(page, 'siamese_train_test.prototxt');
  await command(page, 'View: Close Editor');
  await expect.poll(() => title().innerText()).toBe(shown);
  await expect.poll(() => panel(page).getByLabel('Seed').inputValue()).toBe('42');
  expect(await panel(page).getByLabel('Follow cursor').isChecked()).toBe(false);
  await panel(page).getByLabel('Follow cursor').check();
  await panel(page).getByRole('button', { name: 'Reset to 1701' }).click();
});

/**
 * Shows a layer in a new panel; returns when its page ran, and when its picture and its statistics appeared, in ms after the
 * command. `until` waits for what should be visible on the way.
 */
async function timesAfterCommand(file: string, layer: string, until?: () => Promise<void>): Promise<string> {
  await page.locator('.tab', { hasText: 'Weights of' }).click({ button: 'middle' });
  await panel(page).locator('h1').waitFor({ state: 'detached' });
  await toText(page);
  await goToLine(page, lineOf(seat().folder, file, `name: "${layer}"`));
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget .quick-input-box input').fill(`>${preview}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: preview }).first().waitFor();
  const start = Date.now();
  await page.keyboard.press('Enter');
  await until?.();
  await title().filter({ hasText: layer }).waitFor();
  await panel(page).locator('.facts').waitFor();
  const times = await Promise.all(
    ['page', 'picture', 'figures'].map(async (mark) => (await timeOfMark(panel(page), `prototxtLens.${mark}`)) - start),
  );
  const [opened, shown, done] = times.map(Math.round);
  return `${layer}: page ${opened} ms, picture ${shown} ms, figures ${done} ms`;
}

test('shows the first, the largest and the last layer of AlexNet soon after the command', async () => {
  const figures: string[] = [];
  for (const layer of ['conv1', 'fc6', 'fc8']) figures.push(await timesAfterCommand(alexNet, layer));
  console.log(`After the command, in a new panel:\n${figures.join('\n')}`);
  expect(figures.join()).not.toContain('NaN');
});

test('shows the progress of drawing for the last layer of VGG-16, after 134 million values', async () => {
  await toText(page);
  await openFile(page, 'vgg16.prototxt');
  const figures = await timesAfterCommand('vgg16.prototxt', 'fc8', () =>
    panel(page).locator('.waiting:visible', { hasText: 'Drawing…' }).waitFor(),
  );
  console.log(`After the command, in a new panel, VGG-16:\n${figures}`);
  expect(figures).not.toContain('NaN');
  await toText(page);
  await openFile(page, alexNet);
});

test('shows the net that a solver names', async () => {
  await toText(page);
  await openFile(page, 'lenet_solver.prototxt');
  await expect.poll(() => panel(page).locator('.top').innerText()).toContain('lenet_solver.prototxt');
});

const views = [
  ['conv1', alexNet, 'name: "conv1"'],
  ['fc6', alexNet, 'name: "fc6"'],
  ['bilinear', 'segmentation_upsample.prototxt', 'name: "upscore"'],
  ['sparse', 'autoencoder.prototxt', 'name: "encode1"'],
] as const;

test.each(['dark', 'light', 'high-contrast'] satisfies readonly Theme[])('looks right in %s', async (theme) => {
  await toText(page);
  await inTheme(page, theme);
  for (const [name, file, text] of viewsIn(theme, views)) {
    await toText(page);
    await openFile(page, file);
    await goToLine(page, lineOf(seat().folder, file, text));
    await title()
      .filter({ hasText: text.split('"')[1] ?? '' })
      .waitFor();
    await panel(page).locator('.facts').waitFor();
    await panel(page).locator(`body.vscode-${theme}`).waitFor();
    await expect.poll(colours).toBeGreaterThan(name === 'bilinear' ? 10 : 100);
    await picture(page, `weights-${name}-${theme}`);
  }
});

test('fits narrow and wide windows', async () => {
  for (const width of [1000, 2200]) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(() =>
        panel(page)
          .locator('body')
          .evaluate((body) => (body as unknown as Wide).scrollWidth - (body as unknown as Wide).clientWidth),
      )
      .toBe(0);
    await picture(page, `weights-${width}`);
  }
  await page.setViewportSize({ width: 1400, height: 900 });
});

interface Wide {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

test('logs no errors, and makes no external requests', () => {
  expect(complaints).toEqual([]);
  expect(browsing().outside).toEqual([]);
});
