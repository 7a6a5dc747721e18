/** The net panel on the page on the web: graph and table. The tests are steps of one session. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/steps.mjs';
import { lineOf, overflowOf, unnamedIn } from '../support/panel';
import { picture } from '../support/picture';
import { clickLine, cursorLine, drawn, follow, onePage, savedBy } from './visit';

const example = (name: string): string => readFileSync(join(root, 'examples', `${name}.prototxt`), 'utf8');
const alexNet = { name: 'alexnet_train_val.prototxt', text: example('alexnet_train_val') };
const { page, panel, session } = onePage('net', alexNet, { acceptDownloads: true });

const node = (name: string): Locator =>
  panel()
    .locator('.node')
    .filter({ has: page().locator(`text:text-is("${name}")`) });
const current = (): Locator => panel().locator('.node.current');
const search = (): Locator => panel().getByRole('searchbox', { name: 'Find a layer' });
const count = (): Locator => panel().locator('.graph .count');
const spoken = (): Locator => panel().locator('.spoken[role=status]');
const details = (): Locator => panel().locator('.details');
const tab = (name: string): Locator => panel().locator('.roles').getByText(name, { exact: true });
const rows = (): Locator => panel().locator('tbody tr');

describe('the graph', () => {
  test('has the layers of the net, with those that work in place folded', async () => {
    await node('conv2').waitFor();
    await node('conv1').locator('text', { hasText: '+ ReLU' }).waitFor();
    expect(await node('relu1').count()).toBe(0);
    await panel().locator('text', { hasText: '96×55×55' }).first().waitFor();
    expect(await panel().locator('.totals').innerText()).toMatch(
      /^24\slayers · 61\.0\sM\sparams · batch\s256:\s185\sGMACs,\s/,
    );
    await picture(page(), 'site-net-alexnet');
  });

  test('marks the layer that is clicked, describes it, and shows it in the text', async () => {
    await node('norm1').click();
    await expect.poll(() => cursorLine(page())).toBe(lineOf(alexNet.text, 'name: "norm1"') - 1);
    await current().locator('text', { hasText: 'norm1' }).waitFor();
    expect(await details().innerText()).toMatch(/^norm1\s*LRN.*256×96×55×55/s);
  });

  test('marks the layer at the cursor', async () => {
    await clickLine(page(), 'pooling_param { pool: MAX');
    await current().locator('text', { hasText: 'pool1' }).waitFor();
    expect(await details().innerText()).toContain('Pooling 3×3 /2');
  });

  test('searches, moves along the blobs by the keyboard, and says where it is', async () => {
    await search().fill('conv5');
    await current().locator('text', { hasText: 'conv5' }).waitFor();
    expect(await count().innerText()).toBe('1 of 1');
    await search().press('Escape');
    const canvas = panel().locator('.canvas');
    await canvas.press('ArrowDown');
    await current().locator('text', { hasText: 'pool5' }).waitFor();
    expect(await spoken().innerText()).toMatch(/^pool5, Pooling.*Tops: pool5 256×256×6×6.*Reads conv5.*Read by fc6\.$/);
    await canvas.press('ArrowUp');
    await expect.poll(() => spoken().innerText()).toMatch(/^conv5, Convolution \+ ReLU/);
    await canvas.press('Home');
    await expect.poll(() => spoken().innerText()).toMatch(/^data, Data.*Reads none/);
    await canvas.press('End');
    await expect.poll(() => spoken().innerText()).toMatch(/^loss, SoftmaxWithLoss.*Read by none/);
  });

  test('goes to the next match and back, and says when there is none', async () => {
    await search().fill('pool');
    await search().press('Home');
    const before = await count().innerText();
    await search().press('Enter');
    await expect.poll(() => count().innerText()).not.toBe(before);
    expect(await count().innerText()).toMatch(/^\d of 3$/);
    await search().press('Shift+Enter');
    await expect.poll(() => count().innerText()).toBe(before);
    await search().fill('no such layer');
    await expect.poll(() => count().innerText()).toBe('No results');
    await search().press('Escape');
    expect(await count().innerText()).toBe('');
  });

  test('is larger and smaller on demand', async () => {
    const widthOf = async (): Promise<number> => (await node('conv2').boundingBox())?.width ?? 0;
    await panel().getByRole('button', { name: 'Fit to view' }).click();
    const fitting = await widthOf();
    await panel().getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(widthOf).toBeCloseTo(1.25 * fitting, 0);
    await panel().locator('.canvas').press('0');
    await expect.poll(widthOf).toBeCloseTo(fitting, 0);
  });

  test('is saved as SVG and as PNG', async () => {
    const save = (format: string): Promise<void> => panel().getByRole('button', { name: format, exact: true }).click();
    const svg = await savedBy(page(), () => save('SVG'));
    expect(svg.suggestedFilename()).toBe('alexnet_train_val.svg');
    expect(readFileSync(await svg.path(), 'utf8')).toMatch(/^<\?xml .*<svg .*>256×96×55×55</s);
    const png = await savedBy(page(), () => save('PNG'));
    expect(png.suggestedFilename()).toBe('alexnet_train_val.png');
    expect(readFileSync(await png.path(), 'latin1')).toMatch(/^\u0089PNG/);
  });

  test('has a name for every control', async () => {
    expect(await unnamedIn(panel())).toEqual([]);
  });
});

describe('the table', () => {
  test('has the costs of the layers and their sums, and is sorted by them', async () => {
    await tab('Table').click();
    expect(await rows().count()).toBe(24);
    const conv1 = rows().filter({ has: page().getByRole('button', { name: 'conv1', exact: true }) });
    expect(await conv1.innerText()).toMatch(/^conv1\s+Convolution\s+34,944\s.*256×96×55×55\s+11\s+4\s+0$/s);
    expect(await rows().first().locator('th').innerText()).toBe('data');
    await panel().getByRole('button', { name: 'Sort by params' }).click();
    await expect.poll(() => rows().first().locator('th').innerText()).toBe('fc6');
    expect(await panel().locator('tfoot').innerText()).toMatch(/^total\s.*61\.0 M/s);
    await picture(page(), 'site-net-table');
  });

  test('shows the layer of a row in the text, and marks the one at the cursor', async () => {
    await panel().getByRole('button', { name: 'conv4', exact: true }).click();
    await expect.poll(() => cursorLine(page())).toBe(lineOf(alexNet.text, 'name: "conv4"') - 1);
    await expect.poll(() => panel().locator('tr.current th').innerText()).toBe('conv4');
    await tab('Graph').click();
    await current().locator('text', { hasText: 'conv4' }).waitFor();
  });
});

describe('the table of a large net', () => {
  const block = (number: number): Locator => panel().getByRole('button', { name: `b${number}/`, exact: true });
  const filter = (): Locator => panel().getByRole('searchbox', { name: 'Filter layers' });

  beforeAll(async () => {
    await follow(page(), { name: 'blocks.prototxt', text: blocks(20) });
    await drawn(page(), 'Blocks');
    await tab('Table').click();
  });

  test('has one closed row for each block, with its sums', async () => {
    await expect.poll(() => rows().count()).toBe(22);
    const row = rows().filter({ has: block(3) });
    // A convolution of 3×3 values and 3 biases, and a scale of 3.
    expect(await row.innerText()).toMatch(/^▸\s*b3\/\s+3 layers\s+15\s/);
    expect(await panel().locator('tfoot').innerText()).toMatch(/^total\s+300\s/);
    await picture(page(), 'site-net-blocks');
  });

  test('marks the block of the layer at the cursor, and keeps it above the sums', async () => {
    await block(17).click();
    await panel().getByRole('button', { name: 'scale', exact: true }).click();
    await block(17).click();
    await expect.poll(() => rows().count()).toBe(22);
    const row = panel().locator('tr.current');
    expect(await row.innerText()).toContain('b17/');
    const [marked, sums] = [await row.boundingBox(), await panel().locator('tfoot th').boundingBox()];
    if (!marked || !sums) throw new Error('the row is visible');
    expect(marked.y + marked.height).toBeLessThanOrEqual(sums.y + 1);
  });

  test('opens and closes blocks by the keyboard', async () => {
    await filter().press('ArrowDown');
    for (const key of ['Home', 'ArrowDown', 'ArrowRight']) await page().keyboard.press(key);
    await expect.poll(() => rows().count()).toBe(25);
    expect(await rows().nth(1).getAttribute('aria-expanded')).toBe('true');
    expect(await rows().nth(2).getAttribute('aria-level')).toBe('2');
    expect(await rows().nth(2).innerText()).toMatch(/^conv\s/);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft']) await page().keyboard.press(key);
    await expect.poll(() => rows().count()).toBe(22);
    expect(await panel().locator('tbody button:focus').innerText()).toBe(
      await rows().nth(1).locator('button').innerText(),
    );
  });

  test('lists and sums only what the filter finds', async () => {
    await filter().fill('scale');
    await expect.poll(() => panel().locator('tfoot').innerText()).toMatch(/^total of 20\s+60\s/);
    expect(await panel().locator('.list [role=status]').innerText()).toBe('20 of 62 layers');
    await filter().press('Escape');
    await expect.poll(() => rows().count()).toBe(22);
  });

  test('lists every layer where blocks are not grouped', async () => {
    await panel().getByLabel('Group blocks').uncheck();
    await expect.poll(() => rows().count()).toBe(62);
    await panel().getByLabel('Group blocks').check();
    expect(await unnamedIn(panel())).toEqual([]);
  });

  test.each([2200, 1000])('fits a window that is %i px wide', async (width) => {
    await page().setViewportSize({ width, height: 860 });
    await expect.poll(() => overflowOf(panel())).toBe(0);
  });

  test('collapses and expands all blocks of the graph', async () => {
    await tab('Graph').click();
    const collapsed = panel().locator('.node', { hasText: '3 layers' });
    await panel().getByRole('button', { name: 'Collapse blocks' }).click();
    await collapsed.first().waitFor();
    await panel().getByRole('button', { name: 'Expand blocks' }).click();
    await expect.poll(() => collapsed.count()).toBe(0);
  });
});

test('shows errors in red, and lists them below the graph', async () => {
  await follow(page(), { name: 'first_mistakes.prototxt', text: example('first_mistakes') });
  await drawn(page(), 'FirstMistakes');
  const red = await panel().locator('.legend span', { hasText: 'error' }).locator('rect').getAttribute('stroke');
  const borderOf = (name: string): Promise<string | null> => node(name).locator('rect').first().getAttribute('stroke');
  await expect.poll(() => borderOf('conv1')).toBe(red);
  expect(await borderOf('data')).not.toBe(red);
  await node('conv1').click();
  await details().locator('.error', { hasText: 'only gaussian does' }).waitFor();
  await picture(page(), 'site-net-mistakes');
});

test('logs no errors, and makes no requests to other hosts', () => {
  expect([...session().errors, ...session().outside]).toEqual([]);
});

/** Data, as many blocks of three layers, and a layer for the result. */
function blocks(number: number): string {
  const layer = (type: string, name: string, bottom: string, top: string, more = ''): string =>
    `layer { name: "${name}" type: "${type}" bottom: "${bottom}" top: "${top}" ${more}}\n`;
  const conv = 'convolution_param { num_output: 3 kernel_size: 1 weight_filler { type: "msra" } } ';
  const parts = Array.from({ length: number }, (_, i) => {
    const [from, top] = [i === 0 ? 'data' : `b${i - 1}`, `b${i}`];
    return (
      layer('Convolution', `${top}/conv`, from, top, conv) +
      layer('ReLU', `${top}/relu`, top, top) +
      layer('Scale', `${top}/scale`, top, top)
    );
  });
  const data =
    'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
  return `name: "Blocks"\n${data}${parts.join('')}${layer('Softmax', 'prob', `b${number - 1}`, 'prob')}`;
}
