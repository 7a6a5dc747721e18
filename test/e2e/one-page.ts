/** The pages of a test file. All are of one browser for each worker, in which modules stay loaded from one file to the next. */
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, onTestFailed } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { screenshot } from '../support/picture';
import { seat } from './seat';
import { browse, closeEditors, openFolder, type Browsing } from './workbench';

let browsing: Promise<Browsing> | undefined;
let desktop: Promise<Page> | undefined;

/**
 * The window on the worker's folder, at first without open editors. Test files use it one after another, since to open a window
 * takes longer than the tests of most files.
 */
export function sharedWindow(name: string, prepare: (page: Page) => Promise<void>): void {
  forFile(name, {
    open: async (context) => {
      desktop ??= opened(context);
      await prepare(await desktop);
      return desktop;
    },
    close: closeEditors,
  });
}

/** A page for this file alone. */
export function ownPage(name: string, prepare: (page: Page) => Promise<void>): void {
  forFile(name, {
    open: async (context) => {
      const page = await context.newPage();
      await prepare(page);
      return page;
    },
    close: (page) => page.close(),
  });
}

async function opened(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await openFolder(page, addressOf(seat().origin, seat().folder));
  return page;
}

interface Life {
  readonly open: (context: BrowserContext) => Promise<Page>;
  readonly close: (page: Page) => Promise<void>;
}

/** Takes a screenshot of a test that fails. The file fails if a page logs an error of ours, or asks another host for anything. */
function forFile(name: string, { open, close }: Life): void {
  let page: Page | undefined;
  const complaints: string[] = [];
  let outsideBefore = 0;
  const listen = (message: ConsoleMessage): void => {
    if (/Content Security Policy|Uncaught|webview\/(?:model|net|run|signal|weights)/.test(message.text()))
      complaints.push(message.text());
  };
  beforeAll(async () => {
    const { context, outside } = await (browsing ??= browse(inject('chromium')));
    outsideBefore = outside.length;
    context.on('console', listen);
    page = await open(context);
  });
  beforeEach(({ task }) => {
    onTestFailed(() => page && screenshot(page, `failed-${name}-${task.name.replace(/\W+/g, '-')}`));
  });
  afterAll(async () => {
    const { context, outside } = await (browsing ??= browse(inject('chromium')));
    if (page) await close(page);
    context.off('console', listen);
    expect({ complaints, outside: outside.slice(outsideBefore) }).toEqual({ complaints: [], outside: [] });
  });
}
