/** Sessions on the page, in a Chromium of their own: what a person sees and does there. */
import { readFileSync } from 'node:fs';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Download,
  Frame,
  FrameLocator,
  Page,
} from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, onTestFailed } from 'vitest';
import { fragmentOf, type Net } from '#site/links';
import { startBrowser } from '../support/browser';
import { screenshot } from '../support/picture';
import { serveSite, type Site } from './serve';

export interface Session {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests outside of the site's folder; other hosts are not found. */
  readonly outside: readonly string[];
  /** Errors in any document or worker, and violations of a content security policy. */
  readonly errors: readonly string[];
}

export interface SessionOptions extends BrowserContextOptions {
  /** By default, the page has one, which fetches every file of the site. */
  readonly hasServiceWorker?: boolean;
}

export interface ServedSite {
  readonly site: () => Site;
  readonly newSession: (options?: SessionOptions) => Promise<Session>;
}

let browser: Promise<Browser> | undefined;

/** One server for all tests of a file. The browser is of all files of a worker, since modules stay loaded from one to the next. */
export function servedSite(): ServedSite {
  let site: Site;
  beforeAll(async () => {
    site = await serveSite(inject('site'));
  });
  afterAll(() => site.stop());
  return {
    site: () => site,
    newSession: async ({ hasServiceWorker = true, ...options } = {}) => {
      browser ??= startBrowser(inject('chromium'));
      const context = await (await browser).newContext({ viewport: { width: 1400, height: 860 }, ...options });
      context.setDefaultTimeout(60_000);
      // Playwright's own way makes the page fail.
      if (!hasServiceWorker) await context.addInitScript('delete Navigator.prototype.serviceWorker');
      const outside: string[] = [];
      const errors: string[] = [];
      context.on('request', (request) => {
        const url = request.url();
        if (/^https?:/.test(url) && !url.startsWith(site.address)) outside.push(url);
      });
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      context.on('weberror', (error) => errors.push(String(error.error().stack)));
      return { context, page: await context.newPage(), outside, errors };
    },
  };
}

export interface OnePage {
  readonly page: () => Page;
  readonly panel: () => FrameLocator;
  readonly session: () => Session;
}

/** One page for all tests of a file, opened on a net, with one panel shown. Takes a screenshot if a test fails. */
export function onePage(view: PanelName, net: Net, options: SessionOptions = {}): OnePage {
  const { site, newSession } = servedSite();
  let session: Session;
  beforeAll(async () => {
    session = await newSession({ hasServiceWorker: false, ...options });
    await open(session.page, site(), await fragmentOf(net));
    await turnTo(session.page, view);
  });
  afterAll(() => session.context.close());
  beforeEach(({ task }) => {
    onTestFailed(() => screenshot(session.page, `failed-web-${view}-${task.name.replace(/\W+/g, '-')}`));
  });
  return { page: () => session.page, panel: () => panel(session.page, view), session: () => session };
}

export async function open(page: Page, { address }: Site, fragment = ''): Promise<void> {
  await page.goto(address + fragment);
  await drawn(page);
}

/** Waits for the graph of a net; of one with this name, if it is given. */
export async function drawn(page: Page, name?: string): Promise<void> {
  const graph = panel(page, 'net').locator(name === undefined ? '.canvas' : `.canvas[aria-label*="${name}"]`);
  await graph.locator('.node').first().waitFor();
}

/** By a link, as another page would open it. */
export async function follow(page: Page, net: Net): Promise<void> {
  const fragment = (await fragmentOf(net)) ?? '';
  await page.evaluate((hash) => void (location.hash = hash), fragment);
}

export type PanelName = 'net' | 'weights' | 'signal' | 'run';

export function panel(page: Page, name: string): FrameLocator {
  return page.frameLocator(`iframe[name=${name}]`);
}

export function frame(page: Page, name: string): Frame {
  return page.frame({ name }) ?? expect.fail(`no frame ${name}`);
}

export async function turnTo(page: Page, view: 'text' | PanelName): Promise<void> {
  await page.locator(`#tab-${view}`).click();
}

/** The text that the editor shows, as far as it is on the screen. */
export async function text(page: Page): Promise<string> {
  const lines = await page.locator('.cm-line').allInnerTexts();
  return lines.join('\n');
}

/** The number of the line with the cursor, counting from 1. */
export async function cursorLine(page: Page): Promise<number> {
  return Number(await page.locator('.cm-lineNumbers .cm-activeLineGutter').innerText());
}

/** Clicks the first line on the screen that contains the text, and moves the cursor to its end. */
export async function clickLine(page: Page, content: string): Promise<void> {
  await page.locator('.cm-line', { hasText: content }).first().click();
  await page.keyboard.press('End');
}

/** The file that a click saves. */
export async function savedBy(page: Page, click: () => Promise<void>): Promise<Download> {
  const [saved] = await Promise.all([page.waitForEvent('download'), click()]);
  return saved;
}

/** What the button for a kind of file saves; the content as Latin-1. */
export async function savedAs(
  { page, panel: shown }: OnePage,
  kind: string,
): Promise<{ readonly name: string; readonly content: string }> {
  const button = shown().getByRole('button', { name: `Save as ${kind.toUpperCase()}` });
  const saved = await savedBy(page(), () => button.click());
  return { name: saved.suggestedFilename(), content: readFileSync(await saved.path(), 'latin1') };
}
