/**
 * Screenshots, which no test reads: they are for people and for the README. Only `npm run pictures` takes them, which sets
 * `PICTURES`, since drawing and compressing them is a third of the work of a browser that draws without a graphics card.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

export const artifacts = resolve(import.meta.dirname, '../e2e/artifacts');

export const picturesAreWanted = process.env['PICTURES'] !== undefined;

/** Pixels per CSS pixel: as on a fine screen where pictures are taken. */
export const deviceScaleFactor = picturesAreWanted ? 2 : 1;

export async function picture(page: Page, name: string): Promise<void> {
  if (picturesAreWanted) await screenshot(page, name);
}

/** All views where pictures are taken, else the first: what distinguishes them only a person can judge. */
export function viewsIn<View>(views: readonly View[]): readonly View[] {
  return picturesAreWanted ? views : views.slice(0, 1);
}

/** Always taken: of a test that failed. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(artifacts, { recursive: true });
  await page.screenshot({ path: join(artifacts, `${name}.png`), animations: 'disabled' });
}
