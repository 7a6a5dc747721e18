/** What tests in VS Code and on the web read from a panel's page. */
import type { FrameLocator, Locator } from 'playwright-core';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** How many different ones there are. */
  readonly colours: number;
  /** A checksum of all. */
  readonly sum: number;
}

export function pixelsOf(canvas: Locator): Promise<Pixels> {
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

/** The first line of the text that contains a part, counting from 1; 0 if none does. */
export function lineOf(text: string, part: string): number {
  return text.split('\n').findIndex((line) => line.includes(part)) + 1;
}

/** A number as a panel formats it. */
export function numberIn(text: string): number {
  return Number(text.replaceAll('−', '-'));
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

/** How much wider the page is than its frame, in px. */
export function overflowOf(frame: FrameLocator): Promise<number> {
  return frame
    .locator('body')
    .evaluate((body) => (body as unknown as Wide).scrollWidth - (body as unknown as Wide).clientWidth);
}

interface Wide {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}
