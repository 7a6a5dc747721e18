/** Exports the whole graph as a picture. */
import { pngOf } from '../files';
import type { PrefixBox } from './boxes';
import { coloursOfTheme } from './colours';
import type { Layout } from './layout';
import { paintItems, svgFile } from './render';
import { sceneOf, type SceneWords } from './scene';

/** Chromium's limit for the sides of a canvas, and an area that any viewer can open. */
const longestSide = 16_384;
const mostPixels = 100_000_000;

export function svgPicture(layout: Layout, boxes: readonly PrefixBox[], words: SceneWords): string {
  const colours = coloursOfTheme();
  return svgFile(sceneOf(layout, boxes, colours, words), layout.width, layout.height, colours.background, colours.font);
}

/** At twice the size, or as large as a canvas can be; undefined if the browser runs out of memory. */
export async function pngPicture(
  layout: Layout,
  boxes: readonly PrefixBox[],
  words: SceneWords,
): Promise<Uint8Array | undefined> {
  const { width, height } = layout;
  const colours = coloursOfTheme();
  const scale = Math.min(2, longestSide / width, longestSide / height, Math.sqrt(mostPixels / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(width * scale));
  canvas.height = Math.max(1, Math.floor(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = colours.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  paintItems(context, sceneOf(layout, boxes, colours, words), colours.font);
  return pngOf(canvas);
}
