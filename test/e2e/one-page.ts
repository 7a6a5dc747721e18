/** The pages of a test file. All are of one browser, since modules stay loaded from one file to the next. */
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, onTestFailed } from 'vitest';
import { addressOf } from '../../scripts/lib/editor-server.mjs';
import { screenshot } from '../support/picture';
import { seat } from './seat';
import { closeEditors, newContext, openFolder, startWorkbenchBrowser, type Browsing } from './workbench';

interface Opened extends Browsing {
  readonly page: Page;
}

let browser: Promise<Browser> | undefined;
let desktop: Promise<Opened> | undefined;

/**
 * The window on the folder of the tests, at first without open editors. Test files use it one after another, since to open a window
 * takes longer than the tests of most files.
 */
export function sharedWindow(name: string, prepare: (page: Page) => Promise<void>): void {
  const open = async (): Promise<Opened> => {
    desktop ??= newPage((page) => openFolder(page, addressOf(seat().origin, seat().folder)));
    await prepare((await desktop).page);
    return desktop;
  };
  forFile(name, { open, close: ({ page }) => closeEditors(page) });
}

/** A page for this file alone. */
export function ownPage(name: string, prepare: (page: Page) => Promise<void>): void {
  forFile(name, { open: () => newPage(prepare), close: ({ context }) => context.close() });
}

async function newPage(prepare: (page: Page) => Promise<void>): Promise<Opened> {
  const browsing = await newContext(await (browser ??= startWorkbenchBrowser(inject('chromium'))));
  const page = await browsing.context.newPage();
  const opened = { ...browsing, page };
  try {
    await prepare(page);
  } catch (error) {
    await screenshot(page, 'failed-to-open');
    throw error;
  }
  return opened;
}

interface Life {
  readonly open: () => Promise<Opened>;
  readonly close: (opened: Opened) => Promise<void>;
}

/**
 * Takes a screenshot of a test that fails, and prints the notifications of that moment. The file fails if a page logs an error of
 * ours, or asks another host for anything.
 */
function forFile(name: string, { open, close }: Life): void {
  let opened: Opened | undefined;
  const complaints: string[] = [];
  const listen = (message: ConsoleMessage): void => {
    if (/Content Security Policy|Uncaught|webview\/(?:model|net|run|signal|weights)/.test(message.text()))
      complaints.push(message.text());
  };
  beforeAll(async () => {
    opened = await open();
    opened.context.on('console', listen);
  });
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      if (!opened) return;
      console.log('Notifications:', await opened.page.locator('.notification-toast').allInnerTexts());
      await screenshot(opened.page, `failed-${name}-${task.name.replace(/\W+/g, '-')}`);
    });
  });
  afterAll(async () => {
    if (!opened) return;
    await close(opened);
    opened.context.off('console', listen);
    expect({ complaints, outside: opened.outside }).toEqual({ complaints: [], outside: [] });
  });
}
