/** Drives a panel, whose page is in a nested frame. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The page of the visible panel. */
export function panel(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** The size of a side's picture, and a checksum of its pixels. */
export function pixelsOf(
  canvas: Locator,
): Promise<{ readonly width: number; readonly height: number; readonly colours: number; readonly sum: number }> {
  return canvas.evaluate((element) => {
    const { width, height, getContext } = element as unknown as Canvas;
    const { data } = getContext.call(element, '2d').getImageData(0, 0, width, height);
    const colours = new Set<number>();
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) {
      const colour = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
      colours.add(colour);
      sum = (31 * sum + colour) >>> 0;
    }
    return { width, height, colours: colours.size, sum };
  });
}

/** Members of a canvas that are not in Node's types. */
interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly getContext: (kind: '2d') => {
    readonly getImageData: (
      x: number,
      y: number,
      width: number,
      height: number,
    ) => { readonly data: Uint8ClampedArray };
  };
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
  return (
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

/** The visible controls and pictures that a screen reader would have no name for, as HTML. */
export function unnamedIn(frame: FrameLocator): Promise<readonly string[]> {
  return frame
    .locator('button:visible, select:visible, input:visible, [role=img]:visible')
    .evaluateAll((elements) =>
      (elements as unknown as readonly Named[])
        .filter(
          (element) =>
            `${element.getAttribute('aria-label') ?? ''}${element.innerText ?? ''}${[...(element.labels ?? [])].map((label) => label.innerText).join('')}`.trim() ===
            '',
        )
        .map(({ outerHTML }) => outerHTML),
    );
}

interface Named {
  readonly innerText?: string;
  readonly outerHTML: string;
  readonly labels?: Iterable<{ readonly innerText: string }>;
  readonly getAttribute: (name: string) => string | null;
}
