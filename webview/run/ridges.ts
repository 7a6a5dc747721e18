/**
 * The distributions of all layers over depth: a row per top, a column per net, one axis for all. Drawn as SVG with colours
 * in attributes, so that it can be saved as it is.
 */
import { fillIn } from '#core/messages/fill-in';
import type { RidgesOf, RunNet } from '#protocol/run';
import { axis, powerOfTen } from '../axes';
import { make, themeColour } from '../page';
import { svg } from '../svg';
import {
  densityOf,
  heightScale,
  outline,
  ticksOf,
  valueScale,
  type Density,
  type Heights,
  type Values,
  type ValueScale,
} from './densities';
import { netColours, type NetColour } from './net-colours';
import { readingOf } from './reading';
import { digits } from './rows';
import type { RidgeRow } from './rows-of-ridges';
import { words } from './words';

export interface Shown {
  readonly nets: readonly { readonly net: RunNet; readonly printedLoss: string | null }[];
  readonly rows: readonly RidgeRow[];
  readonly of: RidgesOf;
  readonly values: Values;
  readonly heights: Heights;
  /** The layer at the cursor in the text. */
  readonly cursor: number | undefined;
}

/** A row and a column. */
interface Place {
  readonly row: number;
  readonly net: number;
}

export interface Chart {
  readonly element: HTMLElement;
  readonly draw: (shown: Shown) => void;
  readonly picture: () => SVGSVGElement | undefined;
  /** Moves the mark of the layer at the cursor, and scrolls there. */
  readonly markCursor: (layer: number | undefined) => void;
  /** Another net comes. */
  readonly forget: () => void;
}

/** In pixels. */
interface Layout {
  readonly width: number;
  readonly height: number;
  /** Of the names of layers. */
  readonly gutter: number;
  readonly column: number;
  readonly top: number;
  readonly row: number;
  /** The highest ridge, which overlaps the rows above. */
  readonly peak: number;
  readonly bottom: number;
}

const gap = 24;
const leastColumn = 92;
const right = 14;

function layoutOf({ rows, nets, heights }: Shown, room: number): Layout {
  const gutter = gutterFor(rows, room);
  const column = Math.max(leastColumn, Math.floor((room - gutter - right) / Math.max(1, nets.length)) - gap);
  const row = rows.length <= 16 ? 38 : rows.length <= 40 ? 30 : 22;
  // Relative to their own maxima, all ridges are this high.
  const peak = (heights === 'own' ? 1.4 : 2) * row;
  const top = 44 + peak;
  const bottom = top + Math.max(0, rows.length - 1) * row;
  return {
    width: gutter + nets.length * (column + gap) + right,
    height: bottom + 46,
    gutter,
    column,
    top,
    row,
    peak,
    bottom,
  };
}

/** Of a letter in names and in sentences below them, in pixels. */
const letter = 6.8;
const smallLetter = 5.1;

/** As wide as the names, and in a wide chart as sentences about layers. */
function gutterFor(rows: readonly RidgeRow[], room: number): number {
  const isWide = room >= 560;
  if (isWide && rows.some(({ findings }) => findings.length > 0)) return 230;
  const longest = Math.max(0, ...rows.map((row) => nameOf(row).length));
  return Math.min(isWide ? 230 : 150, Math.max(90, Math.ceil(longest * letter) + 26));
}

function nameOf({ name, top }: RidgeRow): string {
  return top === '' ? name : `${name}: ${top}`;
}

export function ridgeChart(reveal: (layer: number) => void): Chart {
  const place = make('div', { class: 'ridges' });
  const reading = make('div', { class: 'reading', 'aria-live': 'polite' });
  const element = make('section', { class: 'chart' }, place, reading);
  let shown: Shown | undefined;
  let layout: Layout | undefined;
  let looked: Place | undefined;
  let mark: SVGGElement | undefined;
  let cursor: SVGGElement | undefined;

  const look = (next: Place | undefined): void => {
    looked = next;
    if (!shown || !layout || !mark) return;
    mark.replaceChildren(...(next ? [lookedMark(layout, next)] : []));
    const row = next && shown.rows[next.row];
    reading.replaceChildren(...(row ? readingOf(row, shown.nets, next.net) : []));
  };
  place.addEventListener('pointermove', (event) => look(at(event)));
  place.addEventListener('pointerleave', () => look(undefined));
  place.addEventListener('click', (event) => revealRow(at(event)));
  place.addEventListener('keydown', (event) => {
    if (!shown || shown.rows.length === 0) return;
    const next = moved(event.key, looked, shown);
    if (event.key === 'Enter') revealRow(looked);
    else if (!next) return;
    else look(next);
    event.preventDefault();
  });

  function revealRow(of: Place | undefined): void {
    const row = of && shown?.rows[of.row];
    if (row) reveal(row.layer);
  }

  function at({ clientX, clientY }: MouseEvent): Place | undefined {
    const svg = place.querySelector('svg');
    if (!svg || !shown || !layout) return undefined;
    const { left, top } = svg.getBoundingClientRect();
    return placeAt(layout, shown, clientX - left, clientY - top);
  }

  return {
    element,
    draw: (next) => {
      shown = next;
      layout = layoutOf(next, Math.max(320, place.clientWidth));
      [mark, cursor] = [svg('g', {}), svg('g', {})];
      const focused = place.contains(document.activeElement);
      const picture = drawing(next, layout, cursor, mark);
      place.replaceChildren(picture);
      if (focused) picture.focus();
      cursor.replaceChildren(...cursorMarks(next, layout));
      look(looked && looked.row < next.rows.length && looked.net < next.nets.length ? looked : undefined);
    },
    forget: () => look(undefined),
    picture: () => place.querySelector('svg') ?? undefined,
    markCursor: (layer) => {
      if (!shown || !layout || !cursor) return;
      shown = { ...shown, cursor: layer };
      cursor.replaceChildren(...cursorMarks(shown, layout));
      cursor.querySelector('rect')?.scrollIntoView({ block: 'nearest' });
    },
  };
}

function placeAt({ gutter, column, top, row }: Layout, { rows, nets }: Shown, x: number, y: number): Place | undefined {
  // A ridge stands above its base line.
  const at = Math.ceil((y - top) / row - 0.25);
  if (at < 0 || at >= rows.length) return undefined;
  const net = Math.floor((x - gutter) / (column + gap));
  return { row: at, net: Math.max(0, Math.min(nets.length - 1, net)) };
}

function moved(key: string, from: Place | undefined, { rows, nets, cursor }: Shown): Place | undefined {
  const { row, net } = from ?? { row: rows.findIndex(({ layer }) => layer === cursor), net: 0 };
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { row: Math.min(last, row + 1), net };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), net };
    case 'ArrowRight':
      return { row: Math.max(0, row), net: Math.min(nets.length - 1, net + 1) };
    case 'ArrowLeft':
      return { row: Math.max(0, row), net: Math.max(0, net - 1) };
    case 'Home':
      return { row: 0, net };
    case 'End':
      return { row: last, net };
    default:
      return undefined;
  }
}

function drawing(shown: Shown, layout: Layout, cursor: SVGGElement, mark: SVGGElement): SVGSVGElement {
  const { nets, rows, values } = shown;
  const { width, height, gutter, column } = layout;
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [cell] : [])));
  const scale = valueScale(cells, values, column);
  const densities = rows.map(({ cells: own }) => own.map((cell) => cell && densityOf(cell, values)));
  const heightOf = heightScale(
    densities.flat().flatMap((each) => (each ? [each] : [])),
    shown.heights,
  );
  const columns = nets.map(({ net, printedLoss }, i) => {
    const of = densities.map((row) => row[i]);
    const head = headOf(words[net], printedLoss, layout);
    const group = { transform: `translate(${gutter + i * (column + gap)} 0)`, 'data-net': net };
    return svg(
      'g',
      group,
      head,
      ...axes(scale, layout, shown),
      ...ridgesIn(of, scale, heightOf, layout, netColours(net)),
    );
  });
  const label = fillIn(words.chartLabel, { layers: rows.length, nets: nets.length });
  const attributes = {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    tabindex: 0,
    'aria-label': label,
  };
  return svg('svg', attributes, cursor, ...columns, names(rows, layout), mark);
}

function headOf(label: string, printedLoss: string | null, { column }: Layout): SVGTextElement {
  const loss = printedLoss === null ? '' : fillIn(words.lossOf, { loss: printedLoss });
  const foreground = themeColour('foreground', '#888888');
  const quiet = { fill: themeColour('descriptionForeground', '#888888') };
  const family = getComputedStyle(document.body).fontFamily;
  return svg(
    'text',
    { x: 0, y: 15, fill: foreground, 'font-size': 12, 'font-weight': 600, 'font-family': family },
    cut(label, Math.floor((column + gap) / 7)),
    svg('tspan', { ...quiet, 'font-weight': 400, dx: 8 }, column < 200 ? '' : loss),
  );
}

function axes(scale: ValueScale, { bottom, top, peak }: Layout, { values, of }: Shown): readonly SVGElement[] {
  const axisName = { activations: words.axisActivations, gradients: words.axisGradients, weights: words.axisWeights }[
    of
  ];
  const name = values === 'linear' ? axisName : fillIn(words.magnitude, { axis: axisName });
  const format = values === 'linear' ? digits : powerOfTen;
  const ticks = ticksOf(scale, values, format, gap / 2 - 2);
  const [first, last] = [top - peak - 2, bottom + 8];
  const common = { ticks, format };
  return [
    axis(scale, { ...common, side: 'bottom', at: last, name, grid: last - first }),
    // Of a long chart, one end is in view.
    axis(scale, { ...common, side: 'top', at: first, name: '', grid: 0 }),
  ];
}

function ridgesIn(
  densities: readonly (Density | undefined)[],
  scale: ValueScale,
  heightOf: (value: number, of: Density) => number,
  { row, top, peak, column }: Layout,
  { line, area }: NetColour,
): readonly SVGElement[] {
  return densities.map((density, i) => {
    const group = svg('g', { transform: `translate(0 ${top + i * row})` });
    const base = { x1: 0, x2: column, y1: 0, y2: 0, stroke: line, 'stroke-opacity': 0.45 };
    group.append(svg('line', base));
    if (!density) return group;
    const path = outline(density, scale, (value) => peak * heightOf(value, density));
    if (path !== '') {
      // The line ends where the values do; the area hides the ridges above it.
      group.append(svg('path', { d: path, fill: area, 'fill-opacity': 0.82, stroke: 'none' }));
      group.append(
        svg('path', { d: path, fill: 'none', stroke: line, 'stroke-width': 1.3, 'stroke-linejoin': 'round' }),
      );
    }
    if (density.only !== undefined) group.append(bar(scale(density.only), (1 - density.zeros) * peak, line));
    if (density.zeros > 0.001) group.append(bar(zeroAt(scale), density.zeros * row, line));
    return group;
  });
}

/** On an axis of magnitudes there is no place for 0: it is left of the axis. */
function zeroAt(scale: ValueScale): number {
  const [low = 0] = scale.domain();
  return low > 0 ? -7 : scale(0);
}

function bar(x: number, height: number, stroke: string): SVGElement {
  return svg('line', { x1: x, x2: x, y1: 0, y2: (-height).toFixed(1), stroke, 'stroke-width': 3, 'data-bar': '' });
}

function names(rows: readonly RidgeRow[], { gutter, top, row }: Layout): SVGGElement {
  const family = getComputedStyle(document.body).fontFamily;
  const group = svg('g', { 'font-family': family, 'text-anchor': 'end' });
  const letters = Math.floor((gutter - 26) / letter);
  rows.forEach((each, i) => {
    const { findings } = each;
    const y = top + i * row;
    const note = findings.join('; ');
    const isBelow = note !== '' && row >= 28;
    const name = nameOf(each);
    // Names of layers often share a prefix.
    const label = name.length > letters ? `…${name.slice(1 - letters)}` : name;
    const fill = themeColour(findings.length > 0 ? 'editorWarning-foreground' : 'foreground', '#888888');
    const text = svg('text', { x: gutter - 16, y: isBelow ? y - 9 : y - 1, fill, 'font-size': 12 }, label);
    group.append(text);
    if (isBelow) {
      const quiet = themeColour('descriptionForeground', '#888888');
      group.append(
        svg(
          'text',
          { x: gutter - 16, y: y + 4, fill: quiet, 'font-size': 10 },
          cut(note, Math.floor((gutter - 26) / smallLetter)),
          svg('title', {}, note),
        ),
      );
    }
  });
  return group;
}

function cut(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text;
}

/** The rows of the layer at the cursor. */
function cursorMarks({ rows, cursor }: Shown, layout: Layout): readonly SVGElement[] {
  return rows.flatMap(({ layer }, i) => (layer === cursor ? [rowMark(layout, i, { 'data-cursor': layer })] : []));
}

function rowMark({ top, row, width }: Layout, i: number, more: Readonly<Record<string, string | number>>): SVGElement {
  return svg('rect', {
    x: 1,
    y: top + i * row - row * 0.75,
    width: width - 2,
    height: row,
    fill: themeColour('editor-lineHighlightBackground', 'none'),
    stroke: themeColour('focusBorder', '#007fd4'),
    'stroke-width': 1.5,
    ...more,
  });
}

function lookedMark({ gutter, column, top, row }: Layout, { row: i, net }: Place): SVGElement {
  return svg('rect', {
    x: gutter + net * (column + gap) - 4,
    y: top + i * row - row * 0.75,
    width: column + 8,
    height: row,
    fill: 'none',
    stroke: themeColour('descriptionForeground', '#888888'),
    'stroke-dasharray': '3 3',
  });
}
