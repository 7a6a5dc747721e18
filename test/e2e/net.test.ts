/** The net panel in a real VS Code. The tests are steps of one session. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { readShared, shared } from '../support/shared';
import { picture } from '../support/picture';
import { seat } from './seat';
import { onePage } from './one-page';
import { lineOf, panel, unnamedIn } from './panel';
import { addWebExtension, command, goToLine, inTheme, openFile, openFolder, type Theme, toText } from './workbench';

const show = 'Prototxt: Show Net';
const alexNet = 'alexnet_train_val.prototxt';

let page: Page;
const complaints: string[] = [];

const browsing = onePage('net', async (fresh) => {
  page = fresh;
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught|webview\/net/.test(message.text())) complaints.push(message.text());
  });
  await openFolder(page, addressOf(seat().origin, seat().folder));
});

const node = (name: string): Locator =>
  panel(page)
    .locator('.node')
    .filter({ has: page.locator(`text:text-is("${name}")`) });
const current = (): Locator => panel(page).locator('.node.current');
const search = (): Locator => panel(page).getByRole('searchbox');
const tab = (name: string): Locator => panel(page).locator('.roles').getByText(name, { exact: true });
describe('AlexNet', () => {
  beforeAll(async () => {
    await openFile(page, alexNet);
    await goToLine(page, lineOf(seat().folder, alexNet, 'name: "conv2"'));
    await command(page, show);
  });

  test('marks the layer under the cursor in the graph', async () => {
    await current().locator('text', { hasText: 'conv2' }).waitFor();
    await panel(page).locator('text', { hasText: '+ ReLU' }).first().waitFor();
    expect(await panel(page).locator('.details').innerText()).toContain('conv2');
    await picture(page, 'net-alexnet-dark');
  });

  test('follows the cursor', async () => {
    await toText(page);
    await goToLine(page, lineOf(seat().folder, alexNet, 'name: "pool1"'));
    await current().locator('text', { hasText: 'pool1' }).waitFor();
  });

  test('shows a clicked layer in the text', async () => {
    await node('norm1').click();
    await page
      .locator('.statusbar-item', { hasText: `Ln ${lineOf(seat().folder, alexNet, 'name: "norm1"') - 1},` })
      .waitFor();
  });

  test('moves along the blobs with the keyboard, and searches', async () => {
    await search().fill('conv5');
    await current().locator('text', { hasText: 'conv5' }).waitFor();
    await search().press('Escape');
    await panel(page).locator('.canvas').press('ArrowDown');
    await current().locator('text', { hasText: 'pool5' }).waitFor();
    expect(await panel(page).locator('.spoken[role=status]').innerText()).toMatch(
      /pool5, Pooling.*Reads conv5.*Read by fc6/,
    );
  });

  test('saves the graph to the chosen file', async () => {
    const target = join(seat().folder, 'alexnet_train_val.svg');
    await panel(page).getByRole('button', { name: 'SVG', exact: true }).click();
    await expect
      .poll(() => page.locator('.quick-input-widget input[type=text]').first().inputValue())
      .toContain('alexnet_train_val.svg');
    await page.keyboard.press('Enter');
    await expect.poll(() => existsSync(target) && readFileSync(target, 'utf8').includes('256×96×55×55')).toBe(true);
  });

  test('sorts the table by cost', async () => {
    await tab('Table').click();
    await panel(page).getByRole('button', { name: 'Sort by params' }).click();
    await expect.poll(() => panel(page).locator('tbody tr th').first().innerText()).toBe('fc6');
    expect(await panel(page).locator('tfoot').innerText()).toContain('61.0 M');
    await picture(page, 'net-table-dark');
    await tab('Graph').click();
  });
});

describe('the table of a large net', () => {
  const name = 'blocks.prototxt';
  const rows = (): Locator => panel(page).locator('tbody tr');
  const block = (number: number): Locator => panel(page).getByRole('button', { name: `b${number}/`, exact: true });

  beforeAll(async () => {
    await toText(page);
    await openFile(page, name);
    await goToLine(page, lineOf(seat().folder, name, 'name: "b17/conv"'));
    await command(page, show);
    await current().locator('text', { hasText: 'b17/conv' }).waitFor();
    await tab('Table').click();
  });

  test('has one closed row for each block, with its sums', async () => {
    await expect.poll(() => rows().count()).toBe(22);
    expect(
      await rows()
        .filter({ has: block(3) })
        .innerText(),
    ).toMatch(/^▸\s*b3\/\s+3 layers\s+15\s/);
    await picture(page, 'net-blocks-dark');
  });

  test('marks the block of the layer at the cursor, and keeps it above the sums', async () => {
    const row = panel(page).locator('tr.current');
    expect(await row.innerText()).toContain('b17/');
    const [marked, sums] = [await row.boundingBox(), await panel(page).locator('tfoot th').boundingBox()];
    if (!marked || !sums) throw new Error('the row is visible');
    expect(marked.y + marked.height).toBeLessThanOrEqual(sums.y + 1);
  });

  test('opens and closes blocks with the keyboard', async () => {
    await panel(page).getByRole('searchbox').press('ArrowDown');
    for (const key of ['Home', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await expect.poll(() => rows().count()).toBe(25);
    expect(await rows().nth(1).getAttribute('aria-expanded')).toBe('true');
    expect(await rows().nth(2).getAttribute('aria-level')).toBe('2');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
    await expect.poll(() => rows().count()).toBe(22);
    expect(await panel(page).locator('tbody button:focus').innerText()).toBe(
      await rows().nth(1).locator('button').innerText(),
    );
  });

  test('lists and sums only what the filter finds', async () => {
    await panel(page).getByRole('searchbox').fill('relu');
    await expect.poll(() => panel(page).locator('tfoot th').innerText()).toBe('total of 20');
    expect(await panel(page).locator('.list [role=status]').innerText()).toBe('20 of 62 layers');
    await panel(page).getByRole('searchbox').press('Escape');
    await expect.poll(() => rows().count()).toBe(22);
    expect(await unnamedIn(panel(page))).toEqual([]);
    await tab('Graph').click();
  });
});

test('shows errors in red, in each theme', async () => {
  await toText(page);
  await openFile(page, 'first_mistakes.prototxt');
  await node('conv1').waitFor();
  for (const theme of ['light', 'dark'] satisfies Theme[]) {
    await inTheme(page, theme);
    await picture(page, `net-mistakes-${theme}`);
  }
  await node('conv1').click();
  await panel(page).locator('.details .error').first().waitFor();
});

test.skipIf(shared === undefined)('draws all of ResNet-269', async () => {
  const name = 'resnet269.prototxt';
  writeFileSync(
    join(seat().folder, name),
    readShared('corpus/files/soeaver__caffe-model/cls/resnet-v2/deploy_resnet269-v2.prototxt'),
  );
  await toText(page);
  await openFile(page, name);
  await panel(page).locator('text', { hasText: 'res1_conv1' }).first().waitFor();
  await search().fill('classifier');
  await current().locator('text', { hasText: 'classifier' }).waitFor();
  await picture(page, 'net-resnet269-dark');
});

describe.skipIf(!hasGit())('in a repository', () => {
  const folder = join(seat().folder, '..', 'repository');
  const file = 'net.prototxt';
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });

  beforeAll(async () => {
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    writeFileSync(
      join(folder, '.vscode', 'settings.json'),
      '{ "git.enabled": true, "git.openRepositoryInParentFolders": "always" }',
    );
    const text = readFileSync(join(seat().folder, alexNet), 'utf8');
    writeFileSync(join(folder, file), text);
    git('init');
    git('add', file);
    git('commit', '-m', 'first');
    writeFileSync(join(folder, file), text.replace('num_output: 4096', 'num_output: 2048'));
    await openFolder(page, addressOf(seat().origin, folder));
    await openFile(page, file);
    await command(page, show);
  });

  test('shows what changed since the last commit in the table', async () => {
    await tab('Table').click();
    const row = panel(page).locator('tbody tr', { has: page.getByRole('button', { name: 'fc6', exact: true }) });
    await row.getByText('params −18,876,416').waitFor();
    await picture(page, 'net-changes-dark');
  });
});

test('works the same in a browser without Node', async () => {
  const web = await browsing().context.newPage();
  await addWebExtension(web, inject('unpacked'));
  await openFolder(web, addressOf(seat().bareOrigin, seat().folder));
  await openFile(web, 'lenet.prototxt');
  await command(web, show);
  await panel(web)
    .locator('.node')
    .filter({ has: web.locator('text:text-is("conv1")') })
    .waitFor();
  await panel(web).locator('text', { hasText: '20×24×24' }).first().waitFor();
  await picture(web, 'net-web-dark');
});

test('violates no policy of the page, and makes no external requests', () => {
  expect(complaints).toEqual([]);
  expect(browsing().outside).toEqual([]);
});

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
