/**
 * Draws the weights for a forecast, as Caffe does after `set_random_seed`, where the draw matters and takes no
 * noticeable time.
 */
import type { InferredLayer, StateAnalysis, Weight } from '../infer/types';
import { lazy } from '../lazy';
import { signalMoments } from '../moments/part';
import type { ParamMoments, Signal } from '../net/signal';
import { fastEngine } from '../random/wasm-engine';
import type { Steps } from '../steps';
import { drawBlobs } from '../weights/draw';
import { drawsRandomly } from '../weights/fill';
import { drawPlan, weightsOf, type DrawPlan } from '../weights/plan';

/**
 * The most values that are drawn, from the first layer on, including those that a recurrent layer draws for its time
 * steps.
 */
const mostDrawn = 1_300_000;

/** One forecast of a longer net takes as long as forecasts for two draws of others. */
const mostLayers = 400;

/**
 * Where the variance of a second moment over draws, relative to its square, is larger, the forecast is made for actual
 * draws.
 */
const muchScatter = 0.01;

const engine = lazy(() => fastEngine());

/**
 * The weights to draw, in the order of `weightsOf`: all up to the last layer that depends noticeably on its draw; empty
 * where none does.
 */
export function weightsToDraw(
  analysis: StateAnalysis,
  param: (weight: Weight) => ParamMoments,
  signals: readonly (Signal | null)[],
): readonly Weight[] {
  if (analysis.layers.length > mostLayers) return [];
  const sensitive = new Set(
    analysis.layers.filter((layer) => scatterOfTop(layer, analysis, signals) > muchScatter).map(({ layer }) => layer),
  );
  const known = drawable(analysis, param);
  return known.slice(0, known.findLastIndex(({ layer }) => sensitive.has(layer)) + 1);
}

/** The weights from the first on whose filler is known, up to `mostDrawn` values. */
function drawable({ layers }: StateAnalysis, param: (weight: Weight) => ParamMoments): readonly Weight[] {
  const known: Weight[] = [];
  let drawn = 0;
  for (const { params, draws } of layers) {
    for (const weight of params) {
      const { distribution } = param(weight);
      if (!distribution || weight.count === null) return known;
      drawn += randomValues(weight, param);
      if (drawn > mostDrawn) return known;
      known.push(weight);
    }
    const { blobs, times } = draws?.again ?? { blobs: [], times: 0 };
    for (const blob of blobs) drawn += times * (params[blob] ? randomValues(params[blob], param) : 0);
  }
  return known;
}

function randomValues(weight: Weight, param: (weight: Weight) => ParamMoments): number {
  const { distribution } = param(weight);
  return distribution && distribution.kind !== 'table' && drawsRandomly(distribution) ? (weight.count ?? 0) : 0;
}

/**
 * How much a filter's top varies with the draws of earlier weights and its own; for the last filter also by its number
 * of channels.
 */
function scatterOfTop(
  { layer, rule, params: [weight] }: InferredLayer,
  { layers }: StateAnalysis,
  signals: readonly (Signal | null)[],
): number {
  if (!rule?.startsGradient || !weight?.count) return 0;
  const scatterOf = (id: number | undefined): number => {
    const signal = signals[id ?? -1];
    return signal ? signalMoments(signal).scatter : 0;
  };
  const isLast = layers.findLastIndex((other) => other.rule?.startsGradient) === layer.index;
  return (
    2 / weight.count + Math.max(scatterOf(layer.bottoms[0]?.blob?.id), isLast ? scatterOf(layer.tops[0]?.blob.id) : 0)
  );
}

/** Moments of weights, with their drawn values. */
export function* drawing(
  analysis: StateAnalysis,
  sensitive: readonly Weight[],
  param: (weight: Weight) => ParamMoments,
  seed: number,
): Steps<(weight: Weight) => ParamMoments> {
  const plan = drawPlan(analysis);
  const weights = weightsOf(analysis);
  const changed: DrawPlan = {
    ...plan,
    blobs: plan.blobs.map((blob, i) => ({ ...blob, distribution: weights[i] && param(weights[i]).distribution })),
  };
  const draw = drawBlobs(changed, seed, engine());
  const found = new Map<Weight, ParamMoments>();
  for (const [i, weight] of sensitive.entries()) {
    const own = param(weight);
    // A nonzero mean of the weights adds a sum shared by all outputs, which the moments already cover.
    const centred = own.mean === 0 && (own.distribution?.kind === 'uniform' || own.distribution?.kind === 'normal');
    if (!centred || draw.facts(i)?.unsure !== undefined) continue;
    found.set(weight, { ...own, values: draw.values(i)?.values });
    yield undefined;
  }
  return (weight) => found.get(weight) ?? param(weight);
}
