/** Restores panels when the window of a real VS Code is reloaded, without a net in an editor. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { seat } from './seat';
import { onePage } from './one-page';
import { panel } from './panel';
import { command, openFile, openFolder } from './workbench';

const net = 'lenet_train_test.prototxt';

let page: Page;

/** A separate folder: the editor restores the unsaved files of other tests in theirs. */
const folder = mkdtempSync(join(tmpdir(), 'prototxt-lens-reload-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

onePage('reload', async (fresh) => {
  page = fresh;
  copyFileSync(join(seat().folder, net), join(folder, net));
  await openFolder(page, addressOf(seat().origin, folder));
});

test.each([
  ['Prototxt: Show Net', '.node'],
  ['Prototxt: Show Signal', '.plot svg'],
  ['Prototxt: Preview Initial Weights', '.facts'],
  // What it gave is gone with the server; what to run is not.
  ['Prototxt: Run the Net at Its Start', '.top button.primary'],
])('restores the panel of %s', async (show, content) => {
  await openFile(page, net);
  await command(page, show);
  await panel(page).locator(content).first().waitFor();
  await page.locator('.editor-group-container .monaco-editor').first().click();
  await command(page, 'View: Close Editor');
  await expect.poll(() => page.locator('.tabs-container .tab').count()).toBe(1);
  // Not with the browser's reload, which leaves the workbench no time to save its state.
  await Promise.all([page.waitForEvent('load'), command(page, 'Developer: Reload Window')]);
  await panel(page).locator(content).first().waitFor();
  expect(await page.locator('.tabs-container .tab').innerText()).toContain(net);
  await command(page, 'View: Close All Editors');
  await expect.poll(() => page.locator('.tabs-container .tab').count()).toBe(0);
});
