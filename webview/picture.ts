/** Drawings as files. */
import { pngOf } from './files';
import { imageOf } from './svg-picture';

export interface Picture {
  /** An SVG file, without references to anything outside. */
  readonly text: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** At twice the page's resolution; empty if the browser runs out of memory. */
export async function pngPicture({ text, width, height }: Picture): Promise<Uint8Array> {
  const image = await imageOf(text);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return (await pngOf(canvas)) ?? new Uint8Array();
}
