/** How many values lie where, as bars, with what theory expects as a line over them. */
import uPlot from 'uplot';
import { make, themeColour } from '../page';
import type { Range } from './protocol';
import { formatShort } from './words';

export interface HistogramData {
  readonly range: Range;
  readonly counts: Uint32Array;
  /** Values that theory expects in each bin; undefined where it has no simple form. */
  readonly expected: readonly number[] | undefined;
  /** For those who don't see it. */
  readonly label: string;
}

/** Replaces what `place` shows. */
export function showHistogram(place: HTMLElement, { range, counts, expected, label }: HistogramData): void {
  const width = (range.to - range.from) / counts.length;
  const centres = Array.from(counts, (_, i) => range.from + (i + 0.5) * width);
  const bars = themeColour('charts-blue', '#3794ff');
  const line = themeColour('charts-orange', '#d18616');
  const text = themeColour('foreground', '#cccccc');
  const grid = { stroke: themeColour('widget-border', 'rgba(128,128,128,0.25)'), width: 1 };
  const axis = { stroke: text, grid, ticks: grid, font: '11px sans-serif' };
  const chart = new uPlot(
    {
      width: Math.max(200, place.clientWidth),
      height: 180,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      scales: { x: { time: false, range: [range.from, range.to] }, y: { range: (_, __, max) => [0, Math.max(1, max * 1.05)] } },
      axes: [
        { ...axis, values: (_, ticks) => ticks.map(formatShort), space: 70 },
        { ...axis, values: (_, ticks) => ticks.map(formatShort), size: 52 },
      ],
      series: [
        {},
        { stroke: bars, fill: withAlpha(bars), width: 1, paths: uPlot.paths.bars?.({ size: [1], gap: 0 }) ?? null, points: { show: false } },
        { stroke: line, width: 2, points: { show: false } },
      ],
      hooks: { setCursor: [(plot) => tell(plot, readout, centres, counts, expected)] },
    },
    [centres, [...counts], expected ? [...expected] : centres.map(() => null)],
  );
  const readout = make('div', { class: 'readout', 'aria-hidden': 'true' });
  chart.root.setAttribute('role', 'img');
  chart.root.setAttribute('aria-label', label);
  place.replaceChildren(chart.root, readout);
}

function tell({ cursor }: uPlot, readout: HTMLElement, centres: readonly number[], counts: Uint32Array, expected: readonly number[] | undefined): void {
  const at = cursor.idx;
  if (at === null || at === undefined) return readout.replaceChildren('');
  const about = expected?.[at];
  readout.replaceChildren(`${formatShort(centres[at] ?? 0)}: ${counts[at] ?? 0}${about === undefined ? '' : ` (expected ${about.toFixed(about < 10 ? 1 : 0)})`}`);
}

function withAlpha(colour: string): string {
  return /^#[0-9a-f]{6}$/i.test(colour) ? `${colour}80` : colour;
}
