/**
 * Pictures of the panels for people and for the README, in each theme and in Chinese, and times that are printed: run by
 * `npm run pictures` alone. That the panels work is tested elsewhere.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { picture } from '../support/picture';
import { writeFilters } from './model-files';
import { ownPage } from './one-page';
import { forgetMarks, lineOf, panel, timeOfMark } from './panel';
import { seat } from './seat';
import { command, goToLine, inLanguage, inTheme, fileRow, openFile, openFolder, toText, type Theme } from './workbench';

/** High contrast is a setting, which stays: it is the last. */
const themes: readonly Theme[] = ['dark', 'light', 'high-contrast'];
const alexNet = 'alexnet_train_val.prototxt';
const tanh = 'tanh_standard.prototxt';
const lenet = 'lenet_train_test.prototxt';

describe('the time to the first picture', () => {
  let page: Page;
  ownPage('times', async (fresh) => {
    page = fresh;
    await openFolder(page, addressOf(seat().origin, seat().folder));
  });

  test.each([
    [alexNet, ['conv1', 'conv5', 'fc6', 'fc8']],
    ['vgg16.prototxt', ['fc8']],
  ])('of %s', async (file, layers) => {
    await openFile(page, file);
    for (const layer of layers) {
      await toText(page);
      await goToLine(page, lineOf(seat().folder, file, `name: "${layer}"`));
      const preview = 'Prototxt: Preview Initial Weights';
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget .quick-input-box input').fill(`>${preview}`);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: preview }).first().waitFor();
      const start = Date.now();
      await page.keyboard.press('Enter');
      await panel(page).locator('h1', { hasText: layer }).waitFor();
      await panel(page).locator('.facts').waitFor();
      const marks = ['page', 'picture', 'figures'].map((mark) => timeOfMark(panel(page), `prototxtLens.${mark}`));
      const [opened, shown, done] = (await Promise.all(marks)).map((time) => Math.round(time - start));
      console.log(`${file}, ${layer}, after the command: page ${opened} ms, picture ${shown} ms, figures ${done} ms`);
      expect(shown).toBeGreaterThan(0);
      // The next one is shown in a new panel.
      await page.locator('.tab', { hasText: 'Weights of' }).click({ button: 'middle' });
      await panel(page).locator('h1').waitFor({ state: 'detached' });
    }
  });
});

describe('the time to the picture of another layer in an open panel', () => {
  let page: Page;
  ownPage('times-again', async (fresh) => {
    page = fresh;
    await openFolder(page, addressOf(seat().origin, seat().folder));
  });

  test('after the cursor has moved', async () => {
    await openFile(page, alexNet);
    await command(page, 'Prototxt: Preview Initial Weights');
    await panel(page).locator('.facts').waitFor();
    for (const layer of ['conv2', 'conv5', 'conv1', 'conv4', 'fc8']) {
      await toText(page);
      await page.keyboard.press('Control+g');
      await page
        .locator('.quick-input-widget .quick-input-box input')
        .fill(`:${lineOf(seat().folder, alexNet, `name: "${layer}"`)}`);
      await forgetMarks(panel(page));
      const start = Date.now();
      await page.keyboard.press('Enter');
      await panel(page).locator('h1', { hasText: layer }).waitFor();
      await expect.poll(() => timeOfMark(panel(page), 'prototxtLens.picture')).not.toBeNaN();
      console.log(`${layer}: ${Math.round((await timeOfMark(panel(page), 'prototxtLens.picture')) - start)} ms`);
    }
  });
});

describe('in Chinese', () => {
  let page: Page;

  ownPage('pictures-chinese', async (fresh) => {
    page = fresh;
    writeFilters(seat().folder, 'zh');
    await inLanguage(page, 'zh-cn');
    await openFolder(page, addressOf(seat().origin, seat().folder));
  });

  // The explorer of the pictures in English has no files of these.
  afterAll(() => {
    for (const name of ['zh.prototxt', 'zh.caffemodel']) rmSync(join(seat().folder, name));
  });

  test.each(['dark', 'light'] as const)('the panels, %s', async (theme) => {
    await inTheme(page, theme);
    for (const [name, show, content] of [
      ['run', 'Prototxt: 以初始权重运行网络', '.ridges path[fill-opacity]'],
      ['net', 'Prototxt: 显示网络', '.node'],
      ['signal', 'Prototxt: 显示信号', '.plot svg'],
      ['weights', 'Prototxt: 预览初始权重', '.facts'],
    ] as const) {
      await command(page, 'View: Close All Editors');
      await openFile(page, 'tanh_normalized.prototxt');
      await command(page, show);
      await panel(page).locator(content).first().waitFor({ state: 'attached' });
      await panel(page).locator(`body.vscode-${theme}`).waitFor();
      if (name === 'run') await panel(page).locator('progress').waitFor({ state: 'hidden' });
      await picture(page, `chinese-${name}-${theme}`);
    }
    await command(page, 'View: Close All Editors');
    await fileRow(page, 'zh.caffemodel').dblclick();
    await panel(page).locator('.progress').waitFor({ state: 'hidden' });
    await expect.poll(() => panel(page).locator('.paired').innerText()).toContain('2 层会被加载');
    await picture(page, `chinese-model-${theme}`);
  });
});

describe('in English', () => {
  let page: Page;
  ownPage('pictures', async (fresh) => {
    page = fresh;
    await openFolder(page, addressOf(seat().origin, seat().folder));
  });

  const within = (selector: string): Locator => panel(page).locator(selector);

  async function show(file: string, title: string, at?: string): Promise<void> {
    await toText(page);
    await openFile(page, file);
    await page.locator('.tab', { hasText: title }).first().waitFor();
    if (at !== undefined) await goToLine(page, lineOf(seat().folder, file, at));
  }

  async function open(show: string, file: string): Promise<void> {
    await command(page, 'View: Close All Editors');
    await openFile(page, file);
    await command(page, show);
  }

  async function runAgain(): Promise<void> {
    await panel(page).getByRole('button', { name: 'Run', exact: true }).click();
    await within('progress').waitFor();
    await within('progress').waitFor({ state: 'hidden', timeout: 120_000 });
  }

  const choose = (name: string): Promise<void> => panel(page).getByText(name, { exact: true }).click();

  describe.each(themes)('%s', (theme) => {
    test('the net', async () => {
      await open('Prototxt: Show Net', alexNet);
      await inTheme(page, theme);
      await goToLine(page, lineOf(seat().folder, alexNet, 'name: "conv2"'));
      await within('.node.current text').filter({ hasText: 'conv2' }).waitFor();
      await picture(page, `net-alexnet-${theme}`);
      await choose('Table');
      await panel(page).getByRole('button', { name: 'Sort by params' }).click();
      await expect.poll(() => within('tbody tr th').first().innerText()).toBe('fc6');
      await picture(page, `net-table-${theme}`);
      await show('blocks.prototxt', 'Net of blocks.prototxt');
      await within('tbody tr').nth(20).waitFor();
      await picture(page, `net-blocks-${theme}`);
      await choose('Graph');
      await show('first_mistakes.prototxt', 'Net of first_mistakes.prototxt');
      await within('.node').first().waitFor();
      await picture(page, `net-mistakes-${theme}`);
    });

    test('the signal', async () => {
      await open('Prototxt: Show Signal', alexNet);
      await inTheme(page, theme);
      for (const [name, file] of [
        ['alexnet', alexNet],
        ['autoencoder', 'autoencoder.prototxt'],
        ['siamese', 'siamese_train_test.prototxt'],
        ['upsample', 'segmentation_upsample.prototxt'],
      ] as const) {
        await show(file, `Signal of ${file}`);
        await within(`body.vscode-${theme}`).waitFor();
        await within('.plot svg path[data-line="asIs"]').first().waitFor({ state: 'attached' });
        await picture(page, `signal-${name}-${theme}`);
      }
      await choose('Table');
      await picture(page, `signal-table-${theme}`);
    });

    test('the weights', async () => {
      await open('Prototxt: Preview Initial Weights', alexNet);
      await inTheme(page, theme);
      for (const [name, file, at] of [
        ['conv1', alexNet, 'name: "conv1"'],
        ['fc6', alexNet, 'name: "fc6"'],
        ['bilinear', 'segmentation_upsample.prototxt', 'name: "upscore"'],
        ['sparse', 'autoencoder.prototxt', 'name: "encode1"'],
      ] as const) {
        await show(file, `Weights of ${file}`, at);
        await within('h1')
          .filter({ hasText: at.split('"')[1] ?? '' })
          .waitFor();
        await within('.facts').first().waitFor();
        await within(`body.vscode-${theme}`).waitFor();
        await picture(page, `weights-${name}-${theme}`);
      }
      await show(alexNet, `Weights of ${alexNet}`, 'name: "conv1"');
      await within('h1').filter({ hasText: 'conv1' }).waitFor();
      await panel(page).getByLabel('What if').selectOption({ label: 'xavier, AVERAGE  (±0.02238)' });
      await expect.poll(() => within('.facts:visible').count()).toBe(2);
      await picture(page, `weights-compared-${theme}`);
    });

    test('a weights file', async () => {
      await command(page, 'View: Close All Editors');
      writeFilters(seat().folder, 'filters');
      await fileRow(page, 'filters.caffemodel').dblclick();
      await within('.paired').filter({ hasText: '2 layers loaded' }).waitFor();
      await within('canvas.kernels').waitFor();
      await inTheme(page, theme);
      await within(`body.vscode-${theme}`).waitFor();
      await picture(page, `model-editor-${theme}`);
    });

    test('the run', async () => {
      await open('Prototxt: Run Net with Initial Weights', tanh);
      await inTheme(page, theme);
      for (const name of ['All xavier, AVERAGE', 'LSUV']) await panel(page).getByLabel(name, { exact: true }).check();
      await runAgain();
      await picture(page, `run-compared-${theme}`);
      await command(page, 'View: Toggle Maximize Editor Group');
      await command(page, 'View: Toggle Primary Side Bar Visibility');
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await within('.ridges svg').boundingBox())?.width ?? 0).toBeGreaterThan(1200);
      for (const [name, shown] of [
        ['wide', 'Activations'],
        ['gradients', 'Gradients'],
        ['weight-gradients', 'Weight gradients'],
      ] as const) {
        await choose(shown);
        await within('.heading').scrollIntoViewIfNeeded();
        await picture(page, `run-tanh-${name}-${theme}`);
      }
      await choose('Activations');
      await command(page, 'View: Toggle Primary Side Bar Visibility');
      await command(page, 'View: Toggle Maximize Editor Group');
      for (const name of ['All xavier, AVERAGE', 'LSUV']) await panel(page).getByLabel(name, { exact: true }).uncheck();
      for (const [name, file] of [
        ['lenet', lenet],
        ['alexnet', alexNet],
      ] as const) {
        await show(file, `Run of ${file}`);
        await panel(page).getByLabel('Batch').fill('2');
        await runAgain();
        await picture(page, `run-${name}-${theme}`);
      }
      await choose('Table');
      await picture(page, `run-table-${theme}`);
    });
  });
});
