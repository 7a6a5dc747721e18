/** Histograms as densities on one axis, for all layers alike: of values, or of magnitudes. */
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';
import { magnitudeEdge } from '#core/histogram';
import type { Measured, Ridge } from '#protocol/run';

export type Values = 'linear' | 'log';

/** Steps of a density: `heights[i]` from `edges[i]` to `edges[i + 1]`, as a share of all values per unit of the axis. */
export interface Density {
  readonly edges: readonly number[];
  readonly heights: readonly number[];
  /** The share of values that are 0, which have no density. */
  readonly zeros: number;
  /** Where all other values are the same. */
  readonly only: number | undefined;
  /** Of values of which some are infinite or not a number: what their mean is. */
  readonly notFinite: Exclude<Measured, number> | undefined;
}

/** Per unit of the value, or per decade of the magnitude. */
export function densityOf(ridge: Ridge, values: Values): Density {
  const { n, zeros, counted, linear, magnitudes, mean } = ridge;
  const share = { zeros: n > 0 ? zeros / n : 0, notFinite: typeof mean === 'string' ? mean : undefined };
  if (values === 'linear') {
    const { from, to } = linear;
    const counts = merged(linear.counts, counted);
    const width = (to - from) / Math.max(1, counts.length);
    return {
      ...share,
      edges: [...counts.keys(), counts.length].map((i) => from + i * width),
      heights: counts.map((count) => count / (counted * width)),
      only: counts.length === 0 && zeros < n && typeof mean === 'number' ? from : undefined,
    };
  }
  const edges = [...magnitudes.counts.keys(), magnitudes.counts.length].map((i) => magnitudeEdge(magnitudes.first + i));
  const heights = magnitudes.counts.map((count, i) => count / (counted * decades(edges[i] ?? 1, edges[i + 1] ?? 1)));
  return { ...share, edges: magnitudes.counts.length === 0 ? [] : edges, heights, only: undefined };
}

function decades(from: number, to: number): number {
  return Math.log10(to) - Math.log10(Math.max(from, 2 ** -149));
}

/** As many bins as the values support: 2 · n^⅓ (Rice's rule), by joining neighbors. */
function merged(counts: readonly number[], n: number): readonly number[] {
  const wanted = counts.length / (2 * Math.cbrt(n));
  const group = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20].find((size) => size >= wanted) ?? 24;
  if (group === 1 || counts.length % group !== 0) return counts;
  return Array.from({ length: counts.length / group }, (_, i) =>
    counts.slice(i * group, (i + 1) * group).reduce((sum, count) => sum + count, 0),
  );
}

/** Beyond this ratio between the sizes of two layers, one of them would be a line on a linear axis. */
const apart = 8;

/** The axis that suits these layers. */
export function suitedValues(ridges: readonly Ridge[]): Values {
  const sizes = ridges
    .map(({ linear: { from, to } }) => Math.max(Math.abs(from), Math.abs(to)))
    .filter((size) => size > 0);
  return sizes.length > 1 && Math.max(...sizes) > apart * Math.min(...sizes) ? 'log' : 'linear';
}

export type ValueScale = ScaleContinuousNumeric<number, number>;

/** The share of a layer's smallest values that may be left of the axis of magnitudes. */
const tail = 0.03;

/** One axis for all; in pixels from 0 to `width`. */
export function valueScale(ridges: readonly Ridge[], values: Values, width: number): ValueScale {
  if (values === 'linear') {
    const ends = ridges.flatMap(({ linear: { from, to } }) => [from, to]);
    const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
    return scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [0, width]).nice(5);
  }
  let [low, high] = [Infinity, 0];
  for (const { magnitudes, counted } of ridges) {
    const { first, counts } = magnitudes;
    if (counts.length === 0) continue;
    let rest = tail * counted - magnitudes.below;
    const start = counts.findIndex((count) => (rest -= count) < 0);
    low = Math.min(low, magnitudeEdge(first + Math.max(0, start)));
    high = Math.max(high, magnitudeEdge(first + counts.length));
  }
  if (high === 0) [low, high] = [0.1, 10];
  return scaleLog([low, high], [0, width]).clamp(true);
}

/** Of a digit in an axis, in pixels. */
const digit = 6.5;
const between = 8;

/**
 * As many as fit; on an axis of magnitudes, whole powers of ten. `margin`: how far labels may stand out at the ends, in
 * pixels.
 */
export function ticksOf(
  scale: ValueScale,
  values: Values,
  format: (value: number) => string,
  margin: number,
): readonly number[] {
  const [left = 0, right = 0] = scale.range();
  const widthOf = (tick: number): number => digit * format(tick).length;
  const wanted = Math.max(4, Math.floor((right - left) / (values === 'linear' ? 60 : 36)));
  const fitting = (ticks: readonly number[]): boolean =>
    ticks.every((tick, i) => {
      const next = ticks[i + 1];
      return next === undefined || scale(next) - scale(tick) >= (widthOf(tick) + widthOf(next)) / 2 + between;
    });
  for (let count = wanted; count > 1; count--) {
    const ticks = (values === 'linear' ? scale.ticks(count) : powersIn(scale, count)).filter((tick) => {
      const [at, half] = [scale(tick), widthOf(tick) / 2];
      return at - half >= left - margin && at + half <= right + margin;
    });
    // A single one does not tell the scale.
    const found = [ticks, ticks.filter((_, i) => i % 2 === 0)].find((some) => some.length > 1 && fitting(some));
    if (found) return found;
  }
  return scale.ticks(2).slice(0, 1);
}

function powersIn(scale: ValueScale, count: number): readonly number[] {
  const [low = 0.1, high = 10] = scale.domain();
  const [from, to] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const step = Math.max(1, Math.ceil((to - from + 1) / count));
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, i) =>
    Number(`1e${from + i * step}`),
  );
}

export type Heights = 'common' | 'log' | 'own';

/** Beyond this ratio between the peaks of two ridges, the lower one would be a line on a common scale. */
const mostUnequal = 8;

/** The heights that suit these densities. */
export function suitedHeights(densities: readonly Density[]): Heights {
  const peaks = densities.map(({ heights }) => Math.max(0, ...heights)).filter((peak) => peak > 0);
  return peaks.length > 1 && Math.max(...peaks) > mostUnequal * Math.min(...peaks) ? 'own' : 'common';
}

/** Decades of density that a logarithmic height shows. */
const shownDecades = 4;

/** From a density to a height from 0 to 1. `own`: each ridge relative to its own peak. */
export function heightScale(densities: readonly Density[], heights: Heights): (value: number, of: Density) => number {
  const top = Math.max(0, ...densities.flatMap((density) => density.heights));
  if (top === 0) return () => 0;
  switch (heights) {
    case 'common':
      return (value) => value / top;
    case 'log':
      return (value) => (value > 0 ? Math.max(0, 1 + Math.log10(value / top) / shownDecades) : 0);
    case 'own':
      return (value, of) => value / Math.max(...of.heights, Number.MIN_VALUE);
  }
}

/** In pixels, as paths: from the base at y = 0 upwards (negative y). Both are empty where there is nothing to draw. */
export interface Outline {
  /** Closed. */
  readonly area: string;
  readonly line: string;
}

/** An end that is lower than this share of the peak runs out; a higher one is an edge, as of values from a uniform filler. */
const lowEnd = 0.4;

export function outline(density: Density, scale: ValueScale, height: (value: number) => number): Outline {
  const [start = -Infinity, stop = Infinity] = scale.domain();
  const all = density.heights.map((value, i) => ({
    from: density.edges[i] ?? 0,
    to: density.edges[i + 1] ?? 0,
    height: height(value),
  }));
  const bins = all.filter(({ from, to }) => to > start && from < stop);
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return { area: '', line: '' };
  const peak = Math.max(...bins.map((bin) => bin.height));
  const at = (x: number, y: number): string => `${scale(x).toFixed(1)} ${(y === 0 ? 0 : -y).toFixed(1)}`;
  const end = (x: number, y: number): readonly string[] => (y < lowEnd * peak ? [at(x, 0)] : [at(x, y), at(x, 0)]);
  const middles = bins.map((bin) => at(middleOf(bin.from, bin.to, scale), bin.height));
  // What is left of the axis goes on there: the line has no edge at its end.
  const isCut = first.from < start || all[0] !== first;
  const left = isCut ? [at(start, first.height)] : end(first.from, first.height).toReversed();
  const line = [...left, ...middles, ...end(last.to, last.height)];
  const area = isCut ? [at(start, 0), ...line] : line;
  return { area: `M${area.join('L')}Z`, line: `M${line.join('L')}` };
}

/** In pixels, so that it is the middle on either axis. */
function middleOf(from: number, to: number, scale: ValueScale): number {
  return scale.invert((scale(from) + scale(to)) / 2);
}
