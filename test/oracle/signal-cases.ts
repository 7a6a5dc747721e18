/** The forecast compared with measurements in a real Caffe: `oracle/signal.jsonl`. */
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { forecast } from '#core/signal/forecast';
import type { Phase } from '#core/net/model';
import { readShared, readSharedLines } from '../support/shared';
import { casesOf } from './cases';

interface Measured {
  readonly file: string;
  readonly phase: Phase;
  readonly layers: readonly {
    readonly name: string;
    readonly type: string;
    readonly tops: readonly { readonly blob: string; readonly mean: number; readonly second_moment: number }[];
    readonly bottom_gradient?: readonly number[];
  }[];
}

/** A number measured in Caffe and its forecast, null if it is not modelled. */
export interface Pair {
  readonly file: string;
  readonly layer: string;
  readonly type: string;
  readonly kind: 'top' | 'gradient';
  readonly blob: string;
  readonly measured: number;
  readonly forecast: number | null;
}

/**
 * The measured nets had the weights of seeds 1701 and 1702, averaged; the forecast is the typical value over all draws.
 */
export function signalPairs(): readonly Pair[] {
  const datums = new Map(casesOf('corpus').map(({ id, datum }) => [id, datum]));
  return (readSharedLines('oracle/signal.jsonl') as Measured[]).flatMap((measured) => {
    const { file, phase } = measured;
    const datum = datums.get(`${file} ${phase}`);
    const analysis = analyze(readShared(`corpus/files/${file}`), {
      dialect: bvlc,
      ...(datum ? { world: { datum } } : {}),
    });
    const state = analysis.state({ phase, level: 0, stages: [] });
    return pairsOf(measured, forecast(state));
  });
}

function pairsOf({ file, layers }: Measured, { layers: forecasts }: ReturnType<typeof forecast>): readonly Pair[] {
  return layers.flatMap(({ name, type, tops, bottom_gradient: gradients = [] }) => {
    const found = forecasts.find(
      ({ layer: { layer } }) => layer.name === name && layer.tops[0]?.name === tops[0]?.blob,
    );
    const place = { file, layer: name, type };
    return [
      ...tops.map(
        (top, i): Pair => ({
          ...place,
          kind: 'top',
          blob: top.blob,
          measured: top.second_moment,
          forecast: found?.tops[i]?.secondMoment ?? null,
        }),
      ),
      ...gradients.map(
        (measured, i): Pair => ({
          ...place,
          kind: 'gradient',
          blob: found?.layer.layer.bottoms[i]?.name ?? '',
          measured,
          forecast: found?.bottomGradients[i] ?? null,
        }),
      ),
    ];
  });
}

/** The layer types that the documented accuracy covers. */
export const ratedTypes: ReadonlySet<string> = new Set([
  'Convolution',
  'Deconvolution',
  'InnerProduct',
  'Pooling',
  'LRN',
  'Sigmoid',
  'TanH',
  'Eltwise',
]);

export interface Rates {
  readonly pairs: number;
  readonly modelled: number;
  /** Median of |forecast / measured − 1|. */
  readonly median: number;
  /** The share of numbers within these factors. */
  readonly within13: number;
  readonly within15: number;
  /** The largest factor between the two. */
  readonly worst: number;
}

export function ratesOf(pairs: readonly Pair[]): Rates {
  const modelled = pairs.filter((pair) => pair.forecast !== null);
  const both = modelled.filter(({ measured, forecast: value }) => measured > 0 && (value ?? 0) > 0);
  const factors = both.map(factorOf);
  const errors = both
    .map(({ measured, forecast: value }) => Math.abs((value ?? 0) / measured - 1))
    .sort((a, b) => a - b);
  const share = (limit: number): number =>
    factors.filter((factor) => factor <= limit).length / Math.max(1, factors.length);
  return {
    pairs: pairs.length,
    modelled: modelled.length,
    median: errors[Math.floor(errors.length / 2)] ?? 0,
    within13: share(1.3),
    within15: share(1.5),
    worst: Math.max(1, ...factors),
  };
}

/** The factor between the two, at least 1. */
export function factorOf({ measured, forecast: value }: Pair): number {
  const ratio = (value ?? 0) / measured;
  return ratio > 1 ? ratio : 1 / ratio;
}
