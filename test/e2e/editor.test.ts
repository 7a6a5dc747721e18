/** The packaged extension in a real VS Code, its server a process of Node. The tests are steps of one session. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { conv1 } from './nets';
import { onePage } from './one-page';
import {
  command,
  editor,
  hover,
  inTheme,
  lineWith,
  openFile,
  openFolder,
  picture,
  problems,
  visibleLines,
  word,
} from './workbench';

let page: Page;

const browsing = onePage('editor', async (fresh) => {
  page = fresh;
  await openFolder(page, addressOf(inject('origin'), inject('folder')));
});

describe('a net that Caffe refuses', () => {
  beforeAll(() => openFile(page, 'refused.prototxt'));

  test('is coloured: fields, strings, numbers and comments differ', async () => {
    const kinds = [
      word(lineWith(page, 'num_output: 24'), 'num_output'),
      word(lineWith(page, 'num_output: 24'), '24'),
      lineWith(page, 'type: "Convolution"').locator('span', { hasText: 'Convolution' }).last(),
      lineWith(page, '# The first layer.').locator('span', { hasText: 'first' }).last(),
    ];
    // The server's own colours arrive after the grammar's.
    await expect.poll(async () => new Set(await Promise.all(kinds.map(colour))).size).toBe(kinds.length);
  });

  test('has one squiggle, under `sparse`', async () => {
    const squiggles = editor(page).locator('.squiggly-error');
    await squiggles.first().waitFor({ state: 'attached' });
    const field = await word(lineWith(page, 'sparse: 4'), 'sparse').boundingBox();
    const mark = await squiggles.first().boundingBox();
    expect(await squiggles.count()).toBe(1);
    expect(mark?.y).toBeCloseTo(field?.y ?? 0, -1);
    expect(mark?.x).toBeCloseTo(field?.x ?? 0, -1);
  });

  test("tells the filler's numbers in the hover", async () => {
    const text = await hover(page, word(lineWith(page, 'type: "xavier"'), 'xavier'), 'fan_in');
    await picture(page, 'hover-dark');
    const numbers = numbersIn(text);
    expect(numbers).toEqual(expect.arrayContaining([conv1.fanIn, conv1.fanOut]));
    expect(numbers.some((number) => Math.abs(number - conv1.scale) < 1e-5)).toBe(true);
    expect(text).toContain(conv1.weights.join('×'));
  });

  test('shows shapes and scales as hints', async () => {
    await expect
      .poll(async () => (await visibleLines(page)).find((line) => line.includes('top: "conv1"')))
      .toContain(conv1.top.join('×'));
    const filler = (await visibleLines(page)).find((line) => line.includes('type: "xavier"')) ?? '';
    expect(numbersIn(filler).some((number) => Math.abs(number - conv1.scale) < 1e-3)).toBe(true);
  });

  test('names the phase in the status bar', async () => {
    await page.locator('.statusbar-item', { hasText: 'Caffe: TRAIN + TEST' }).first().waitFor();
  });

  test('lists the problem with its code', async () => {
    await command(page, 'Problems: Focus on Problems View');
    const row = problems(page).filter({ hasText: 'sparse-unsupported' });
    await row.waitFor();
    expect(await row.innerText()).toContain('Sparsity not supported by this Filler');
    await picture(page, 'problems-dark');
    await page.keyboard.press('ControlOrMeta+j');
    await problems(page).first().waitFor({ state: 'hidden' });
  });

  test('is mended by the quick fix', async () => {
    await word(lineWith(page, 'sparse: 4'), 'sparse').click();
    await page.keyboard.press('ControlOrMeta+.');
    await page.locator('.action-widget .monaco-list-row', { hasText: 'sparse' }).first().click();
    await editor(page).locator('.squiggly-error').first().waitFor({ state: 'detached' });
    expect((await visibleLines(page)).filter((line) => line.includes('sparse'))).toEqual([]);
  });
});

test('a broken net shows all its errors, and what it can of the rest', async () => {
  await openFile(page, 'broken.prototxt');
  await expect.poll(() => editor(page).locator('.squiggly-error').count()).toBeGreaterThanOrEqual(2);
  await expect
    .poll(async () => (await visibleLines(page)).find((line) => line.includes('type: "msra"')) ?? '')
    .toMatch(/0\.\d/);
});

test('LeNet opens with its shapes, in both themes', async () => {
  await openFile(page, 'lenet.prototxt');
  await expect.poll(async () => (await visibleLines(page)).join('\n')).toMatch(/\d+×\d+×\d+×\d+/);
  expect(await editor(page).locator('.squiggly-error').count()).toBe(0);
  await picture(page, 'lenet-dark');
  await inTheme(page, 'light');
  await picture(page, 'lenet-light');
  await inTheme(page, 'dark');
});

test('a server that is told to starts again, and finds what it found before', async () => {
  await openFile(page, 'broken.prototxt');
  const squiggle = editor(page).locator('.squiggly-error').first();
  await squiggle.waitFor({ state: 'attached' });
  await command(page, 'Prototxt: Restart Language Server');
  await squiggle.waitFor({ state: 'detached' });
  await squiggle.waitFor({ state: 'attached' });
  await page.locator('.statusbar-item', { hasText: 'Caffe: T' }).first().waitFor();
});

test('the editor lists the extension with the time that it took to start', async () => {
  await command(page, 'Developer: Show Running Extensions');
  const list = page.locator('.runtime-extensions-editor .monaco-list').first();
  const row = list.locator('.monaco-list-row', { hasText: 'Prototxt Lens' }).first();
  await list.hover();
  // The list has only the rows that are seen, those that took longest first.
  await expect
    .poll(async () => {
      if ((await row.count()) > 0) return await row.innerText();
      await page.mouse.wheel(0, 300);
      return '';
    })
    .toMatch(/Activation: \d+ms/);
  console.log(`Prototxt Lens, ${/Activation: \d+ms/.exec(await row.innerText())?.[0] ?? ''}`);
});

test('nothing was asked of anyone outside', () => {
  expect(browsing().outside).toEqual([]);
});

function colour(element: ReturnType<typeof word>): Promise<string> {
  return element.evaluate((node) => (globalThis as unknown as WithStyles).getComputedStyle(node).color);
}

/** What the page has and Node has not. */
interface WithStyles {
  readonly getComputedStyle: (node: unknown) => { readonly color: string };
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/\d+(?:\.\d+)?(?:e[-+]?\d+)?/g)].map(([number]) => Number(number));
}
