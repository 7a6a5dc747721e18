/** Drives a panel, whose page is in a nested frame. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { lineOf as lineIn } from '../support/panel';

/** The page of the visible panel. */
export function panel(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** When a performance mark was last set in the page, in ms since 1970; NaN if never. */
export function timeOfMark(frame: FrameLocator, name: string): Promise<number> {
  return frame.locator('body').evaluate((_, mark) => {
    const { timeOrigin, getEntriesByName } = (globalThis as unknown as WithTimeLine).performance;
    return (
      timeOrigin +
      (getEntriesByName.call((globalThis as unknown as WithTimeLine).performance, mark).at(-1)?.startTime ?? NaN)
    );
  }, name);
}

interface WithTimeLine {
  readonly performance: {
    readonly timeOrigin: number;
    readonly getEntriesByName: (name: string) => readonly { readonly startTime: number }[];
  };
}

/** The first line of a file that contains the text, counting from 1. */
export function lineOf(folder: string, file: string, text: string): number {
  return lineIn(readFileSync(join(folder, file), 'utf8'), text);
}
