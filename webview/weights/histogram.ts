/** A histogram of the values as bars, with the theoretical distribution as a line. */
import uPlot from 'uplot';
import { fillIn } from '#core/messages/fill-in';
import { make, themeColour } from '../page';
import { formatShort, percent, thousands } from './format';
import type { Range } from './worker-messages';
import { words } from './words';

export interface HistogramData {
  readonly range: Range;
  readonly counts: Uint32Array;
  /** Expected count in each bin; undefined if it has no simple form. */
  readonly expected: readonly number[] | undefined;
  /** The share of zeros that the bars exclude; 0 if they include zeros. */
  readonly zerosLeftOut: number;
}

const height = 150;

/** Replaces the content of `place`; returns the histogram's canvas. */
export function showHistogram(place: HTMLElement, data: HistogramData): HTMLCanvasElement {
  const { range, counts, expected, zerosLeftOut } = data;
  const width = (range.to - range.from) / counts.length;
  const centres = Array.from(counts, (_, i) => range.from + (i + 0.5) * width);
  const bars = themeColour('charts-blue', '#3794ff');
  const line = themeColour('charts-orange', '#d18616');
  const quiet = { stroke: `color-mix(in srgb, ${themeColour('foreground', '#888888')} 18%, transparent)`, width: 1 };
  const axis = {
    stroke: themeColour('descriptionForeground', '#888888'),
    font: `11px ${getComputedStyle(document.body).fontFamily}`,
    ticks: { ...quiet, size: 4 },
    gap: 3,
  };
  const shape = uPlot.paths.bars?.({ size: [1, Infinity], gap: 0 });
  const reading = make('output', { class: 'reading' });
  const chart = new uPlot(
    {
      width: Math.max(160, place.clientWidth),
      height,
      padding: [6, 8, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
      scales: {
        x: { time: false, range: [range.from, range.to] },
        y: { range: (_, __, most) => [0, Math.max(1, most * 1.08)] },
      },
      axes: [
        { ...axis, grid: { show: false }, values: (_, ticks) => ticks.map(formatShort), space: 64, size: 24 },
        { ...axis, grid: quiet, values: (_, ticks) => ticks.map(formatCount), space: 34, size: 44 },
      ],
      series: [
        {},
        { stroke: bars, fill: faded(bars), width: 0.5, ...(shape && { paths: shape }), points: { show: false } },
        { stroke: line, width: 2, points: { show: false } },
      ],
      hooks: { setCursor: [({ cursor }) => (reading.textContent = readingAt(cursor.idx, data, width))] },
    },
    [centres, [...counts], expected ? [...expected] : centres.map(() => null)],
  );
  chart.root.setAttribute('role', 'img');
  chart.root.setAttribute('aria-label', labelOf(data, centres));
  const legend = make('div', { class: 'legend' }, make('span', { class: 'key drawn' }, words.legendDrawn));
  if (expected) legend.append(make('span', { class: 'key expected' }, words.legendExpected));
  if (zerosLeftOut > 0) legend.append(make('span', {}, fillIn(words.zerosLeftOut, { share: percent(zerosLeftOut) })));
  legend.append(reading);
  place.replaceChildren(chart.root, legend);
  return chart.ctx.canvas;
}

function readingAt(bin: number | null | undefined, { range, counts, expected }: HistogramData, width: number): string {
  if (bin === null || bin === undefined) return '';
  const about = expected?.[bin];
  const args = {
    from: formatShort(range.from + bin * width),
    to: formatShort(range.from + (bin + 1) * width),
    count: thousands(counts[bin] ?? 0),
    expected: about === undefined ? '' : thousands(Math.round(about)),
  };
  return fillIn(about === undefined ? words.readBin : words.readBinExpected, args);
}

function labelOf({ range, counts }: HistogramData, centres: readonly number[]): string {
  const most = counts.indexOf(Math.max(...counts));
  const count = counts.reduce((sum, each) => sum + each, 0);
  return fillIn(words.histogramLabel, {
    count: thousands(count),
    low: formatShort(range.from),
    high: formatShort(range.to),
    peak: formatShort(centres[most] ?? 0),
  });
}

/** For example `12k` or `1.5M`. */
function formatCount(count: number): string {
  if (count >= 1e6) return `${formatShort(count / 1e6)}M`;
  return count >= 1e4 ? `${formatShort(count / 1e3)}k` : formatShort(count);
}

/** The same colour at about half the opacity, in any CSS notation. */
function faded(colour: string): string {
  return `color-mix(in srgb, ${colour} 55%, transparent)`;
}
