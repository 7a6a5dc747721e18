/** Restores the panels when the window of a real VS Code is reloaded, without a net in an editor. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { seat } from './seat';
import { ownPage } from './one-page';
import { panel } from './panel';
import { command, openFile, openFolder, toText } from './workbench';

const net = 'lenet_train_test.prototxt';
/** The command of each panel, the title of its tab, and what it shows. */
const panels = [
  ['Prototxt: Show Net', 'Net of', '.node'],
  ['Prototxt: Show Signal', 'Signal of', '.plot svg'],
  ['Prototxt: Preview Initial Weights', 'Weights of', '.facts'],
  // What it gave is gone with the server; what to run is not.
  ['Prototxt: Run the Net at Its Start', 'Run of', '.top button.primary'],
] as const;

let page: Page;

/** A folder of its own, since the window that the other files share keeps the state of theirs. */
const folder = mkdtempSync(join(tmpdir(), 'prototxt-lens-reload-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tab = (title: string): ReturnType<Page['locator']> => page.locator('.tabs-container .tab', { hasText: title });

ownPage('reload', async (fresh) => {
  page = fresh;
  copyFileSync(join(seat().folder, net), join(folder, net));
  await openFolder(page, addressOf(seat().origin, folder));
});

beforeAll(async () => {
  await openFile(page, net);
  for (const [show, title, content] of panels) {
    await toText(page);
    await command(page, show);
    await tab(title).waitFor();
    await panel(page).locator(content).first().waitFor();
  }
  await toText(page);
  await command(page, 'View: Close Editor');
  await tab('Net of').waitFor();
  await page.locator(`.tab[data-resource-name="${net}"]`).waitFor({ state: 'detached' });
  // Not with the browser's reload, which leaves the workbench no time to save its state.
  await Promise.all([page.waitForEvent('load'), command(page, 'Developer: Reload Window')]);
  await page.locator('.tabs-container .tab').first().waitFor();
});

test.each(panels)('restores the panel of %s', async (_, title, content) => {
  await tab(title).click();
  await panel(page).locator(content).first().waitFor();
});
