/** The editor in Simplified Chinese: what the server, the client, the manifest and a page say. The workbench's own words stay English. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, onTestFailed, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { conv1 } from './nets';
import { panel } from './panel';
import { browse, command, editor, hover, inLanguage, lineWith, openFile, openFolder, picture, problems, word, type Browsing } from './workbench';

let browsing: Browsing;
let page: Page;

beforeAll(async () => {
  browsing = await browse(inject('chromium'));
  page = await browsing.context.newPage();
  await inLanguage(page, 'zh-cn');
  await openFolder(page, addressOf(inject('origin'), inject('folder')));
  await openFile(page, 'refused.prototxt');
});

afterAll(() => browsing.browser.close());

beforeEach(({ task }) => {
  onTestFailed(() => picture(page, `failed-chinese-${task.name.replace(/\W+/g, '-')}`));
});

test('a problem', async () => {
  await editor(page).locator('.squiggly-error').first().waitFor({ state: 'attached' });
  await command(page, 'Problems: Focus on Problems View');
  const row = problems(page).filter({ hasText: 'sparse-unsupported' });
  await row.waitFor();
  expect(await row.innerText()).toContain('此 filler 不支持稀疏');
  await picture(page, 'chinese-problem');
  await page.keyboard.press('ControlOrMeta+j');
  await problems(page).first().waitFor({ state: 'hidden' });
});

test('a hover', async () => {
  const text = await hover(page, word(lineWith(page, 'type: "xavier"'), 'xavier'), 'fan_in');
  expect(text).toMatch(new RegExp(`填充[^]*fan_in\\s*=\\s*${conv1.fanIn}\\b[^]*标准差`));
  await picture(page, 'chinese-hover');
});

test('a command, and the panel of weights', async () => {
  await word(lineWith(page, 'name: "conv1"'), 'conv1').click();
  await command(page, 'Prototxt: 预览初始权重');
  await panel(page).locator('h1', { hasText: 'conv1' }).waitFor();
  await page.locator('.tab', { hasText: 'refused.prototxt 的权重' }).first().waitFor();
  await panel(page).locator('.facts').waitFor();
  const said = await panel(page).locator('body').innerText();
  for (const words of ['跟随光标', '种子', '没有求解器设定', '理论预期', '标准差']) expect(said).toContain(words);
  await picture(page, 'chinese-weights');
});

test('nothing was asked of anyone outside', () => {
  expect(browsing.outside).toEqual([]);
});
