/**
 * The forecast: how a net, as written, passes the signal and the gradient on, from its shapes and fillers alone. It is the
 * typical value over all draws of the weights; a run measures one draw.
 */
import type { InferredLayer, StateAnalysis, Weight } from '../infer/types';
import { runToEnd, type Steps } from '../steps';
import type { MomentsInput, ParamMoments, SourceMoments } from '../net/signal';
import { backwards, forwards, ownMoments, startOf, type PassedLayer } from './pass';

export interface LayerForecast extends PassedLayer {
  readonly layer: InferredLayer;
}

export interface Forecast {
  readonly source: SourceMoments;
  readonly layers: readonly LayerForecast[];
  /** Index of the layer at whose top the gradient starts; -1 without one. */
  readonly start: number;
}

export interface ForecastOptions {
  readonly source?: SourceMoments;
  /** Moments of a weight that replace those of its filler, for "what if" scenarios. */
  readonly param?: (weight: Weight) => ParamMoments;
  /** See `MomentsInput`. Default: `start`. */
  readonly statistics?: MomentsInput['statistics'];
}

export const standardSource: SourceMoments = { mean: 0, secondMoment: 1 };

export function forecast(analysis: StateAnalysis, options: ForecastOptions = {}): Forecast {
  return runToEnd(forecasting(analysis, options));
}

/** The same in steps, so that the caller can do other work in between. */
export function* forecasting(analysis: StateAnalysis, options: ForecastOptions = {}): Steps<Forecast> {
  const { source = standardSource, param = ownMoments, statistics = 'start' } = options;
  const passed = yield* backwards(analysis, yield* forwards(analysis, { source, param, statistics }));
  return {
    source,
    layers: passed.map((each, i): LayerForecast => ({ ...each, layer: analysis.layers[i] as InferredLayer })),
    start: startOf(analysis.layers),
  };
}
