/** Drives the workbench of VS Code in a page. Every step waits for what it needs to see, never for a fixed time. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { deviceScaleFactor, picturesAreWanted } from '../support/picture';

const patience = 60_000;

/**
 * Replaces Playwright's own list, since the last one counts: one of its features keeps webviews on another origin without a
 * service worker.
 */
const features =
  '--disable-features=Translate,OptimizationHints,NetworkTimeServiceQuerying,MediaRouter,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable';

export interface Browsing {
  readonly context: BrowserContext;
  /** External URLs that were requested, in vain. */
  readonly outside: readonly string[];
}

export function startWorkbenchBrowser(executablePath: string): Promise<Browser> {
  return startBrowser(executablePath, features);
}

/** A context has a storage of its own, where the workbench keeps what is open in its windows. */
export async function newContext(browser: Browser): Promise<Browsing> {
  const context = await browser.newContext({
    // Smaller where no pictures are taken, since most of what changes is drawn as a whole.
    viewport: picturesAreWanted ? { width: 1400, height: 900 } : { width: 1100, height: 720 },
    deviceScaleFactor,
    colorScheme: 'dark',
  });
  context.setDefaultTimeout(patience);
  await context.addInitScript(plain);
  const outside: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    // The workbench answers requests to vscode-resource itself, in a service worker.
    const own = /^(127\.0\.0\.1|(.+\.)?localhost|.+\.vscode-resource\.vscode-cdn\.net)$/;
    if (/^(https?|wss?):$/.test(protocol) && !own.test(hostname)) outside.push(request.url());
  });
  return { context, outside };
}

/**
 * Without a graphics card, drawing each step of a scroll bar that fades is a tenth of the work in the window, and drawing what is cut
 * off at round corners, as all editors are, another tenth.
 */
const plain = `if (self === top) addEventListener('DOMContentLoaded', () => {
  const style = document.createElement('style');
  style.textContent = '.scrollbar { transition: none !important; }${picturesAreWanted ? '' : ' * { border-radius: 0 !important; }'}';
  document.head.append(style);
});`;

/** Adds a web extension to the page: its files are served from `folder`, at a URL that the workbench's configuration names. */
export async function addWebExtension(page: Page, folder: string): Promise<void> {
  const address = '/web-extension';
  await page.route(
    ({ pathname }) => pathname.startsWith(`${address}/`),
    (route) => {
      const path = join(folder, new URL(route.request().url()).pathname.slice(address.length));
      return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
    },
  );
  // The page has been parsed, but its modules have not run yet.
  await page.addInitScript(`document.addEventListener('readystatechange', () => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (document.readyState !== 'interactive' || !element) return;
    const extension = { scheme: 'http', authority: location.host, path: '${address}' };
    const configuration = { ...JSON.parse(element.dataset.settings), additionalBuiltinExtensions: [extension] };
    element.dataset.settings = JSON.stringify(configuration);
  });`);
}

/**
 * Sets the workbench's language, e.g. `zh-cn`. Its own texts would need a language pack, which is not installed, but extensions
 * receive the language.
 */
export async function inLanguage(page: Page, language: string): Promise<void> {
  await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${language}';`);
}

export async function openFolder(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page
    .locator('.explorer-folders-view .monaco-list-row')
    .first()
    .waitFor({ timeout: 2 * patience });
}

/** The row of a file in the explorer. */
export function fileRow(page: Page, name: string): Locator {
  const label = page.locator(`:text-is("${name}")`);
  return page.locator('.explorer-folders-view .monaco-list-row', { has: label });
}

/** Opens a file of the folder, and waits for its text. */
export async function openFile(page: Page, name: string): Promise<void> {
  const tab = page.locator('.tab.active', { hasText: name }).first();
  await until(tab, () => fileRow(page, name).dblclick());
  await editor(page).locator('.view-line').filter({ hasText: /[{:]/ }).first().waitFor();
}

export function editor(page: Page): Locator {
  return page.locator('.editor-group-container.active .editor-instance .monaco-editor:visible').first();
}

/**
 * Moves the focus from a panel to the text at its left. A panel reports its own focus up to a quarter of a second after it gets it,
 * which makes it the active editor: this is waited for, since it would keep the text from staying the active one.
 */
export async function toText(page: Page): Promise<void> {
  // An iframe on another origin never matches `:focus`.
  const isInPanel = await page.evaluate(`document.activeElement?.matches('iframe.webview')`);
  if (isInPanel)
    await editor(page)
      .waitFor({ state: 'hidden', timeout: 5000 })
      .catch(() => undefined);
  const focused = page.locator('.editor-group-container.active .monaco-editor.focused').first();
  await until(focused, () => page.keyboard.press('ControlOrMeta+1'));
}

/** The visible line that contains the text, regardless of the kind of spaces in it. */
export function lineWith(page: Page, text: string): Locator {
  return editor(page)
    .locator('.view-line')
    .filter({ hasText: new RegExp(text.split(/\s/).map(escaped).join('\\s*')) });
}

/** A highlighted word of a line: the innermost element with exactly this text. */
export function word(line: Locator, text: string): Locator {
  return line
    .locator('span:not(:has(span))')
    .filter({ hasText: new RegExp(`^[\\s"]*${escaped(text)}[\\s":]*$`) })
    .first();
}

/** The text of the hover at a word, once it contains `expected`. An update of the editor may close a hover; it is then opened again. */
export async function hover(page: Page, target: Locator, expected: string): Promise<string> {
  const shown = page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first();
  await until(shown, async () => {
    await page.mouse.move(0, 0);
    await target.hover();
  });
  return shown.innerText();
}

/**
 * Repeats an action until its result is visible: input that arrives while the editor updates its layout may be lost. Each time
 * waits twice as long as the time before, for busy machines.
 */
async function until(result: Locator, act: () => Promise<void>): Promise<void> {
  for (let timeout = 1000; timeout < patience / 2; timeout *= 2) {
    await act();
    const isVisible = await result.waitFor({ timeout }).then(
      () => true,
      () => false,
    );
    if (isVisible) return;
  }
  await act();
  await result.waitFor();
}

interface ViewLine {
  readonly style: { readonly top: string };
  readonly textContent: string;
}

/** Lines of the active editor from top to bottom, including hints. */
export async function visibleLines(page: Page): Promise<readonly string[]> {
  const found = await editor(page)
    .locator('.view-line')
    .evaluateAll((lines) =>
      (lines as unknown as readonly ViewLine[]).map(
        ({ style, textContent }) => [Number.parseFloat(style.top), textContent] as const,
      ),
    );
  return [...found].sort(([a], [b]) => a - b).map(([, text]) => text.replace(/\u00a0/g, ' '));
}

/** Types into the quick input, which is opened first. If it closes again at once, nothing is typed. */
async function quickInput(page: Page, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await until(input, () => page.keyboard.press('F1'));
  await input.fill(text, { timeout: 2000 }).catch(() => undefined);
}

/** Enters a path in the dialog that asks for a file. It may set its own text after the first keys; they are then entered again. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await input.waitFor();
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: basename(path) }).first();
  await until(row, () => input.fill(path));
  await input.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/** Runs a command by its title. The list is opened again until it has the title: it shows what was known when it was opened. */
export async function command(page: Page, title: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  await until(row, async () => {
    const input = page.locator('.quick-input-widget .quick-input-box input');
    if (await input.isVisible()) {
      await page.keyboard.press('Escape');
      await input.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => undefined);
    }
    await quickInput(page, `>${title}`);
  });
  await row.click();
}

/**
 * Chooses from a menu of code actions, such as "Refactor...", at the cursor. The editor also requests actions itself, after new
 * problems, which may keep the menu from opening; it is then requested again.
 */
export async function chooseAction(page: Page, menu: string, title: string): Promise<void> {
  await (await offeredAction(page, menu, title)).click();
}

/** The entry of a menu of code actions, which is open then. */
export async function offeredAction(page: Page, menu: string, title: string): Promise<Locator> {
  const entry = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  await until(entry, () => command(page, menu));
  return entry;
}

/** Closes all editors and panels without saving. */
export async function closeEditors(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const tab = page.locator('.tab.active').first();
  const discard = page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" });
  const nothing = page.locator('.editor-group-container.empty');
  await until(discard.or(nothing).first(), async () => {
    // Keys may go to a list of the editor, or to a page. The tab may be closed meanwhile, or be behind the question.
    if (await tab.isVisible()) await tab.click({ timeout: 2000 }).catch(() => undefined);
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.press('ControlOrMeta+w');
  });
  if (await discard.isVisible()) await discard.click();
  await tab.waitFor({ state: 'detached' });
}

/** The row of a problem in the Problems panel, for all open files. Calls `look` while the panel is open, and closes it. */
export async function listedProblem(page: Page, text: string, look: () => Promise<void>): Promise<string> {
  const rows = page.locator('.markers-panel-container .monaco-list-row');
  await command(page, 'Problems: Focus on Problems View');
  const row = rows.filter({ hasText: text });
  await row.waitFor();
  const listed = await row.innerText();
  await look();
  await page.keyboard.press('ControlOrMeta+j');
  await rows.first().waitFor({ state: 'hidden' });
  return listed;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

export type Theme = 'dark' | 'light' | 'high-contrast';

/** Light and dark are set through the system's preference; high contrast through a setting, which is not reset. */
export async function inTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme === 'light' ? 'light' : 'dark' });
  if (theme === 'high-contrast') {
    await command(page, 'Preferences: Color Theme');
    await page.locator('.quick-input-widget .quick-input-box input').fill('Dark High Contrast');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Dark High Contrast' }).first().click();
  }
  await page
    .locator(`.monaco-workbench.${{ dark: 'vs-dark', light: 'vs', 'high-contrast': 'hc-black' }[theme]}`)
    .waitFor();
}

/** Puts the cursor at the start of a line of the active editor; lines count from 1. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await until(page.locator('.statusbar-item', { hasText: `Ln ${line},` }), async () => {
    await page.keyboard.press('ControlOrMeta+1');
    await quickInput(page, `:${line}`);
    await page.keyboard.press('Enter');
  });
}
