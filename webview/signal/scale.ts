/** Maps layers and values to chart coordinates. */
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
  readonly deepest: number;
  /** Powers of ten at the bottom and the top. */
  readonly low: number;
  readonly high: number;
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
  // The area between the draws of the first line must fit.
  if (way === 'forward')
    lines
      .find(({ name }) => name !== 'measured')
      ?.scenario.draws.forEach((draws, i) => draws.forEach((value) => include(value, i)));
  const deepest = layers.reduce((most, { depth, ends }) => (ends ? most : Math.max(most, depth)), 1);
  return {
    ...size,
    left: 62,
    right: size.width - 14,
    top: 10,
    bottom: size.height - 24,
    deepest,
    low: Math.floor(low - 0.15),
    high: Math.ceil(high + 0.15),
  };
}

export function xOf({ left, right, deepest }: Scale, depth: number): number {
  return left + ((right - left) * depth) / deepest;
}

/** `power`: an exponent of ten; values outside the chart are clamped. */
export function yOf({ top, bottom, low, high }: Scale, power: number): number {
  return bottom - ((bottom - top) * (Math.max(low, Math.min(high, power)) - low)) / (high - low);
}

/** The powers of ten that get a grid line: about ten at most. */
export function gridOf({ low, high }: Scale): readonly number[] {
  const step = [1, 2, 5, 10, 20].find((each) => (high - low) / each <= 8) ?? 40;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, i) => first + i * step);
}

export function depthsOf({ deepest, right, left }: Scale): readonly number[] {
  const most = Math.max(2, Math.floor((right - left) / 56));
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => deepest / each <= most) ?? 1000;
  return Array.from({ length: Math.floor(deepest / step) + 1 }, (_, i) => i * step);
}
