/** The packaged extension in a real VS Code, with its server as a Node process. The tests are steps of one session. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { picture } from '../support/picture';
import { conv1 } from './nets';
import { sharedWindow } from './one-page';
import { seat } from './seat';
import {
  chooseAction,
  command,
  editor,
  hover,
  inTheme,
  lineWith,
  openFile,
  listedProblem,
  visibleLines,
  word,
} from './workbench';

let page: Page;

sharedWindow('editor', async (fresh) => {
  page = fresh;
});

describe('a net that Caffe rejects', () => {
  beforeAll(() => openFile(page, 'refused.prototxt'));

  test('is highlighted: fields, strings, numbers and comments have different colours', async () => {
    const kinds = [
      word(lineWith(page, 'num_output: 24'), 'num_output'),
      word(lineWith(page, 'num_output: 24'), '24'),
      lineWith(page, 'type: "Convolution"').locator('span', { hasText: 'Convolution' }).last(),
      lineWith(page, '# The first layer.').locator('span', { hasText: 'first' }).last(),
    ];
    // Semantic highlighting arrives after the grammar's.
    await expect.poll(async () => new Set(await Promise.all(kinds.map(colour))).size).toBe(kinds.length);
  });

  test('has one squiggle, under `sparse`', async () => {
    const squiggles = editor(page).locator('.squiggly-error');
    await squiggles.first().waitFor({ state: 'attached' });
    expect(await squiggles.count()).toBe(1);
    const distance = async (): Promise<number> => {
      const field = await word(lineWith(page, 'sparse: 4'), 'sparse').boundingBox();
      const mark = await squiggles.first().boundingBox();
      return field && mark ? Math.hypot(mark.x - field.x, mark.y - field.y) : Infinity;
    };
    // Code lenses may arrive between the two, and move the lines.
    await expect.poll(distance).toBeLessThan(5);
  });

  test('links the code of its problem to a page inside the editor', async () => {
    await hover(page, word(lineWith(page, 'sparse: 4'), 'sparse'), 'filler/sparse-unsupported');
    await page.locator('.monaco-hover a', { hasText: 'filler/sparse-unsupported' }).first().click();
    await page.locator('.tab.active', { hasText: 'sparse-unsupported.md' }).waitFor();
    // The preview is a page within a page.
    const preview = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe');
    await preview.locator('h2', { hasText: 'filler/sparse-unsupported' }).waitFor();
    await picture(page, 'problem-page');
    await openFile(page, 'refused.prototxt');
  });

  test("has the filler's numbers in the hover", async () => {
    const text = await hover(page, word(lineWith(page, 'type: "xavier"'), 'xavier'), 'fan_in');
    await picture(page, 'hover-dark');
    const numbers = numbersIn(text);
    expect(numbers).toEqual(expect.arrayContaining([conv1.fanIn, conv1.fanOut]));
    expect(numbers.some((number) => Math.abs(number - conv1.scale) < 1e-5)).toBe(true);
    expect(text).toContain(conv1.weights.join('×'));
  });

  test('has shapes and scales as hints', async () => {
    await expect
      .poll(async () => (await visibleLines(page)).find((line) => line.includes('top: "conv1"')))
      .toContain(conv1.top.join('×'));
    const filler = (await visibleLines(page)).find((line) => line.includes('type: "xavier"')) ?? '';
    expect(numbersIn(filler).some((number) => Math.abs(number - conv1.scale) < 1e-3)).toBe(true);
  });

  test('has its phase in the status bar', async () => {
    await page.locator('.statusbar-item', { hasText: 'Caffe: TRAIN + TEST' }).first().waitFor();
  });

  test('has its problem listed with its code', async () => {
    const listed = await listedProblem(page, 'sparse-unsupported', () => picture(page, 'problems-dark'));
    expect(listed).toContain('Sparsity not supported by this Filler');
  });

  test('is corrected by the quick fix', async () => {
    await word(lineWith(page, 'sparse: 4'), 'sparse').click();
    await chooseAction(page, 'Quick Fix...', 'sparse');
    await editor(page).locator('.squiggly-error').first().waitFor({ state: 'detached' });
    expect((await visibleLines(page)).filter((line) => line.includes('sparse'))).toEqual([]);
  });
});

test('shows all errors of a broken net, and hints for its valid parts', async () => {
  await openFile(page, 'broken.prototxt');
  await expect.poll(() => editor(page).locator('.squiggly-error').count()).toBeGreaterThanOrEqual(2);
  await expect
    .poll(async () => (await visibleLines(page)).find((line) => line.includes('type: "msra"')) ?? '')
    .toMatch(/0\.\d/);
});

test('opens LeNet with its shapes, in both themes', async () => {
  await openFile(page, 'lenet.prototxt');
  await expect.poll(async () => (await visibleLines(page)).join('\n')).toMatch(/\d+×\d+×\d+×\d+/);
  expect(await editor(page).locator('.squiggly-error').count()).toBe(0);
  await picture(page, 'lenet-dark');
  await inTheme(page, 'light');
  await picture(page, 'lenet-light');
  await inTheme(page, 'dark');
});

test('restarts the server on command, with the same problems afterwards', async () => {
  await openFile(page, 'broken.prototxt');
  const squiggle = editor(page).locator('.squiggly-error').first();
  await squiggle.waitFor({ state: 'attached' });
  await command(page, 'Prototxt: Restart Language Server');
  await squiggle.waitFor({ state: 'detached' });
  await squiggle.waitFor({ state: 'attached' });
  await page.locator('.statusbar-item', { hasText: 'Caffe: T' }).first().waitFor();
});

test.runIf(process.platform === 'linux')('restarts a server that does not answer', async () => {
  const squiggle = editor(page).locator('.squiggly-error').first();
  const hung = serverProcesses();
  expect(hung.length).toBeGreaterThan(0);
  for (const pid of hung) process.kill(pid, 'SIGSTOP');
  await command(page, 'Prototxt: Restart Language Server');
  await squiggle.waitFor({ state: 'detached' });
  await squiggle.waitFor({ state: 'attached' });
  const left = serverProcesses();
  expect(
    hung.filter((pid) => !left.includes(pid)),
    'those that were ended',
  ).toHaveLength(1);
  expect(
    left.filter((pid) => !hung.includes(pid)),
    'those that were started',
  ).toHaveLength(1);
  for (const pid of hung) if (left.includes(pid)) process.kill(pid, 'SIGCONT');
});

/** The processes of language servers of this editor: one for each of its windows. */
function serverProcesses(): readonly number[] {
  const own = join(dirname(seat().settingsFile), '..', '..');
  const isServer = (id: string): boolean => {
    try {
      const line = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      return line.includes(own) && line.includes('server/node.cjs');
    } catch {
      return false;
    }
  };
  return readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id) && isServer(id))
    .map(Number);
}

test('lists the extension with its startup time', async () => {
  await command(page, 'Developer: Show Running Extensions');
  const list = page.locator('.runtime-extensions-editor .monaco-list').first();
  const row = list.locator('.monaco-list-row', { hasText: 'Prototxt Lens' }).first();
  // At its middle, notifications may lie over it.
  await list.hover({ position: { x: 100, y: 100 } });
  // Only the visible rows are in the list, the slowest first.
  await expect
    .poll(async () => {
      if ((await row.count()) > 0) return await row.innerText();
      await page.mouse.wheel(0, 300);
      return '';
    })
    .toMatch(/Activation: \d+ms/);
  console.log(`Prototxt Lens, ${/Activation: \d+ms/.exec(await row.innerText())?.[0] ?? ''}`);
});

function colour(element: ReturnType<typeof word>): Promise<string> {
  return element.evaluate((node) => (globalThis as unknown as WithStyles).getComputedStyle(node).color);
}

/** A function of the page that is not in Node's types. */
interface WithStyles {
  readonly getComputedStyle: (node: unknown) => { readonly color: string };
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/\d+(?:\.\d+)?(?:e[-+]?\d+)?/g)].map(([number]) => Number(number));
}
