/** Faults of a net that the forecast shows, each at the first layer where it appears. A run is judged by the same limits. */
import { cumulative } from '../moments/normal';
import type { Forecast, LayerForecast } from './forecast';
import { gainOf, momentsOfBottom } from './gain';

/**
 * A second moment this small relative to the input's has vanished, and so has a gradient relative to that at the
 * output.
 */
const vanished = 1e-4;
const exploded = 1e4;

/** From this share on of a layer's values that are saturated, or of its units that are 0, the layer has a problem. */
export const problemShare = 0.5;

/** `ratio`: a second moment relative to the input's, or to that at the output; undefined where it is neither. */
export function sizeOf(ratio: number): 'vanishing' | 'exploding' | undefined {
  return ratio > 0 && ratio < vanished ? 'vanishing' : ratio > exploded ? 'exploding' : undefined;
}

export type Verdict =
  /** `value` is relative to the input, or to the output's gradient; `cause`: the layers of filters that cause it. */
  | {
      readonly kind: 'vanishing' | 'exploding' | 'vanishing-gradient' | 'exploding-gradient';
      readonly layer: number;
      readonly value: number;
      readonly cause: Cause | undefined;
    }
  /** A layer whose values are all ≤ 0, before a rectifier. */
  | { readonly kind: 'dead'; readonly layer: number; readonly rectifier: number }
  /** An activation; `share`: how many of its values are saturated, from 0 to 1. */
  | { readonly kind: 'saturating'; readonly layer: number; readonly share: number };

/** The filler that causes most of the change, over the layers in between. */
export interface Cause {
  readonly filler: string;
  /** The first layer with it. */
  readonly layer: number;
  readonly count: number;
  /** The geometric mean of the factors on the second moment by these layers, including the activations after them. */
  readonly gain: number;
  /** True where all of these are before a rectifier. */
  readonly rectified: boolean;
  /** True where the filler already scales by the fans. */
  readonly scales: boolean;
}

export interface Judged {
  /** False for layers without later layers that have weights: their tops are the net's outputs. */
  readonly matters: (layer: number) => boolean;
  /** True for layers with something to learn below. */
  readonly learnsBelow: (layer: number) => boolean;
  /** The layer that reads this one's first top and cuts off values below 0. */
  readonly rectifier: (layer: number) => number | undefined;
}

export function verdicts(forecast: Forecast, judged: Judged): readonly Verdict[] {
  return [...forwards(forecast, judged), ...backwards(forecast, judged), ...neurons(forecast, judged)];
}

function forwards(forecast: Forecast, { matters, rectifier }: Judged): readonly Verdict[] {
  const { layers, source } = forecast;
  const found = (kind: 'vanishing' | 'exploding'): readonly Verdict[] => {
    const index = layers.findIndex(
      ({ tops: [top], layer: { layer } }, i) =>
        // What a data layer outputs is the input, and no fault of the net.
        layer.bottoms.length > 0 && top && matters(i) && sizeOf(top.secondMoment / source.secondMoment) === kind,
    );
    const second = layers[index]?.tops[0]?.secondMoment;
    if (second === undefined) return [];
    const value = second / source.secondMoment;
    return [{ kind, layer: index, value, cause: causeOf(forecast, 0, index + 1, rectifier, 'forward', value) }];
  };
  return [...found('vanishing'), ...found('exploding')];
}

function backwards(forecast: Forecast, { learnsBelow, rectifier }: Judged): readonly Verdict[] {
  const { layers, start } = forecast;
  const found = (size: 'vanishing' | 'exploding'): readonly Verdict[] => {
    const index = layers.findLastIndex(
      ({ bottomGradients: [gradient = null] }, i) => gradient !== null && learnsBelow(i) && sizeOf(gradient) === size,
    );
    const value = layers[index]?.bottomGradients[0] ?? null;
    if (value === null) return [];
    const cause = causeOf(forecast, index, start + 1, rectifier, 'back', value);
    return [{ kind: `${size}-gradient`, layer: index, value, cause }];
  };
  return [...found('vanishing'), ...found('exploding')];
}

function neurons({ layers }: Forecast, { matters, rectifier }: Judged): readonly Verdict[] {
  const found: Verdict[] = [];
  const dead = layers.findIndex(
    (layer, i) =>
      matters(i) &&
      layers[rectifier(i) ?? -1]?.tops[0]?.secondMoment === 0 &&
      (momentsOfBottom(layers, layer)?.secondMoment ?? 0) > 0,
  );
  const following = rectifier(dead);
  if (following !== undefined) found.push({ kind: 'dead', layer: dead, rectifier: following });
  const saturating = layers.findIndex((layer, i) => matters(i) && saturatedShare(layers, layer) >= problemShare);
  const neuron = layers[saturating];
  if (neuron) found.push({ kind: 'saturating', layer: saturating, share: saturatedShare(layers, neuron) });
  return found;
}

/** Of the values of an activation, whose input is taken to be normal; 0 for other layers. */
function saturatedShare(layers: readonly LayerForecast[], layer: LayerForecast): number {
  const { saturates } = layer.layer.rule ?? {};
  const moments = momentsOfBottom(layers, layer);
  if (!saturates || !moments) return 0;
  const { mean, secondMoment } = moments;
  const std = Math.sqrt(Math.max(0, secondMoment - mean * mean));
  if (std === 0) return Math.abs(mean) > saturates.input ? 1 : 0;
  return cumulative((-saturates.input - mean) / std) + cumulative((mean - saturates.input) / std);
}

/** Among the layers of filters in [from, to), those of the filler that causes most of the change to `value`. */
function causeOf(
  forecast: Forecast,
  from: number,
  to: number,
  rectifier: Judged['rectifier'],
  way: 'forward' | 'back',
  value: number,
): Cause | undefined {
  const sign = value < 1 ? -1 : 1;
  const byFiller = new Map<
    string,
    { layer: number; count: number; log: number; rectified: boolean; scales: boolean }
  >();
  for (let i = from; i < to; i++) {
    const weight = forecast.layers[i]?.layer.params[0];
    const own = gainOf(forecast, i)[way];
    if (!weight?.filler || !forecast.layers[i]?.layer.rule?.startsGradient || own === null || own === 0) continue;
    const following = rectifier(i);
    const log = Math.log(own) + Math.log((following === undefined ? 1 : gainOf(forecast, following)[way]) ?? 1);
    const sum = byFiller.get(weight.filler) ?? {
      layer: i,
      count: 0,
      log: 0,
      rectified: true,
      scales: weight.n !== null,
    };
    byFiller.set(weight.filler, {
      layer: sum.layer,
      count: sum.count + 1,
      log: sum.log + log,
      rectified: sum.rectified && following !== undefined,
      scales: sum.scales,
    });
  }
  const [most] = [...byFiller].sort(([, a], [, b]) => sign * (b.log - a.log));
  // It is the cause only if it makes up at least half of the change.
  if (!most || sign * most[1].log < Math.abs(Math.log(value)) / 2) return undefined;
  const [filler, { layer, count, log, rectified, scales }] = most;
  return { filler, layer, count, gain: Math.exp(log / count), rectified, scales };
}
