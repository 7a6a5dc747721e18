/** The values as a picture, with zoom, pages, a scale, and a cursor that shows single values. */
import { thousands } from '#core/cost/format';
import { showMeasured } from '#core/numbers';
import { fillIn } from '#core/messages/fill-in';
import type { Region } from '#core/weights/region';
import { button, make } from '../page';
import { colourBetweenTiles, colourTable, paletteOfTheme } from './colours';
import {
  fittingZoom,
  indicesOf,
  layoutOf,
  placeOf,
  screenOf,
  valueAt,
  zooms,
  type Layout,
  type Screen,
} from './layout';
import { paint } from './paint';
import { words } from './words';

/** Values of what is shown; null if they are not available, or something else is shown by then. */
export type ReadValues = (region: Region) => Promise<Float32Array | null>;

export interface Picture {
  readonly element: HTMLElement;
  /** Shows what is read now; position and zoom are kept while the shape is the same. */
  readonly show: (content: Content) => Promise<void>;
  /** Repaints with the current colours and width. */
  readonly repaint: () => void;
  readonly canvas: HTMLCanvasElement;
}

export interface Content {
  readonly name: string;
  readonly shape: readonly number[];
  /** Of an image, such as a mean: the value in the middle of its colours. Absent for weights: 0. */
  readonly centre?: number;
  /** How far from it a value gets the full colour. */
  readonly reach: number;
}

const mostHeight = 320;

/** The name of a performance mark, for measurements. */
export const pictureShown = 'prototxtLens.picture';

// oxlint-disable-next-line max-lines-per-function -- a view is one state that all its handlers share
export function kernelPicture(read: ReadValues): Picture {
  const canvas = make('canvas', { class: 'kernels', tabindex: 0, role: 'img' });
  const reading = make('output', { class: 'reading' });
  const shownPart = make('span', { class: 'part' });
  const back = button('‹', { class: 'sign', title: words.previousPage, 'aria-label': words.previousPage }, () =>
    turn(-1),
  );
  const forth = button('›', { class: 'sign', title: words.nextPage, 'aria-label': words.nextPage }, () => turn(1));
  const smaller = button('−', { class: 'sign', title: words.smaller, 'aria-label': words.smaller }, () => rescale(-1));
  const larger = button('+', { class: 'sign', title: words.larger, 'aria-label': words.larger }, () => rescale(1));
  const ramp = make('canvas', { class: 'ramp', width: 96, height: 1 });
  const low = make('span');
  const high = make('span');
  const scale = make('div', { class: 'scale', role: 'img' }, low, ramp, high);
  const pages = make('div', { class: 'group' }, back, forth);
  const tools = make('div', { class: 'tools' }, pages, shownPart, make('div', { class: 'group' }, smaller, larger));
  const element = make(
    'div',
    { class: 'picture' },
    make('div', { class: 'frame' }, canvas),
    tools,
    make('div', { class: 'under' }, scale, reading),
  );

  let content: Content | undefined;
  let layout: Layout = { kind: 'matrix', rows: 0, columns: 0 };
  let screen: Screen | undefined;
  let values: Float32Array = new Float32Array();
  let zoom = 1;
  /** Whether the zoom follows the width; false once the user has changed it. */
  let fits = true;
  let page = 0;
  let cursor = 0;

  const refresh = async (): Promise<void> => {
    if (!content) return;
    if (fits) zoom = fittingZoom(layout, available(), mostHeight);
    const wanted = screenOf(layout, { width: available(), height: mostHeight, zoom, page });
    const found = await read(wanted.region);
    if (!found) return;
    screen = wanted;
    page = wanted.page;
    values = found;
    draw();
  };
  const draw = (): void => {
    if (!content || !screen) return;
    const { centre = 0 } = content;
    const inColour = fillIn(words.inColour, { grey: showMeasured(centre) });
    const coloured = layout.kind === 'tiles' && layout.depth === 3;
    const table = colourTable(paletteOfTheme());
    paint(canvas, {
      layout,
      screen,
      zoom,
      values,
      centre,
      reach: content.reach,
      table,
      between: colourBetweenTiles(),
    });
    canvas.setAttribute(
      'aria-label',
      fillIn(words.pictureLabel, { name: content.name, what: partOf(content, layout, screen) }),
    );
    shownPart.textContent = partOf(content, layout, screen);
    shownPart.title = coloured ? inColour : '';
    shownPart.classList.toggle('explained', coloured);
    pages.hidden = screen.pages <= 1;
    back.disabled = page === 0;
    forth.disabled = page >= screen.pages - 1;
    smaller.disabled = zoom === zooms[0];
    larger.disabled = zoom === zooms.at(-1);
    [low.textContent, high.textContent] = [showMeasured(centre - content.reach), showMeasured(centre + content.reach)];
    scale.setAttribute('aria-label', fillIn(words.scaleLabel, { low: low.textContent, high: high.textContent }));
    scale.title = coloured ? inColour : '';
    paintRamp(ramp, coloured ? greys : table);
    reading.textContent = words.pictureHint;
    performance.mark(pictureShown);
  };
  const turn = (by: number): void => {
    page = Math.max(0, page + by);
    cursor = 0;
    void refresh();
  };
  const rescale = (by: number): void => {
    zoom = zooms[Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(zoom as (typeof zooms)[number]) + by))] ?? zoom;
    fits = false;
    page = 0;
    cursor = 0;
    void refresh();
  };
  const available = (): number => Math.max(120, element.clientWidth - 2);
  const tell = (x: number, y: number): void => {
    const at = screen && valueAt(layout, screen, zoom, x, y);
    reading.textContent = content && at ? readingOf(content, layout, values, at) : words.pictureHint;
  };

  canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => tell(offsetX, offsetY));
  canvas.addEventListener('pointerleave', () => (reading.textContent = words.pictureHint));
  canvas.addEventListener('keydown', (event) => {
    if (!screen) return;
    const line = layout.kind === 'matrix' ? screen.region.width : layout.columns;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowRight: () => move(1),
      ArrowLeft: () => move(-1),
      ArrowDown: () => move(line),
      ArrowUp: () => move(-line),
      PageDown: () => turn(1),
      PageUp: () => turn(-1),
      '+': () => rescale(1),
      '-': () => rescale(-1),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  });
  const move = (by: number): void => {
    if (!screen) return;
    cursor = Math.max(0, Math.min(values.length - 1, cursor + by));
    tell(...placeOf(layout, screen, zoom, cursor));
  };

  return {
    element,
    show: (next) => {
      const changed = content === undefined || content.shape.join() !== next.shape.join();
      content = next;
      layout = layoutOf(next.shape);
      if (changed) {
        fits = true;
        page = 0;
        cursor = 0;
      }
      return refresh();
    },
    repaint: () => void refresh(),
    canvas,
  };
}

function partOf({ shape, centre }: Content, layout: Layout, { region, pages }: Screen): string {
  const { rows, columns } = layout;
  if (shape.length < 2) return fillIn(words.list, { count: thousands(sizeOf(shape)) });
  if (layout.kind === 'matrix') {
    if (pages === 1) return fillIn(words.matrix, { rows: thousands(rows), columns: thousands(columns) });
    const top = Math.floor(region.start / columns);
    const left = region.start % columns;
    return fillIn(words.matrixShown, {
      top,
      bottom: top + region.rows - 1,
      rows: thousands(rows),
      left,
      right: left + region.width - 1,
      columns: thousands(columns),
    });
  }
  const coloured = layout.depth === 3;
  if (centre !== undefined && layout.tiles === 1)
    return fillIn(coloured ? words.imageInColour : words.image, { rows, columns });
  const size = rows * columns * layout.depth;
  const args = {
    tiles: thousands(layout.tiles),
    rows,
    columns,
    first: region.start / size,
    last: (region.start + region.width) / size - 1,
  };
  if (pages === 1) return fillIn(coloured ? words.kernelsInColour : words.kernels, args);
  return fillIn(coloured ? words.kernelsShownInColour : words.kernelsShown, args);
}

function readingOf(
  { shape }: Content,
  layout: Layout,
  values: Float32Array,
  { index, inRegion }: { readonly index: number; readonly inRegion: number },
): string {
  if (inRegion >= values.length || index >= sizeOf(shape)) return words.pictureHint;
  const [output = 0, , row = 0, column = 0] = indicesOf(shape, index);
  if (layout.kind === 'tiles' && layout.depth === 3) {
    const plane = layout.rows * layout.columns;
    const found = [0, 1, 2].map((k) => showMeasured(values[inRegion + k * plane] ?? 0));
    return fillIn(words.readColours, { indices: `${output}, :, ${row}, ${column}`, values: found });
  }
  return fillIn(words.readValue, { indices: indicesOf(shape, index), value: showMeasured(values[inRegion] ?? 0) });
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}

/** Black to white, for the channels of tiles in RGB. */
const greys = Uint8ClampedArray.from({ length: 511 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i >> 2) / 2));

function paintRamp(canvas: HTMLCanvasElement, table: Uint8ClampedArray): void {
  const image = new ImageData(canvas.width, 1);
  for (let x = 0; x < canvas.width; x++) {
    const entry = 4 * Math.round((510 * x) / (canvas.width - 1));
    image.data.set(table.subarray(entry, entry + 4), 4 * x);
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}
