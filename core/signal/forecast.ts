/**
 * The forecast: how a net, as written, passes the signal on. With few channels the result depends on the drawn weights;
 * where that matters, the forecast is the mean over two draws, unless a single one is asked for.
 */
import type { InferredLayer, StateAnalysis, Weight } from '../infer/types';
import { runToEnd, type Steps } from '../steps';
import type { MomentsInput, ParamMoments, SourceMoments } from '../net/signal';
import { usualSeed } from '../weights/seed';
import { drawing, weightsToDraw } from './draws';
import { backwards, forwards, ownMoments, startOf, type BlobMoments, type PassedLayer } from './pass';

/** Means over the draws. */
export interface LayerForecast extends PassedLayer {
  readonly layer: InferredLayer;
  /** The first top's second moment in each of the draws; empty where draws are not computed separately. */
  readonly draws: readonly number[];
}

export interface Forecast {
  readonly source: SourceMoments;
  readonly layers: readonly LayerForecast[];
  /** Index of the layer at whose top the gradient starts; -1 without one. */
  readonly start: number;
  /** The seeds of the draws it is computed from; empty where draws make no difference. */
  readonly seeds: readonly number[];
}

export interface ForecastOptions {
  readonly source?: SourceMoments;
  /** Moments of a weight that replace those of its filler, for "what if" scenarios. */
  readonly param?: (weight: Weight) => ParamMoments;
  /** See `MomentsInput`. Default: `start`. */
  readonly statistics?: MomentsInput['statistics'];
  /** The argument of Caffe's `set_random_seed` for each draw; empty: the average over all draws. */
  readonly seeds?: readonly number[];
}

export const standardSource: SourceMoments = { mean: 0, secondMoment: 1 };

/** The seed of Caffe's own tests, and the next one, since a single draw may be untypical. */
export const usualSeeds: readonly number[] = [usualSeed, usualSeed + 1];

export function forecast(analysis: StateAnalysis, options: ForecastOptions = {}): Forecast {
  return runToEnd(forecasting(analysis, options));
}

/** The same in steps, so that the caller can do other work in between. */
export function* forecasting(analysis: StateAnalysis, options: ForecastOptions = {}): Steps<Forecast> {
  const { source = standardSource, param = ownMoments, statistics = 'start', seeds = usualSeeds } = options;
  const start = startOf(analysis.layers);
  const typical = yield* forwards(analysis, { source, param, statistics });
  const chosen = seeds.length > 0 ? weightsToDraw(analysis, param, typical.signals) : [];
  const passes: (readonly PassedLayer[])[] = [];
  if (chosen.length === 0) passes.push(yield* backwards(analysis, typical));
  else {
    for (const seed of seeds) {
      const drawn = yield* drawing(analysis, chosen, param, seed);
      passes.push(yield* backwards(analysis, yield* forwards(analysis, { source, param: drawn, statistics })));
    }
  }
  const layers = analysis.layers.map((layer, i): LayerForecast => {
    const own = passes.flatMap((each) => each[i] ?? []);
    return {
      layer,
      ...meanOf(own),
      draws: chosen.length > 0 ? own.flatMap(({ tops: [top] }) => top?.secondMoment ?? []) : [],
    };
  });
  return { source, layers, start, seeds: chosen.length > 0 ? seeds : [] };
}

function meanOf(draws: readonly PassedLayer[]): PassedLayer {
  const [first] = draws;
  if (first && draws.length === 1) return first;
  const each = (of: (layer: PassedLayer) => readonly (number | null)[]): readonly (number | null)[] =>
    (first ? of(first) : []).map((_, i) => mean(draws.map((layer) => of(layer)[i] ?? null)));
  const tops = (first?.tops ?? []).map((_, i): BlobMoments | null => {
    const [average, secondMoment] = [
      mean(draws.map((layer) => layer.tops[i]?.mean ?? null)),
      mean(draws.map((layer) => layer.tops[i]?.secondMoment ?? null)),
    ];
    return average === null || secondMoment === null ? null : { mean: average, secondMoment };
  });
  return {
    tops,
    topGradients: each((layer) => layer.topGradients),
    bottomGradients: each((layer) => layer.bottomGradients),
  };
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
