/** Paints one page of values: a pixel each, magnified by the canvas. */
import type { Layout, Screen } from './layout';
import { gap } from './layout';

export interface Paint {
  readonly layout: Layout;
  readonly screen: Screen;
  readonly zoom: number;
  readonly values: Float32Array;
  /** The magnitude that gets the full colour. */
  readonly reach: number;
  /** The colour between tiles that are not in RGB. */
  readonly between: string;
  /** See `colourTable`. */
  readonly table: Uint8ClampedArray;
}

export function paint(canvas: HTMLCanvasElement, what: Paint): void {
  const { screen } = what;
  canvas.width = Math.max(1, screen.width);
  canvas.height = Math.max(1, screen.height);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.imageSmoothingEnabled = false;
  if (what.layout.kind === 'matrix') paintMatrix(context, what);
  else paintTiles(context, what, what.layout);
}

function paintMatrix(context: CanvasRenderingContext2D, { screen, zoom, values, reach, table }: Paint): void {
  const { rows, width } = screen.region;
  const image = new ImageData(width, rows);
  for (let i = 0; i < values.length; i++) put(image.data, i, values[i] as number, reach, table);
  draw(context, image, 0, 0, zoom);
}

function paintTiles(
  context: CanvasRenderingContext2D,
  { screen, zoom, values, reach, table, between }: Paint,
  layout: Extract<Layout, { kind: 'tiles' }>,
): void {
  const { rows, columns, depth } = layout;
  const plane = rows * columns;
  const image = new ImageData(columns, rows);
  if (depth === 1) {
    context.fillStyle = between;
    context.fillRect(0, 0, screen.width, screen.height);
  }
  for (let tile = 0; tile * plane * depth < values.length; tile++) {
    const start = tile * plane * depth;
    if (depth === 3) {
      for (let i = 0; i < plane; i++) {
        // Caffe's images are in the order blue, green, red.
        for (let k = 0; k < 3; k++)
          image.data[4 * i + 2 - k] = 127.5 * (1 + share(values[start + k * plane + i] as number, reach));
        image.data[4 * i + 3] = 255;
      }
    } else for (let i = 0; i < plane; i++) put(image.data, i, values[start + i] as number, reach, table);
    draw(
      context,
      image,
      (tile % screen.across) * (columns * zoom + gap),
      Math.floor(tile / screen.across) * (rows * zoom + gap),
      zoom,
    );
  }
}

function put(data: Uint8ClampedArray, at: number, value: number, reach: number, table: Uint8ClampedArray): void {
  const entry = 4 * (255 + Math.round(255 * share(value, reach)));
  for (let k = 0; k < 4; k++) data[4 * at + k] = table[entry + k] as number;
}

/** From −1 to 1. */
function share(value: number, reach: number): number {
  return reach > 0 ? Math.max(-1, Math.min(1, value / reach)) : 0;
}

let scratch: HTMLCanvasElement | undefined;

function draw(context: CanvasRenderingContext2D, image: ImageData, x: number, y: number, zoom: number): void {
  scratch ??= document.createElement('canvas');
  scratch.width = image.width;
  scratch.height = image.height;
  scratch.getContext('2d')?.putImageData(image, 0, 0);
  context.drawImage(scratch, x, y, image.width * zoom, image.height * zoom);
}
