/**
 * The path of a person who opens the extension for the first time: the walkthrough to its end, a net from a template, a first
 * layer typed key by key, a fix, an export. The tests are steps of one session.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { picture } from '../support/picture';
import { seat } from './seat';
import { sharedWindow } from './one-page';
import { chooseAction, command, editor, hover, lineWith, visibleLines, word } from './workbench';

let page: Page;

sharedWindow('stranger', async (fresh) => {
  // Each step can be completed only once in a window, even if its progress is reset.
  page = fresh;
});

const walkthrough = (): Locator => page.locator('.gettingStartedContainer');
const done = (): Locator => walkthrough().locator('.getting-started-step .codicon-getting-started-step-checked');

/** Opens the walkthrough, unfolds a step by its title, and clicks its button. The editor's own welcome page may replace it. */
async function step(title: string, button?: string): Promise<void> {
  await command(page, 'Prototxt: First Steps');
  const entry = walkthrough().locator('.getting-started-step', { hasText: title }).first();
  await entry.waitFor();
  if (!(await entry.getAttribute('class'))?.includes('expanded')) await entry.click();
  if (button !== undefined) await entry.locator('.monaco-button', { hasText: button }).first().click();
}

/** The walkthrough's pictures are pages within pages too, so the element is looked for in all of them. */
async function isShown(selector: string, text = ''): Promise<boolean> {
  const found = await Promise.all(
    page.frames().map((frame) =>
      frame
        .locator(selector, { hasText: text })
        .first()
        .isVisible()
        .catch(() => false),
    ),
  );
  return found.includes(true);
}

const serious = (): Locator => editor(page).locator('.squiggly-error, .squiggly-warning');

test('opens the walkthrough', async () => {
  await command(page, 'Prototxt: First Steps');
  await walkthrough().locator('.getting-started-step', { hasText: 'Open a net' }).first().waitFor();
  expect(await walkthrough().locator('.getting-started-step').count()).toBe(6);
  await picture(page, 'walkthrough');
});

test('opens an example, and hovers xavier', async () => {
  await step('Open a net', 'Open LeNet');
  await lineWith(page, 'name: "LeNet"').first().waitFor();
  const text = await hover(page, word(lineWith(page, 'type: "xavier"').first(), 'xavier'), 'fan_in');
  expect(text).toContain('PyTorch');
  await picture(page, 'walkthrough-hover');
});

test('previews weights, shows the signal and the net, each from its step', async () => {
  await word(lineWith(page, 'name: "conv1"').first(), 'conv1').click();
  await step('Preview the initial weights', 'Preview Initial Weights');
  await expect.poll(() => isShown('canvas.kernels')).toBe(true);
  await picture(page, 'walkthrough-weights');
  await step('Show the signal', 'Show Signal');
  await expect.poll(() => isShown('.plot svg')).toBe(true);
  await picture(page, 'walkthrough-signal');
  await step('Show the net', 'Show Net');
  await expect.poll(() => isShown('text', 'conv1')).toBe(true);
  await picture(page, 'walkthrough-net');
});

test('begins a net from a template', async () => {
  await step('Write your own', 'New Caffe Net');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Classifier to train' }).first().click();
  await lineWith(page, 'name: "MyNet"').first().waitFor();
  await expect
    .poll(async () => (await visibleLines(page)).find((line) => line.includes('top: "conv1"')))
    .toContain('64×32×24×24');
  expect(await serious().count()).toBe(0);
  await picture(page, 'walkthrough-new');
});

test('has completed every step of the walkthrough', async () => {
  await step('Write your own');
  await expect.poll(() => done().count()).toBe(6);
  await picture(page, 'walkthrough-done');
});

test('types a first layer key by key and pastes the next, and nothing is red on the way', async () => {
  await command(page, 'File: New Untitled Text File');
  await command(page, 'Change Language Mode');
  await page.locator('.quick-input-widget .quick-input-box input').fill('Prototxt');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Prototxt' }).first().click();
  await editor(page).locator('.view-lines').click();
  // Every key in between is tested without an editor, in test/server/typing.test.ts.
  const text = 'layer { type: "Input" top: "data" }';
  const red: string[] = [];
  for (const [i, key] of [...text].entries()) {
    // What the editor closes by itself is typed over, and what it proposes is not taken.
    await page.keyboard.type(key);
    if ((await serious().count()) > 0) red.push(text.slice(0, i + 1));
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.insertText('input_param { shape { dim: 1 dim: 4 } } ');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(
    'layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 } }\n',
  );
  expect(red).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await visibleLines(page)).filter((line) => line.trim() !== '').length).toBe(2);
  await expect.poll(async () => (await visibleLines(page)).join('\n')).toContain('1×4');
  expect(await serious().count()).toBe(0);
  await picture(page, 'typed');
});

test('is told of a mistake once it is one, and fixes it', async () => {
  await page.keyboard.type('layer { name: "r" type: "Relu" bottom: "ip" top: "r" }');
  await page.keyboard.press('Escape');
  const error = editor(page).locator('.squiggly-error');
  await error.first().waitFor({ state: 'attached' });
  await word(lineWith(page, 'type: "Relu"'), 'Relu').click();
  await picture(page, 'typed-mistake');
  await chooseAction(page, 'Quick Fix...', 'ReLU');
  await lineWith(page, 'type: "ReLU"').first().waitFor();
  await error.first().waitFor({ state: 'detached' });
});

test('exports the initial weights of the net', async () => {
  await command(page, 'Prototxt: Export Initial Weights');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Whole net as .npz' }).first().click();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await expect.poll(() => input.inputValue()).toContain('.npz');
  const file = join(seat().folder, 'stranger.npz');
  await input.fill(file);
  await page.keyboard.press('Enter');
  await page.locator('.notification-toast', { hasText: 'Wrote stranger.npz' }).waitFor();
  expect(existsSync(file)).toBe(true);
});
