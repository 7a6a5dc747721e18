/** Drives a panel, whose page is in a nested frame. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { lineOf as lineIn, pixelsOf } from '../support/panel';
import { command, lineWith, word } from './workbench';

/** The page of the visible panel. */
export function panel(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** When a performance mark was first set in the page, in ms since 1970; NaN if never. Each redraw sets it again. */
export function timeOfMark(frame: FrameLocator, name: string): Promise<number> {
  return frame.locator('body').evaluate((_, mark) => {
    const { timeOrigin, getEntriesByName } = (globalThis as unknown as WithTimeLine).performance;
    return (
      timeOrigin +
      (getEntriesByName.call((globalThis as unknown as WithTimeLine).performance, mark)[0]?.startTime ?? NaN)
    );
  }, name);
}

/** Afterwards, a mark is that of the next redraw. */
export function forgetMarks(frame: FrameLocator): Promise<void> {
  return frame
    .locator('body')
    .evaluate(() => (globalThis as unknown as { performance: { clearMarks: () => void } }).performance.clearMarks());
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

/** Opens the preview of the weights at a layer of the open net, and waits until its kernels are drawn. */
export async function showKernels(page: Page, layer: string): Promise<void> {
  await word(lineWith(page, `name: "${layer}"`), layer).click();
  await command(page, 'Prototxt: Preview Initial Weights');
  await panel(page).locator('h1', { hasText: layer }).waitFor();
  await panel(page).locator('.facts').waitFor();
  const kernels = panel(page).locator('canvas.kernels').first();
  await expect.poll(async () => (await pixelsOf(kernels)).colours).toBeGreaterThan(100);
}
