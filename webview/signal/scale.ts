/** Maps layers and values to chart coordinates. */
import { scaleLinear, scaleLog, type ScaleLinear, type ScaleLogarithmic } from 'd3-scale';
import type { SignalLayer } from '#protocol/signal';
import type { Line } from './lines';

export type Way = 'forward' | 'back';

export interface Scale {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Of depths. */
  readonly x: ScaleLinear<number, number>;
  /** Of values relative to the reference; those outside the chart are at its edge. */
  readonly y: ScaleLogarithmic<number, number>;
}

/** The limits of the chart, as powers of ten, so that diverging values don't flatten the rest. */
const lowest = -40;
const highest = 12;

export function scaleFor(
  layers: readonly SignalLayer[],
  lines: readonly Line[],
  way: Way,
  reference: number,
  size: { readonly width: number; readonly height: number },
): Scale {
  let low = -1;
  let high = 1;
  const include = (value: number | null, layer: number): void => {
    if (value === null || value <= 0 || layers[layer]?.ends) return;
    const power = Math.max(lowest, Math.min(highest, Math.log10(value / reference)));
    low = Math.min(low, power);
    high = Math.max(high, power);
  };
  for (const { scenario } of lines) scenario[way].forEach(include);
  const deepest = layers.reduce((most, { depth, ends }) => (ends ? most : Math.max(most, depth)), 1);
  const [left, right, top, bottom] = [62, size.width - 14, 10, size.height - 40];
  return {
    ...size,
    left,
    right,
    top,
    bottom,
    x: scaleLinear([0, deepest], [left, right]),
    y: scaleLog([10 ** Math.floor(low - 0.15), 10 ** Math.ceil(high + 0.15)], [bottom, top]).clamp(true),
  };
}

/** Powers of ten, about eight at most. */
export function ticksOf({ y }: Scale): readonly number[] {
  return y.ticks(8).filter((value) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9);
}

export function depthsOf({ x, left, right }: Scale): readonly number[] {
  return x.ticks(Math.max(2, Math.floor((right - left) / 56))).filter(Number.isInteger);
}
