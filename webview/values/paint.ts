/** Paints one page of values: a pixel each, magnified by the canvas. */
import type { Layout, Screen } from './layout';
import { nanEntry } from './colours';
import { gap } from './layout';

export interface Paint {
  readonly layout: Layout;
  readonly screen: Screen;
  readonly zoom: number;
  readonly values: Float32Array;
  /** The value in the middle of the colours. */
  readonly centre: number;
  /** How far from it a value gets the full colour. */
  readonly reach: number;
  /** The colour between strips, and between tiles that are not in RGB. */
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

function paintMatrix(context: CanvasRenderingContext2D, what: Paint): void {
  const { screen, zoom, values, between } = what;
  const { across, down } = screen;
  const { rows, width } = screen.region;
  context.fillStyle = between;
  context.fillRect(0, 0, screen.width, screen.height);
  for (let strip = 0; strip < across; strip++) {
    const start = strip * down * width;
    const image = new ImageData(Math.max(1, width), Math.max(1, Math.min(down, rows - strip * down)));
    for (let i = 0; i < image.width * image.height; i++) put(image.data, i, values[start + i] as number, what);
    draw(context, image, strip * (width * zoom + gap), 0, zoom);
  }
}

function paintTiles(context: CanvasRenderingContext2D, what: Paint, layout: Extract<Layout, { kind: 'tiles' }>): void {
  const { screen, zoom, values, between } = what;
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
        const colour = [2, 1, 0].map((k) => share(values[start + k * plane + i] as number, what));
        if (colour.some(Number.isNaN)) put(image.data, i, NaN, what);
        else image.data.set([...colour.map((each) => 127.5 * (1 + each)), 255], 4 * i);
      }
    } else for (let i = 0; i < plane; i++) put(image.data, i, values[start + i] as number, what);
    draw(
      context,
      image,
      (tile % screen.across) * (columns * zoom + gap),
      Math.floor(tile / screen.across) * (rows * zoom + gap),
      zoom,
    );
  }
}

function put(data: Uint8ClampedArray, at: number, value: number, what: Paint): void {
  const { table } = what;
  const entry = 4 * (Number.isNaN(value) ? nanEntry : 255 + Math.round(255 * share(value, what)));
  for (let k = 0; k < 4; k++) data[4 * at + k] = table[entry + k] as number;
}

/** From −1 to 1. */
function share(value: number, { centre, reach }: Pick<Paint, 'centre' | 'reach'>): number {
  return reach > 0 ? Math.max(-1, Math.min(1, (value - centre) / reach)) : 0;
}

let scratch: HTMLCanvasElement | undefined;

function draw(context: CanvasRenderingContext2D, image: ImageData, x: number, y: number, zoom: number): void {
  scratch ??= document.createElement('canvas');
  scratch.width = image.width;
  scratch.height = image.height;
  scratch.getContext('2d')?.putImageData(image, 0, 0);
  context.drawImage(scratch, x, y, image.width * zoom, image.height * zoom);
}
