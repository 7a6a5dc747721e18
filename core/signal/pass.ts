/**
 * Passes the signal through a net with given weights: the layers' moments from first to last, then the gradient back
 * from the last Convolution, Deconvolution or InnerProduct, whose top gets a gradient of N(0, 1).
 */
import type { InferredLayer, StateAnalysis, Weight } from '../infer/types';
import { paramOf } from '../infer/param-of';
import { appended } from '../lists';
import type { Steps } from '../steps';
import { added, secondOf, uniform } from '../moments/gradient';
import { signalMoments } from '../moments/part';
import { dataMoments } from '../moments/source';
import type { Gradient, Moments, MomentsInput, ParamMoments, Signal, SourceMoments } from '../net/signal';

export interface BlobMoments {
  readonly mean: number;
  readonly secondMoment: number;
}

export interface PassedLayer {
  /** One per top; null where the layer, or an earlier one, isn't modelled. */
  readonly tops: readonly (BlobMoments | null)[];
  /** E[gradient²] that arrives at each top; null where none does. */
  readonly topGradients: readonly (number | null)[];
  /** E[gradient²] passed to each bottom; null where it isn't modelled or none arrives. */
  readonly bottomGradients: readonly (number | null)[];
}

/** The results of the forward pass that the backward pass needs. */
export interface Forward {
  /** One per layer. */
  readonly passed: readonly (Moments | null)[];
  /** By `Blob.id`. */
  readonly signals: readonly (Signal | null)[];
}

export interface PassOptions {
  readonly source: SourceMoments;
  readonly param: (weight: Weight) => ParamMoments;
  readonly statistics: MomentsInput['statistics'];
}

/** In steps of some layers. */
export function* forwards(analysis: StateAnalysis, options: PassOptions): Steps<Forward> {
  const signals: (Signal | null)[] = new Array<Signal | null>(analysis.net.blobs.length).fill(null);
  const passed: (Moments | null)[] = [];
  for (const layer of analysis.layers) {
    const moments = momentsOf(layer, analysis, signals, options);
    layer.layer.tops.forEach((top, i) => (signals[top.blob.id] = moments?.tops[i] ?? null));
    passed.push(moments);
    if (passed.length % layersAtOnce === 0) yield undefined;
  }
  return { passed, signals };
}

/** In steps of some layers; the results include those of the forward pass. */
export function* backwards(analysis: StateAnalysis, { passed, signals }: Forward): Steps<readonly PassedLayer[]> {
  const gradients = yield* gradientsOf(analysis, passed, signals, startOf(analysis.layers));
  return analysis.layers.map(
    ({ layer }, i): PassedLayer => ({
      tops: layer.tops.map(({ blob }) => blobMoments(signals[blob.id])),
      topGradients: gradients[i]?.tops ?? [],
      bottomGradients: gradients[i]?.bottoms ?? [],
    }),
  );
}

const layersAtOnce = 50;

export function ownMoments({ shape, mean, std, distribution }: Weight): ParamMoments {
  return { shape, mean, std, distribution };
}

/** A layer without bottoms and without a model, such as a fork's data layer, is a source if the shape of its top is known. */
function momentsOf(
  inferred: InferredLayer,
  { net }: StateAnalysis,
  signals: readonly (Signal | null)[],
  { source, statistics, param }: PassOptions,
): Moments | null {
  const { layer, rule, bottoms, tops, params, fills } = inferred;
  const moments = rule?.moments ?? (layer.bottoms.length === 0 && tops[0] ? dataMoments : undefined);
  if (!moments) return null;
  return moments({
    layer,
    param: rule ? paramOf(layer, rule) : layer.message,
    state: net.state,
    bottoms: layer.bottoms.map(({ blob }) => (blob ? (signals[blob.id] ?? null) : null)),
    bottomShapes: bottoms,
    topShapes: tops,
    params: params.map(param),
    fills: fills.map(ownMoments),
    source,
    statistics,
  });
}

function blobMoments(signal: Signal | null | undefined): BlobMoments | null {
  if (!signal) return null;
  const { mean, second } = signalMoments(signal);
  return Number.isFinite(second) ? { mean, secondMoment: second } : null;
}

/** The last layer at whose top a gradient may start. */
export function startOf(layers: readonly InferredLayer[]): number {
  return layers.findLastIndex(({ rule }) => rule?.startsGradient);
}

interface LayerGradients {
  readonly tops: readonly (number | null)[];
  readonly bottoms: readonly (number | null)[];
}

function* gradientsOf(
  { layers }: StateAnalysis,
  passed: readonly (Moments | null)[],
  signals: readonly (Signal | null)[],
  start: number,
): Steps<readonly (LayerGradients | undefined)[]> {
  const arriving = new Map<number, Gradient[]>();
  const found: (LayerGradients | undefined)[] = [];
  for (const { blob } of layers[start]?.layer.tops ?? []) {
    arriving.set(blob.id, [uniform(1)]);
  }
  for (let i = start; i >= 0; i--) {
    const { layer } = layers[i] as InferredLayer;
    const tops = layer.tops.map(({ blob }) => {
      const gradients = arriving.get(blob.id);
      return gradients ? added(gradients) : null;
    });
    const moments = passed[i];
    const bottoms = moments && tops.some((gradient) => gradient) ? moments.backward(tops) : [];
    layer.bottoms.forEach(({ blob }, j) => {
      const gradient = bottoms[j];
      if (blob && gradient) arriving.set(blob.id, appended(arriving.get(blob.id), gradient));
    });
    found[i] = {
      tops: tops.map((gradient, j) => size(gradient, signals[layer.tops[j]?.blob.id ?? -1])),
      bottoms: layer.bottoms.map(({ blob }, j) => size(bottoms[j] ?? null, signals[blob?.id ?? -1])),
    };
    if (i % layersAtOnce === 0) yield undefined;
  }
  return found;
}

function size(gradient: Gradient | null, signal: Signal | null | undefined): number | null {
  const second = gradient && secondOf(gradient, signal?.parts ?? []);
  return second !== null && Number.isFinite(second) ? second : null;
}
