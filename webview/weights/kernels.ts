/** The values as a picture, with zoom, pages, a scale, and a cursor that tells single values. */
import { make } from '../page';
import { colourTable, paletteOfTheme } from './colours';
import type { Engine } from './engine';
import { fittingZoom, indicesOf, layoutOf, screenOf, valueAt, zooms, type Layout, type Screen } from './layout';
import { paint } from './paint';
import type { Side } from './protocol';
import { formatShort } from './words';

export interface Picture {
  readonly element: HTMLElement;
  /** Shows what was drawn on this side; the view stays where it is while the shape does. */
  readonly show: (content: Content) => Promise<void>;
  readonly repaint: () => void;
  readonly clear: () => void;
}

export interface Content {
  readonly name: string;
  readonly shape: readonly number[];
  readonly reach: number;
}

const height = 300;

export function kernelPicture(engine: Engine, side: Side): Picture {
  const canvas = make('canvas', { class: 'kernels', tabindex: 0, role: 'img' });
  const status = make('output', { class: 'readout' });
  const pageLabel = make('span', { class: 'page' });
  const back = button('‹', 'Previous page', () => turn(-1));
  const forth = button('›', 'Next page', () => turn(1));
  const smaller = button('−', 'Smaller', () => rescale(-1));
  const larger = button('+', 'Larger', () => rescale(1));
  const scale = make('div', { class: 'scale' });
  const bar = make('div', { class: 'toolbar' }, back, pageLabel, forth, smaller, larger, scale);
  const element = make('div', { class: 'picture' }, canvas, bar, status);

  let content: Content | undefined;
  let layout: Layout = { kind: 'matrix', rows: 0, columns: 0 };
  let screen: Screen | undefined;
  let values: Float32Array = new Float32Array();
  let zoom = 1;
  let page = 0;
  let cursor = 0;

  const refresh = async (): Promise<void> => {
    if (!content) return;
    const wanted = screenOf(layout, { width: available(), height, zoom, page });
    const found = await engine.region(side, wanted.region);
    screen = wanted;
    page = wanted.page;
    values = found;
    draw();
  };
  const draw = (): void => {
    if (!content || !screen) return;
    const palette = paletteOfTheme();
    paint(canvas, { layout, screen, zoom, values, reach: content.reach, table: colourTable(palette) });
    const coloured = layout.kind === 'tiles' && layout.depth === 3;
    const what = layout.kind === 'tiles' ? `${layout.tiles} kernels of ${layout.rows}×${layout.columns}${coloured ? ' in colour' : ''}` : `a matrix of ${layout.rows}×${layout.columns}`;
    canvas.setAttribute('aria-label', `${content.name}: ${what}. Arrow keys read single values, Page Up and Page Down turn pages.`);
    pageLabel.textContent = screen.pages > 1 ? `page ${page + 1} of ${screen.pages}` : what;
    back.disabled = page === 0;
    forth.disabled = page >= screen.pages - 1;
    smaller.disabled = zoom === zooms[0];
    larger.disabled = zoom === zooms.at(-1);
    showScale(scale, content.reach, coloured);
  };
  const turn = (by: number): void => {
    page = Math.max(0, page + by);
    void refresh();
  };
  const rescale = (by: number): void => {
    zoom = zooms[Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(zoom as (typeof zooms)[number]) + by))] ?? zoom;
    page = 0;
    void refresh();
  };
  const available = (): number => Math.max(120, element.clientWidth - 2);
  const tell = (x: number, y: number): void => {
    const at = screen && valueAt(layout, screen, zoom, x, y);
    const size = content?.shape.reduce((product, dim) => product * dim, 1) ?? 0;
    if (!content || !at || at.index >= size) return status.replaceChildren('');
    const { index } = at;
    const channels = layout.kind === 'tiles' && layout.depth === 3 ? [0, 1, 2] : [0];
    const plane = layout.kind === 'tiles' ? layout.rows * layout.columns : 0;
    const texts = channels.map((k) => formatShort(values[at.inRegion + k * plane] ?? 0));
    status.replaceChildren(`[${indicesOf(content.shape, index).join(', ')}]${channels.length > 1 ? ' and the other channels' : ''}: ${texts.join(', ')}`);
  };

  canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => tell(offsetX, offsetY));
  canvas.addEventListener('pointerleave', () => status.replaceChildren(''));
  canvas.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, PageDown: 0, PageUp: 0, ArrowDown: 0, ArrowUp: 0 }[event.key];
    if (step === undefined || !screen) return;
    event.preventDefault();
    if (event.key === 'PageDown' || event.key === 'PageUp') return turn(event.key === 'PageDown' ? 1 : -1);
    const lineLength = layout.kind === 'matrix' ? screen.region.width : layout.columns;
    cursor = Math.max(0, Math.min(values.length - 1, cursor + (step !== 0 ? step : event.key === 'ArrowDown' ? lineLength : -lineLength)));
    tell(...placeOf(layout, screen, zoom, cursor));
  });

  return {
    element,
    show: (next) => {
      const changed = content === undefined || content.shape.join() !== next.shape.join();
      content = next;
      layout = layoutOf(next.shape);
      if (changed) {
        zoom = fittingZoom(layout, available());
        page = 0;
        cursor = 0;
      }
      element.hidden = false;
      return refresh();
    },
    repaint: draw,
    clear: () => {
      content = undefined;
      element.hidden = true;
    },
  };
}

/** The pixel in the middle of a value of the screen. */
function placeOf(layout: Layout, screen: Screen, zoom: number, inRegion: number): readonly [number, number] {
  if (layout.kind === 'matrix') return [((inRegion % screen.region.width) + 0.5) * zoom, (Math.floor(inRegion / screen.region.width) + 0.5) * zoom];
  const plane = layout.rows * layout.columns;
  const tile = Math.floor(inRegion / (plane * layout.depth));
  const inPlane = inRegion % plane;
  const x = (tile % screen.across) * (layout.columns * zoom + 2) + ((inPlane % layout.columns) + 0.5) * zoom;
  const y = Math.floor(tile / screen.across) * (layout.rows * zoom + 2) + (Math.floor(inPlane / layout.columns) + 0.5) * zoom;
  return [x, y];
}

function button(text: string, label: string, press: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', title: label, 'aria-label': label }, text);
  made.addEventListener('click', press);
  return made;
}

function showScale(place: HTMLElement, reach: number, coloured: boolean): void {
  if (coloured) return place.replaceChildren('each kernel from its least to its largest value');
  place.replaceChildren(make('span', {}, formatShort(-reach)), make('span', { class: 'ramp' }), make('span', {}, formatShort(reach)));
}
