/**
 * The folder becomes a repository. The window is then reloaded in Simplified Chinese, which restores the panels without a net in an
 * editor, and shows the texts of the server, the client, the manifest and the pages. The workbench's own texts stay English. This
 * file is the last to use the window, which stays Chinese.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { picture } from '../support/picture';
import { conv1 } from './nets';
import { sharedWindow } from './one-page';
import { panel } from './panel';
import { seat } from './seat';
import {
  closeEditors,
  command,
  editor,
  hover,
  inLanguage,
  lineWith,
  openFile,
  listedProblem,
  toText,
  word,
} from './workbench';

const refused = 'refused-zh.prototxt';
const changed = 'changed.prototxt';
/** The command of each panel, what it shows, and the title of its tab before and after. */
const panels = [
  ['Prototxt: Show Net', '.node', 'Net of', '的网络'],
  ['Prototxt: Show Signal', '.plot svg', 'Signal of', '的信号'],
  // What it gave is gone with the server; what to run is not.
  ['Prototxt: Run Net with Initial Weights', '.top button.primary', 'Run of', '的运行'],
  ['Prototxt: Preview Initial Weights', '.facts', 'Weights of', '的权重'],
] as const;

let page: Page;

const { folder } = seat();
const ofRepository = ['.git', '.vscode'].map((name) => join(folder, name));
afterAll(() => {
  for (const path of ofRepository) rmSync(path, { recursive: true, force: true });
});

sharedWindow('reload', async (fresh) => {
  page = fresh;
  if (hasGit()) writeRepository();
});

const tab = (title: string): Locator => page.locator('.tabs-container .tab', { hasText: title });

test.skipIf(!hasGit())('shows what changed since the last commit in the table', async () => {
  await openFile(page, changed);
  await command(page, 'Prototxt: Show Net');
  await panel(page).locator('.roles').getByText('Table', { exact: true }).click();
  const row = panel(page).locator('tbody tr', { has: page.getByRole('button', { name: 'fc6', exact: true }) });
  await row.getByText('params −18.9 M').waitFor();
  await picture(page, 'net-changes-dark');
  await closeEditors(page);
});

describe('reloaded in Chinese', () => {
  beforeAll(async () => {
    await openFile(page, refused);
    for (const [show, content, title] of panels) {
      await toText(page);
      await command(page, show);
      await tab(title).waitFor();
      await panel(page).locator(content).first().waitFor();
    }
    await toText(page);
    await command(page, 'View: Close Editor');
    await page.locator(`.tab[data-resource-name="${refused}"]`).waitFor({ state: 'detached' });
    await inLanguage(page, 'zh-cn');
    // Not with the browser's reload, which leaves the workbench no time to save its state.
    await Promise.all([page.waitForEvent('load'), command(page, 'Developer: Reload Window')]);
    await page.locator('.tabs-container .tab').first().waitFor();
  });

  test.each(panels)('restores the panel of %s', async (_, content, _title, title) => {
    await page
      .locator('.tabs-container .tab')
      .nth(panels.findIndex((entry) => entry[3] === title))
      .click();
    await panel(page).locator(content).first().waitFor();
    await tab(title).waitFor();
  });

  test('has the texts of a panel', async () => {
    await panel(page).locator('h1', { hasText: 'conv1' }).waitFor();
    const said = await panel(page).locator('body').innerText();
    for (const words of ['跟随光标', '种子', '默认：没有求解器设置种子', '理论预期', '标准差'])
      expect(said).toContain(words);
    await picture(page, 'chinese-weights');
  });

  test('shows a problem', async () => {
    await closeEditors(page);
    await openFile(page, refused);
    await editor(page).locator('.squiggly-error').first().waitFor({ state: 'attached' });
    const listed = await listedProblem(page, 'sparse-unsupported', () => picture(page, 'chinese-problem'));
    expect(listed).toContain('xavier 不支持 `sparse: 4`');
  });

  test('shows a hover', async () => {
    const text = await hover(page, word(lineWith(page, 'type: "xavier"'), 'xavier'), 'fan_in');
    expect(text).toMatch(new RegExp(`填充[^]*fan_in\\s*=\\s*${conv1.fanIn}\\b[^]*标准差`));
    await picture(page, 'chinese-hover');
  });

  test('shows a command, and the states to choose from', async () => {
    await command(page, 'Prototxt: 选择状态');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: '按网络所指定' }).first().waitFor();
    expect(await rows.filter({ hasText: /^TEST/ }).first().innerText()).toMatch(/3 层/);
    await picture(page, 'chinese-states');
    await page.keyboard.press('Escape');
  });
});

/** A net that is committed, and then edited. */
function writeRepository(): void {
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  const text = readFileSync(join(folder, 'alexnet_train_val.prototxt'), 'utf8');
  writeFileSync(join(folder, changed), text);
  git('init');
  git('add', changed);
  git('commit', '-m', 'first');
  writeFileSync(join(folder, changed), text.replace('num_output: 4096', 'num_output: 2048'));
  // Now that it is complete, the editor looks for it.
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'git.enabled': true }));
}

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
