/** Visits to the page, in a Chromium of their own: what a person sees and does there. */
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Frame,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { fragmentOf, type Net } from '#site/links';
import { serveSite, type Site } from './serve';

/** With these, Chromium asks for nothing by itself. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to other origins, all of which are blocked. */
  readonly outside: readonly string[];
  /** Errors in any document or worker, and violations of a content security policy. */
  readonly errors: readonly string[];
}

export interface Hall {
  readonly site: () => Site;
  readonly visit: (options?: BrowserContextOptions) => Promise<Visit>;
}

/** One server and one browser for all tests of a file. */
export function hall(): Hall {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    site = await serveSite(inject('site'));
    browser = await chromium.launch({ executablePath: inject('chromium'), args: quiet });
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  return {
    site: () => site,
    visit: async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1400, height: 860 }, ...options });
      context.setDefaultTimeout(15_000);
      const outside: string[] = [];
      const errors: string[] = [];
      await context.route(
        (url) => /^(https?|wss?):$/.test(url.protocol) && !site.address.startsWith(url.origin),
        (route) => {
          outside.push(route.request().url());
          return route.abort();
        },
      );
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      context.on('weberror', (error) => errors.push(String(error.error().stack)));
      return { context, page: await context.newPage(), outside, errors };
    },
  };
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

export function panel(page: Page, name: string): FrameLocator {
  return page.frameLocator(`iframe[name=${name}]`);
}

export function frame(page: Page, name: string): Frame {
  return page.frame({ name }) ?? expect.fail(`no frame ${name}`);
}

export async function turnTo(page: Page, view: 'text' | 'net' | 'weights' | 'signal' | 'run'): Promise<void> {
  await page.locator(`#tab-${view}`).click();
}

/** The text that the editor shows, as far as it is on the screen. */
export async function text(page: Page): Promise<string> {
  const lines = await page.locator('.cm-line').allInnerTexts();
  return lines.join('\n');
}
