/** Facts that advice needs about a net in one state besides its shapes: which layers read a blob, and what learns. */
import type { InferredLayer, StateAnalysis, Weight } from '../infer/types';
import { appended, none } from '../lists';
import { lossWeightsOf } from '../net/heads';
import type { TopRef } from '../net/model';
import { isUnread, subs } from '../schema/message';

export interface NetFacts {
  readonly analysis: StateAnalysis;
  /** True where some top counts as a loss: without one nothing learns. */
  readonly hasLoss: boolean;
  /** The layers that read a blob version, by `Blob.id`; undefined where none does. */
  readonly readers: readonly (readonly InferredLayer[] | undefined)[];
  /** By layer: whether a layer below it learns. */
  readonly learnsBelow: readonly boolean[];
  /** By layer: whether it or a layer below it learns, so that its tops change in training. */
  readonly learns: readonly boolean[];
  /** By `Blob.id`: whether it needs a gradient, since it depends on what learns. */
  readonly needsGradient: readonly boolean[];
  /** By layer: whether it is a loss, or a layer above it is. */
  readonly leadsToLoss: readonly boolean[];
  /** By layer: whether a layer above it has weights of its own. */
  readonly weightsAbove: readonly boolean[];
}

export function factsOf(analysis: StateAnalysis): NetFacts {
  const { layers, net } = analysis;
  const readers = new Array<InferredLayer[] | undefined>(net.blobs.length).fill(undefined);
  const learnsBelow: boolean[] = [];
  const learning: boolean[] = [];
  const needsGradient = new Array<boolean>(net.blobs.length).fill(false);
  let hasLoss = false;
  for (const inferred of layers) {
    const { layer, params } = inferred;
    hasLoss ||= isLoss(inferred);
    let below = false;
    for (let k = 0; k < layer.bottoms.length; k++) {
      const blob = layer.bottoms[k]?.blob;
      if (!blob) continue;
      readers[blob.id] = appended(readers[blob.id], inferred);
      below ||= needsGradient[blob.id] === true;
    }
    const needs = below || params.some(canLearn);
    learnsBelow.push(below);
    learning.push(needs);
    if (needs)
      for (let k = 0; k < layer.tops.length; k++) {
        const { blob } = layer.tops[k] as TopRef;
        needsGradient[blob.id] = topNeeds(inferred, k, needsGradient);
      }
  }
  const weightsAbove = new Array<boolean>(layers.length).fill(false);
  const leadsToLoss = layers.map(isLoss);
  for (let i = layers.length - 1; i >= 0; i--) {
    const above = readersOf(layers[i]?.layer.tops ?? none, readers);
    for (let k = 0; k < above.length; k++) {
      const { layer, params } = above[k] as InferredLayer;
      leadsToLoss[i] ||= leadsToLoss[layer.index] === true;
      weightsAbove[i] ||= weightsAbove[layer.index] === true || params.some(isWeight);
    }
  }
  return { analysis, hasLoss, readers, learnsBelow, learns: learning, needsGradient, leadsToLoss, weightsAbove };
}

/** Whether a top of a layer that learns, or of one above it, needs a gradient. */
function topNeeds({ layer, rule }: InferredLayer, index: number, needsGradient: readonly boolean[]): boolean {
  const [top, bottom] = [layer.tops[index], layer.bottoms[index]];
  if (!rule?.gradientByBottom || !bottom?.blob || top?.name === bottom.name) return true;
  return needsGradient[bottom.blob.id] === true;
}

function readersOf(tops: readonly TopRef[], readers: NetFacts['readers']): readonly InferredLayer[] {
  const [first] = tops;
  return tops.length === 1 && first
    ? (readers[first.blob.id] ?? none)
    : tops.flatMap(({ blob }) => readers[blob.id] ?? none);
}

/** True for a blob that the solver updates: it has a learning rate, and the state has a loss. */
export function learns(weight: Weight, { hasLoss }: NetFacts): boolean {
  return hasLoss && canLearn(weight);
}

/** True for a blob that multiplies the layer's input; false for one that is added, such as a bias. */
export function isWeight({ fillerField }: Weight): boolean {
  return fillerField === 'weight_filler';
}

/** False where its `lr_mult` cannot be read: it may be 0. */
export function canLearn({ lrMult, layer: { message }, index }: Weight): boolean {
  if (lrMult === 0) return false;
  const spec = message.state === 'unreadable' ? subs(message, 'param')[index] : undefined;
  return !spec || !isUnread(spec, 'lr_mult');
}

function isLoss(inferred: InferredLayer): boolean {
  return inferred.layer.tops.some((_, i) => isLossTop(inferred, i));
}

/**
 * The first top of a loss layer counts unless its `loss_weight` is 0; any other top counts where it has a weight, or one
 * that cannot be read.
 */
export function isLossTop({ layer, rule }: InferredLayer, top: number): boolean {
  const weights = lossWeightsOf(layer.message);
  if (weights.length === 0) return top === 0 && rule?.arity.automaticTops !== undefined;
  return weights[top] !== undefined && weights[top] !== 0;
}
