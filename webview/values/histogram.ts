/** A histogram of the values as bars, with the theoretical distribution as a line. */
import { inUnitOf, thousands } from '#core/cost/format';
import { showMeasured } from '#core/numbers';
import { scaleLinear } from 'd3-scale';
import { fillIn } from '#core/messages/fill-in';
import { axis } from '../axes';
import { chartColour } from '../colour';
import { make } from '../page';
import { svg } from '../svg';
import { percent } from './format';
import type { Range } from './range';
import { words } from './words';

export interface HistogramData {
  readonly range: Range;
  readonly counts: Uint32Array;
  /** Expected count in each bin; undefined if it has no simple form, or the values are from a file. */
  readonly expected: readonly number[] | undefined;
  /** The share of zeros that the bars exclude; 0 if they include zeros. */
  readonly zerosLeftOut: number;
  /** What the bars are, in words; empty where there are no others. */
  readonly bars: string;
  /** The count at the top of the axis: that of all histograms that are compared. */
  readonly top: number;
}

const [height, left, right, upper, lower] = [178, 58, 8, 8, 40] as const;

/** The count that its own axis must reach, with some room. */
export function topOf({ counts, expected }: Pick<HistogramData, 'counts' | 'expected'>): number {
  return 1.08 * Math.max(1, ...counts, ...(expected ?? []));
}

/** Replaces the content of `place`. */
export function showHistogram(place: HTMLElement, data: HistogramData): SVGSVGElement {
  const { range, counts, expected, zerosLeftOut, top } = data;
  const width = Math.max(160, place.clientWidth);
  const x = scaleLinear([range.from, range.to], [left, width - right]);
  const y = scaleLinear([0, top], [height - lower, upper]);
  const ticks = y.ticks(3);
  const step = (range.to - range.from) / counts.length;
  const bars = chartColour('charts-blue', '#3794ff');
  const line = chartColour('charts-orange', '#d18616');
  const edges = Array.from(counts, (count, i) => {
    const [from, to] = [x(range.from + i * step), x(range.from + (i + 1) * step)];
    return `M${from.toFixed(1)} ${y(0)}V${y(count).toFixed(1)}H${to.toFixed(1)}V${y(0)}`;
  });
  const curve = (expected ?? []).map(
    (count, i) => `${x(range.from + (i + 0.5) * step).toFixed(1)} ${y(count).toFixed(1)}`,
  );
  const reading = make('output', { class: 'reading' });
  const mark = svg('path', { fill: 'none', stroke: bars, 'stroke-width': 1, d: '' });
  const picture = svg(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': labelOf(data, step) },
    axis(y, {
      side: 'left',
      at: left,
      name: words.axisCount,
      ticks,
      format: inUnitOf(ticks.at(-1) ?? 0),
      grid: width - left - right,
    }),
    svg('path', { d: edges.join(''), fill: bars, 'fill-opacity': 0.6, stroke: bars, 'stroke-width': 0.5 }),
    mark,
    axis(x, {
      side: 'bottom',
      at: height - lower,
      name: words.axisValue,
      ticks: x.ticks(Math.max(2, Math.floor((width - left) / 80))),
      format: showMeasured,
      grid: 0,
    }),
  );
  if (curve.length > 0)
    picture.append(
      svg('path', {
        d: `M${curve.join('L')}`,
        fill: 'none',
        stroke: line,
        'stroke-width': 2,
      }),
    );
  picture.addEventListener('pointermove', ({ clientX }) => {
    const value = x.invert(clientX - picture.getBoundingClientRect().left);
    const bin = Math.floor((value - range.from) / step);
    const isInside = bin >= 0 && bin < counts.length;
    reading.textContent = isInside ? readingAt(bin, data, step) : '';
    const at = x(range.from + (bin + 0.5) * step).toFixed(1);
    mark.setAttribute('d', isInside ? `M${at} ${y(0)}V${upper}` : '');
  });
  picture.addEventListener('pointerleave', () => {
    reading.textContent = '';
    mark.setAttribute('d', '');
  });
  const legend = make('div', { class: 'legend' });
  if (data.bars !== '') legend.append(make('span', { class: 'key drawn' }, data.bars));
  if (expected) legend.append(make('span', { class: 'key expected' }, words.legendExpected));
  if (zerosLeftOut > 0) legend.append(make('span', {}, fillIn(words.zerosLeftOut, { share: percent(zerosLeftOut) })));
  legend.style.setProperty('--bars', bars);
  legend.style.setProperty('--line', line);
  legend.append(reading);
  place.replaceChildren(picture, legend);
  return picture;
}

function readingAt(bin: number, { range, counts, expected }: HistogramData, step: number): string {
  const about = expected?.[bin];
  const args = {
    from: showMeasured(range.from + bin * step),
    to: showMeasured(range.from + (bin + 1) * step),
    count: thousands(counts[bin] ?? 0),
    expected: about === undefined ? '' : thousands(Math.round(about)),
  };
  return fillIn(about === undefined ? words.readBin : words.readBinExpected, args);
}

function labelOf({ range, counts }: HistogramData, step: number): string {
  const most = counts.indexOf(Math.max(...counts));
  const count = counts.reduce((sum, each) => sum + each, 0);
  return fillIn(words.histogramLabel, {
    count: thousands(count),
    low: showMeasured(range.from),
    high: showMeasured(range.to),
    peak: showMeasured(range.from + (most + 0.5) * step),
  });
}
