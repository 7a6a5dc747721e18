/**
 * One chart: log second moment against depth. A line connects each layer to every layer that reads it, so branches fork and
 * join as in the net. Drawn as SVG with colours in attributes, so that it can be saved as it is.
 */
import { fillIn } from '#core/messages/fill-in';
import type { SignalLayer } from '#protocol/signal';
import { axis, powerOfTen } from '../axes';
import { make, themeColour } from '../page';
import { svg } from '../svg';
import { digits } from './format';
import type { Line } from './lines';
import { depthsOf, scaleFor, ticksOf, type Scale, type Way } from './scale';
import { words } from './words';

export interface ChartEvents {
  readonly reveal: (layer: number) => void;
  /** Selects a layer; undefined for none. */
  readonly look: (layer: number | undefined) => void;
}

export interface Shown {
  readonly layers: readonly SignalLayer[];
  readonly lines: readonly Line[];
  /** The lines that the scale is made for; others may leave the chart. */
  readonly scaled: readonly Line[];
  /** The value shown as 1: the second moment of the input, or of the gradient at its start. */
  readonly reference: number;
  /** The layer at the cursor in the text. */
  readonly cursor: number | undefined;
}

export interface Chart {
  readonly element: HTMLElement;
  readonly draw: (shown: Shown) => void;
  /** Marks a layer and shows its values. */
  readonly look: (layer: number | undefined) => void;
  readonly picture: () => SVGSVGElement | undefined;
}

/** In pixels. Both charts fit on the page if it is high enough. */
function heightOfOne(): number {
  return Math.round(Math.max(170, Math.min(320, (window.innerHeight - 330) / 2)));
}

export function chart(way: Way, on: ChartEvents): Chart {
  const place = make('div', { class: 'plot' });
  const reading = make('div', { class: 'reading', 'aria-live': 'polite' });
  const element = make('section', { class: 'chart' }, make('h2', {}, words[way]), place, reading);
  let shown: Shown | undefined;
  let scale: Scale | undefined;
  let looked: number | undefined;
  let mark: SVGGElement | undefined;

  const look = (layer: number | undefined): void => {
    looked = layer;
    if (!shown || !scale || !mark) return;
    mark.replaceChildren(...(layer === undefined ? [] : markOf(shown, scale, way, layer)));
    reading.textContent = layer === undefined ? '' : readingOf(shown, way, layer);
  };

  place.addEventListener('pointermove', (event) => on.look(nearest(event)));
  place.addEventListener('pointerleave', () => on.look(undefined));
  place.addEventListener('click', (event) => {
    const layer = nearest(event);
    if (layer !== undefined) on.reveal(layer);
  });
  place.addEventListener('keydown', (event) => {
    if (!shown) return;
    const next = nextLayer(event.key, looked ?? shown.cursor ?? -1, shown.layers.length);
    if (event.key === 'Enter' && looked !== undefined) on.reveal(looked);
    else if (next === undefined) return;
    else on.look(next);
    event.preventDefault();
  });

  function nearest({ clientX, clientY }: MouseEvent): number | undefined {
    const svg = place.querySelector('svg');
    if (!svg || !shown || !scale) return undefined;
    const { left, top } = svg.getBoundingClientRect();
    return nearestLayer(shown, scale, way, clientX - left, clientY - top);
  }

  return {
    element,
    draw: (next) => {
      shown = next;
      const height = heightOfOne();
      scale = scaleFor(next.layers, next.scaled, way, next.reference, {
        width: Math.max(320, place.clientWidth),
        height,
      });
      const focused = place.contains(document.activeElement);
      const label = fillIn(words.chartLabel, { what: words[way], layers: next.layers.length });
      mark = svg('g', {});
      const picture = svg(
        'svg',
        {
          width: scale.width,
          height,
          viewBox: `0 0 ${scale.width} ${height}`,
          role: 'img',
          tabindex: 0,
          'aria-label': label,
        },
        ...drawing(next, scale, way),
        mark,
      );
      place.replaceChildren(picture);
      if (focused) picture.focus();
      look(looked !== undefined && looked < next.layers.length ? looked : undefined);
    },
    look,
    picture: () => place.querySelector('svg') ?? undefined,
  };
}

function nextLayer(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count - 1, at + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

function drawing(shown: Shown, scale: Scale, way: Way): readonly SVGElement[] {
  const { left, right, bottom } = scale;
  const [upper, lower] = [scale.y(2), scale.y(0.5)];
  const band = svg(
    'rect',
    {
      x: left,
      y: upper,
      width: right - left,
      height: lower - upper,
      fill: themeColour('charts-green', '#89d185'),
      'fill-opacity': 0.16,
    },
    svg('title', {}, words.band),
  );
  const values = axis(scale.y, {
    side: 'left',
    at: left,
    name: way === 'forward' ? words.axisForward : words.axisBack,
    ticks: ticksOf(scale),
    format: powerOfTen,
    grid: right - left,
  });
  const depths = axis(scale.x, {
    side: 'bottom',
    at: bottom,
    name: words.depth,
    ticks: depthsOf(scale),
    format: String,
    grid: 0,
  });
  const cursor = shown.cursor === undefined ? [] : [cursorOf(shown, scale, shown.cursor)];
  const lines = shown.lines.toReversed().map((line) =>
    svg('path', {
      d: pathOf(shown, scale, way, line),
      fill: 'none',
      stroke: line.colour,
      'stroke-width': line.width,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
      'stroke-dasharray': line.dash === '' ? 'none' : line.dash,
      'data-line': line.name,
    }),
  );
  return [band, values, depths, ...cursor, ...lines];
}

function cursorOf({ layers }: Shown, scale: Scale, layer: number): SVGElement {
  const x = scale.x(layers[layer]?.depth ?? 0);
  return svg('line', {
    x1: x,
    x2: x,
    y1: scale.top,
    y2: scale.bottom,
    stroke: themeColour('focusBorder', '#007fd4'),
    'stroke-width': 2,
    'data-cursor': layer,
  });
}

/** Connects each layer with those that it reads; a layer that is not modelled leaves a gap. */
function pathOf({ layers, reference }: Shown, scale: Scale, way: Way, { scenario }: Line): string {
  const points = layers.map(({ depth, ends }, i) =>
    ends ? undefined : pointOf(scale, depth, scenario[way][i] ?? null, reference),
  );
  let path = '';
  layers.forEach(({ from }, i) => {
    const to = points[i];
    if (!to) return;
    for (const maker of from) {
      const start = points[maker];
      if (start) path += `M${start}L${to}`;
    }
  });
  return path;
}

function pointOf(scale: Scale, depth: number, value: number | null, reference: number): string | undefined {
  return value === null || value <= 0
    ? undefined
    : `${scale.x(depth).toFixed(1)} ${scale.y(value / reference).toFixed(1)}`;
}

function markOf({ layers, lines, reference }: Shown, scale: Scale, way: Way, layer: number): readonly SVGElement[] {
  const depth = layers[layer]?.depth ?? 0;
  const x = scale.x(depth);
  const quiet = themeColour('descriptionForeground', '#888888');
  const dots = lines.flatMap(({ scenario, colour }) => {
    const value = scenario[way][layer] ?? null;
    return value === null || value <= 0
      ? []
      : [
          svg('circle', {
            cx: x,
            cy: scale.y(value / reference),
            r: 4,
            fill: colour,
            stroke: themeColour('editor-background', '#ffffff'),
            'stroke-width': 1.5,
          }),
        ];
  });
  return [
    svg('line', { x1: x, x2: x, y1: scale.top, y2: scale.bottom, stroke: quiet, 'stroke-dasharray': '3 3' }),
    ...dots,
  ];
}

function readingOf({ layers, lines, reference }: Shown, way: Way, layer: number): string {
  const { name = '', type = '' } = layers[layer] ?? {};
  const values = lines.map(({ label, scenario }) => {
    const value = scenario[way][layer] ?? null;
    return value === null
      ? fillIn(words.readingNone, { line: label })
      : fillIn(words.reading, { value: digits(value / reference), line: label });
  });
  return [fillIn(words.layerTitle, { name, type }), ...values].join('   ');
}

/** The layer nearest to a point, measured to the first line, that of the net as it is. */
function nearestLayer(
  { layers, lines, reference }: Shown,
  scale: Scale,
  way: Way,
  x: number,
  y: number,
): number | undefined {
  const values = lines[0]?.scenario[way] ?? [];
  let best: number | undefined;
  let least = Infinity;
  layers.forEach(({ depth, ends }, i) => {
    if (ends) return;
    const value = values[i] ?? null;
    const dx = scale.x(depth) - x;
    const dy = value === null || value <= 0 ? 60 : (scale.y(value / reference) - y) / 4;
    const distance = dx * dx + dy * dy;
    if (distance < least) [least, best] = [distance, i];
  });
  return best;
}
