/**
 * The editor in Simplified Chinese: the texts of the server, the client, the manifest and a page. The workbench's own texts
 * stay English.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { picture } from '../support/picture';
import { seat } from './seat';
import { conv1 } from './nets';
import { writeFilters } from './model-files';
import { ownPage } from './one-page';
import { panel } from './panel';
import {
  closeEditors,
  command,
  editor,
  hover,
  inLanguage,
  fileRow,
  lineWith,
  offeredAction,
  openFile,
  openFolder,
  problems,
  word,
  toText,
} from './workbench';

let page: Page;

ownPage('chinese', async (fresh) => {
  page = fresh;
  writeFilters(seat().folder, 'zh');
  await inLanguage(page, 'zh-cn');
  await openFolder(page, addressOf(seat().origin, seat().folder));
  await openFile(page, 'refused-zh.prototxt');
});

test('shows a problem', async () => {
  await editor(page).locator('.squiggly-error').first().waitFor({ state: 'attached' });
  await command(page, 'Problems: Focus on Problems View');
  const row = problems(page).filter({ hasText: 'sparse-unsupported' });
  await row.waitFor();
  expect(await row.innerText()).toContain('xavier 不支持 `sparse: 4`');
  await picture(page, 'chinese-problem');
  await page.keyboard.press('ControlOrMeta+j');
  await problems(page).first().waitFor({ state: 'hidden' });
});

test('shows a hover', async () => {
  const text = await hover(page, word(lineWith(page, 'type: "xavier"'), 'xavier'), 'fan_in');
  expect(text).toMatch(new RegExp(`填充[^]*fan_in\\s*=\\s*${conv1.fanIn}\\b[^]*标准差`));
  await picture(page, 'chinese-hover');
});

test('shows a command, and the weights panel', async () => {
  await word(lineWith(page, 'name: "conv1"'), 'conv1').click();
  await command(page, 'Prototxt: 预览初始权重');
  await panel(page).locator('h1', { hasText: 'conv1' }).waitFor();
  await page.locator('.tab', { hasText: 'refused-zh.prototxt 的权重' }).first().waitFor();
  await panel(page).locator('.facts').waitFor();
  const said = await panel(page).locator('body').innerText();
  for (const words of ['跟随光标', '种子', '默认：没有求解器设置种子', '理论预期', '标准差'])
    expect(said).toContain(words);
  await picture(page, 'chinese-weights');
});

test('shows a quick fix', async () => {
  await toText(page);
  await word(lineWith(page, 'sparse: 4'), 'sparse').click();
  await offeredAction(page, 'Quick Fix...', '删去 sparse');
  await page.keyboard.press('Escape');
});

test('shows the states to choose from', async () => {
  await toText(page);
  await openFile(page, 'lenet_train_test.prototxt');
  await command(page, 'Prototxt: 选择状态');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: '按网络所指定' }).first().waitFor();
  expect(await rows.filter({ hasText: /^TEST/ }).first().innerText()).toMatch(/10 层/);
  await picture(page, 'chinese-states');
  await page.keyboard.press('Escape');
});

test('shows a weights file beside its net', async () => {
  await closeEditors(page);
  await fileRow(page, 'zh.caffemodel').dblclick();
  await panel(page).locator('h1', { hasText: 'zh.caffemodel' }).waitFor();
  await panel(page).locator('.progress').waitFor({ state: 'hidden' });
  await expect.poll(() => panel(page).locator('.paired').innerText()).toContain('2 层会被加载');
  const said = await panel(page).locator('body').innerText();
  for (const words of ['个参数', '导出为 .npz…', '标准差', 'Caffe 会中止']) expect(said).toContain(words);
  await picture(page, 'chinese-model');
});
