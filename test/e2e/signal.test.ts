/** The signal panel in a real VS Code. The tests are steps of one session. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { picture, viewsIn } from '../support/picture';
import { seat } from './seat';
import { onePage } from './one-page';
import { lineOf, panel, unnamedIn } from './panel';
import {
  command,
  goToLine,
  inTheme,
  lineWith,
  openFile,
  openFolder,
  visibleLines,
  type Theme,
  toText,
} from './workbench';

const show = 'Prototxt: Show Signal';
const alexNet = 'alexnet_train_val.prototxt';

let page: Page;
const complaints: string[] = [];

const browsing = onePage('signal', async (fresh) => {
  page = fresh;
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught|webview\/signal/.test(message.text())) complaints.push(message.text());
  });
  await openFolder(page, addressOf(seat().origin, seat().folder));
  await openFile(page, alexNet);
});

type Place = ReturnType<ReturnType<typeof panel>['locator']>;

const charts = (): Place => panel(page).locator('.plot svg');
const lineIn = (chart: number, name: string): Place => charts().nth(chart).locator(`path[data-line="${name}"]`);
const reading = (): Place => panel(page).locator('.chart .reading').first();

async function goTo(text: string): Promise<void> {
  await toText(page);
  await goToLine(page, lineOf(seat().folder, alexNet, text));
}

test('shows both charts and the layer at the cursor', async () => {
  await goTo('name: "conv3"');
  await command(page, show);
  await charts().nth(1).waitFor();
  expect(await lineIn(0, 'asIs').getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L/);
  expect(await lineIn(1, 'msra').getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L/);
  const marked = await charts().first().locator('line[data-cursor]').getAttribute('data-cursor');
  await goTo('name: "conv1"');
  await expect.poll(() => charts().first().locator('line[data-cursor]').getAttribute('data-cursor')).not.toBe(marked);
});

test('moves between layers with the keyboard and shows them in the text', async () => {
  await charts().first().focus();
  await page.keyboard.press('Home');
  await expect.poll(() => reading().innerText()).toMatch(/^data · Data +1 × \(Current\)/);
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => reading().innerText()).toMatch(/^pool1 · Pooling/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await visibleLines(page)).join('\n')).toContain('"pool1"');
});

test('names the point under the mouse, and shows it in the text on a click', async () => {
  const box = await charts().first().boundingBox();
  if (!box) throw new Error('no chart');
  await page.mouse.move(box.x + box.width - 40, box.y + 100);
  await expect.poll(() => reading().innerText()).toMatch(/^(fc8|drop7|relu7|fc7)/);
  await page.mouse.click(box.x + box.width - 40, box.y + 100);
  await expect.poll(async () => (await visibleLines(page)).join('\n')).toMatch(/"(fc8|fc7)"/);
});

test('adds a line for the state before an edit', async () => {
  await goTo('name: "conv1"');
  await goTo('weight_filler { type: "gaussian" std: 0.01 }');
  await page.keyboard.press('End');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace', 'Backspace']) await page.keyboard.press(key);
  await page.keyboard.type('5');
  await lineIn(0, 'before').waitFor({ state: 'attached' });
  expect(await lineIn(0, 'before').getAttribute('d')).not.toBe(await lineIn(0, 'asIs').getAttribute('d'));
  await picture(page, 'signal-edited-dark');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('01');
  await lineIn(0, 'before').waitFor({ state: 'detached' });
});

test('shows the same values in the table, and its rows in the text', async () => {
  await panel(page).getByText('Table', { exact: true }).click();
  const row = panel(page).locator('.facts tr', { hasText: 'conv1' }).first();
  await expect.poll(() => row.innerText()).toMatch(/Convolution\s+0\s+0\.0363\s+0\.0363/);
  await panel(page).getByRole('button', { name: 'conv5', exact: true }).click();
  await expect.poll(async () => (await visibleLines(page)).join('\n')).toContain('"conv5"');
  await picture(page, 'signal-table-dark');
  await panel(page).getByText('Chart', { exact: true }).click();
  await charts().first().waitFor();
});

test('takes another input', async () => {
  await panel(page).getByLabel('Input', { exact: true }).selectOption('typed');
  await panel(page).getByLabel('std').fill('50');
  await panel(page).getByLabel('std').press('Enter');
  await expect.poll(() => panel(page).locator('.top').innerText()).toContain('second moment 2500');
  await panel(page).getByLabel('Input', { exact: true }).selectOption('standard');
  await expect.poll(() => panel(page).locator('.top').innerText()).not.toContain('second moment 2500');
});

test('has a name for every control', async () => {
  expect(await unnamedIn(panel(page))).toEqual([]);
});

const views = [
  ['alexnet', alexNet],
  ['autoencoder', 'autoencoder.prototxt'],
  ['siamese', 'siamese_train_test.prototxt'],
  ['upsample', 'segmentation_upsample.prototxt'],
] as const;

test.each(['dark', 'light', 'high-contrast'] satisfies readonly Theme[])('looks right in %s', async (theme) => {
  await toText(page);
  await inTheme(page, theme);
  for (const [name, file] of viewsIn(theme, views)) {
    await toText(page);
    await openFile(page, file);
    await page.locator('.tab', { hasText: `Signal of ${file}` }).waitFor();
    await panel(page).locator(`body.vscode-${theme}`).waitFor();
    await lineIn(0, 'asIs').waitFor({ state: 'attached' });
    await picture(page, `signal-${name}-${theme}`);
  }
});

test('shows the net that a solver names', async () => {
  await toText(page);
  await page
    .locator('.explorer-folders-view .monaco-list-row', { hasText: 'lenet_solver.prototxt' })
    .first()
    .dblclick();
  await page.locator('.tab', { hasText: 'Signal of lenet_train_test.prototxt' }).waitFor();
});

test('says what a net lacks, and provides it by buttons', async () => {
  await openFile(page, 'lacking.prototxt');
  await command(page, show);
  const lack = (kind: string): Place => panel(page).locator(`[data-lack="${kind}"]`);
  await lack('records').getByText('The shape of the records that data reads is not in the file.').waitFor();
  await picture(page, 'lacks');
  await lack('records').getByRole('button', { name: 'Set datum 1×28×28' }).click();
  await charts().nth(1).waitFor();
  await toText(page);
  await lineWith(page, '# prototxt: datum 1x28x28').first().waitFor();
  await lack('records').waitFor({ state: 'detached' });
  const box = page.locator('.quick-input-widget .quick-input-box input');
  await lack('type').getByRole('button', { name: 'Set its shape…' }).click();
  await box.fill('8x20');
  await box.press('Enter');
  await lack('type').waitFor({ state: 'detached' });
  await toText(page);
  await lineWith(page, '# shape: 8x20').first().waitFor();
  await picture(page, 'lacks-nothing');
});

// The last test, since its files change the explorer's list.
test('saves the charts as SVG, PNG and CSV', async () => {
  await openFile(page, alexNet);
  await charts().nth(1).waitFor();
  const begins = {
    svg: '<svg xmlns',
    png: '\u0089PNG',
    csv: 'line,layer,type,depth,mean,second_moment,gradient\r\nasIs,data,Data,0,0,1,',
  };
  for (const [what, start] of Object.entries(begins)) {
    const file = join(seat().folder, `alexnet_train_val.signal.${what}`);
    await panel(page)
      .getByRole('button', { name: `Save as ${what.toUpperCase()}` })
      .click();
    const box = page.locator('.quick-input-widget .quick-input-box input');
    await expect.poll(() => box.inputValue(), { timeout: 10_000 }).toContain(`alexnet_train_val.signal.${what}`);
    await box.press('Enter');
    await expect
      .poll(() => (existsSync(file) ? readFileSync(file, 'latin1') : ''), { timeout: 10_000 })
      .toContain(start);
    await box.waitFor({ state: 'hidden' });
  }
});

test('logs no errors, and makes no external requests', () => {
  expect(complaints).toEqual([]);
  expect(browsing().outside).toEqual([]);
});
