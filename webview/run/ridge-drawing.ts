/**
 * The distributions of all layers over depth: a row per top, a column per net, one axis for all. Drawn as SVG with colours
 * in attributes, so that it can be saved as it is.
 */
import { fillIn } from '#core/messages/fill-in';
import type { RidgesOf, RunNet } from '#protocol/run';
import { axis, powerOfTen } from '../axes';
import { themeColour } from '../page';
import { svg } from '../svg';
import { fitted, widthOf, type Cut } from '../text';
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
import { axesAt, gap, layoutOf, margin, type Place, type RidgeLayout } from './ridge-layout';
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

export interface Drawing {
  readonly picture: SVGSVGElement;
  readonly layout: RidgeLayout;
  /** Marks of the layer at the cursor are drawn here, below the ridges. */
  readonly below: SVGGElement;
  /** Marks of what is looked at, above them. */
  readonly above: SVGGElement;
}

const nameSize = 12;
const noteSize = 10;
/** Of the mark beside the name of a layer with a serious finding. */
const sign = 12;

/** `room`: the width to fill, in pixels. */
export function draw(shown: Shown, room: number): Drawing {
  const { nets, rows, values, heights } = shown;
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [cell] : [])));
  const densities = rows.map(({ cells: own }) => own.map((cell) => cell && densityOf(cell, values)));
  const heightOf = heightScale(
    densities.flat().flatMap((each) => (each ? [each] : [])),
    heights,
  );
  const peakOf = (density: Density | undefined): number =>
    density ? Math.max(density.only === undefined ? 0 : 1, heightOf(Math.max(0, ...density.heights), density)) : 0;
  const peaks = densities.map((row) => Math.max(0, ...row.map(peakOf)));
  const layout = layoutOf(room, nets.length, labelsOf(rows), peaks, heights === 'own');
  const scale = valueScale(cells, values, layout.column);
  const columns = nets.map(({ net, printedLoss }, i) => {
    const of = densities.map((row) => row[i]);
    return svg(
      'g',
      { transform: `translate(${layout.gutter + i * (layout.column + gap)} 0)`, 'data-net': net },
      headOf(words[net], printedLoss, layout),
      ...axes(scale, layout, shown),
      ...ridgesIn(of, scale, heightOf, layout, netColours(net)),
    );
  });
  const [below, above] = [svg('g', {}), svg('g', {})];
  const { width, height } = layout;
  const picture = svg(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      tabindex: 0,
      'aria-label': fillIn(words.chartLabel, { rows: rows.length, nets: nets.length }),
    },
    below,
    ...columns,
    names(rows, layout),
    above,
  );
  return { picture, layout, below, above };
}

function nameOf({ name, top }: RidgeRow): string {
  return top === '' ? name : `${name}: ${top}`;
}

function noteOf({ findings }: RidgeRow): string {
  return findings.map(({ label }) => label).join('; ');
}

/** Of the widest name or note. */
function labelsOf(rows: readonly RidgeRow[]): number {
  return rows.reduce((most, row) => {
    const name = widthOf(nameOf(row), nameSize) + (isSerious(row) ? sign : 0);
    return Math.max(most, name, widthOf(noteOf(row), noteSize));
  }, 0);
}

function isSerious({ findings }: RidgeRow): boolean {
  return findings.some((finding) => finding.isSerious);
}

function headOf(label: string, printedLoss: string | null, { column }: RidgeLayout): SVGGElement {
  const foreground = themeColour('foreground', '#888888');
  const quiet = themeColour('descriptionForeground', '#888888');
  const loss = printedLoss === null ? '' : fillIn(words.lossOf, { loss: printedLoss });
  const bold = 600;
  return svg(
    'g',
    { 'font-family': fontFamily(), 'font-size': nameSize },
    fittedText(label, column + gap - 8, 'end', { x: 0, y: 14, fill: foreground, 'font-weight': bold }, nameSize, bold),
    fittedText(loss, column + gap - 8, 'end', { x: 0, y: 29, fill: quiet }, nameSize),
  );
}

function axes(scale: ValueScale, layout: RidgeLayout, { values, of }: Shown): readonly SVGElement[] {
  const axisName = { activations: words.axisActivations, gradients: words.axisGradients, weights: words.axisWeights }[
    of
  ];
  const name = values === 'linear' ? axisName : fillIn(words.magnitude, { axis: axisName });
  const format = values === 'linear' ? digits : powerOfTen;
  const common = { ticks: ticksOf(scale, values, format, gap / 2 - 2), format };
  const { above, below } = axesAt(layout);
  return [
    axis(scale, { ...common, side: 'bottom', at: below, name, grid: below - above }),
    // Of a long chart, one end is in view.
    axis(scale, { ...common, side: 'top', at: above, name: '', grid: 0 }),
  ];
}

function ridgesIn(
  densities: readonly (Density | undefined)[],
  scale: ValueScale,
  heightOf: (value: number, of: Density) => number,
  { row, top, peak, column }: RidgeLayout,
  { line, area }: NetColour,
): readonly SVGElement[] {
  return densities.map((density, i) => {
    const group = svg('g', { transform: `translate(0 ${top + i * row})` });
    group.append(svg('line', { x1: 0, x2: column, y1: 0, y2: 0, stroke: line, 'stroke-opacity': 0.45 }));
    if (!density) return group;
    const path = outline(density, scale, (value) => peak * heightOf(value, density));
    if (path.line !== '') {
      // The area hides the ridges above it.
      group.append(svg('path', { d: path.area, fill: area, 'fill-opacity': 0.82, stroke: 'none' }));
      group.append(
        svg('path', { d: path.line, fill: 'none', stroke: line, 'stroke-width': 1.3, 'stroke-linejoin': 'round' }),
      );
    }
    if (density.only !== undefined) group.append(bar(scale(density.only), (1 - density.zeros) * peak, line));
    if (density.zeros > 0.001) group.append(bar(zeroAt(scale), density.zeros * row * 0.9, line));
    if (density.notFinite !== undefined) group.append(notFinite(density.notFinite, column));
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

/** At the right end, where large values are. */
function notFinite(mean: NonNullable<Density['notFinite']>, column: number): SVGTextElement {
  const fill = themeColour('errorForeground', '#f14c4c');
  const attributes = { x: column, y: -3, fill, 'text-anchor': 'end', 'font-size': noteSize + 1 };
  return svg('text', { ...attributes, 'font-family': fontFamily() }, mean === 'nan' ? 'NaN' : digits(mean));
}

function names(rows: readonly RidgeRow[], { gutter, top, row, hasNotes }: RidgeLayout): SVGGElement {
  const group = svg('g', { 'font-family': fontFamily(), 'text-anchor': 'end' });
  const x = gutter - margin;
  const foreground = themeColour('foreground', '#888888');
  const quiet = themeColour('descriptionForeground', '#888888');
  const warning = themeColour('editorWarning-foreground', '#bf8803');
  rows.forEach((each, i) => {
    const note = noteOf(each);
    const isBelow = note !== '' && hasNotes;
    const y = top + i * row - (isBelow ? 9 : 1);
    const serious = isSerious(each);
    const room = x - 4 - (serious ? sign : 0);
    const shownName = fitted(nameOf(each), room, 'start', (text) => widthOf(text, nameSize));
    group.append(svg('text', { x, y, fill: serious ? warning : foreground, 'font-size': nameSize }, shownName));
    // Not by its color alone.
    if (serious) group.append(warningSign(x - widthOf(shownName, nameSize) - sign, y, warning));
    if (isBelow) group.append(fittedText(note, x - 4, 'end', { x, y: y + 13, fill: quiet }, noteSize));
  });
  return group;
}

/** A triangle, `sign` wide with its margin. */
function warningSign(x: number, y: number, fill: string): SVGPathElement {
  return svg('path', { d: `M${x.toFixed(1)} ${y}l4 -8l4 8Z`, fill, 'data-sign': '' });
}

/** With the whole text as its title where it is cut. */
function fittedText(
  text: string,
  room: number,
  cut: Cut,
  attributes: Readonly<Record<string, string | number>>,
  size: number,
  weight = 400,
): SVGTextElement {
  const shownText = fitted(text, room, cut, (part) => widthOf(part, size, weight));
  const title = shownText === text ? [] : [svg('title', {}, text)];
  return svg('text', { 'font-size': size, ...attributes }, shownText, ...title);
}

function fontFamily(): string {
  return getComputedStyle(document.body).fontFamily;
}

/** The rows of the layer at the cursor. */
export function cursorMarks({ rows, cursor }: Shown, layout: RidgeLayout): readonly SVGElement[] {
  return rows.flatMap(({ layer }, i) => (layer === cursor ? [rowMark(layout, i, { 'data-cursor': layer })] : []));
}

function rowMark(
  { top, row, width }: RidgeLayout,
  i: number,
  more: Readonly<Record<string, string | number>>,
): SVGElement {
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

export function lookedMark({ gutter, column, top, row }: RidgeLayout, { row: i, net }: Place): SVGElement {
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
