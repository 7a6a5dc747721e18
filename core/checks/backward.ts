/**
 * Which gradients Backward computes in one state (net.cpp, Init): none that no loss needs, and none that
 * `propagate_down` excludes.
 */
import type { InferredLayer } from '../infer/types';
import { entriesOf } from '../schema/message';
import { isLossTop, type NetFacts } from './facts';

/**
 * By layer and bottom: whether Backward asks the layer for the gradient of the bottom. A layer whose tops are all read
 * without a gradient is left out, and so is what only it needs.
 */
export function gradientsAsked({ analysis, needsGradient }: NetFacts): readonly (readonly boolean[])[] {
  const { layers, net } = analysis;
  /** By blob version: whether a reader leads to a loss, and whether a reader needs its gradient. */
  const leadsToLoss = new Array<boolean>(net.blobs.length).fill(false);
  const isNeeded = new Array<boolean>(net.blobs.length).fill(false);
  const isRead = new Array<boolean>(net.blobs.length).fill(false);
  const asked = new Array<readonly boolean[]>(layers.length).fill([]);
  for (let index = layers.length - 1; index >= 0; index--) {
    const inferred = layers[index] as InferredLayer;
    const { bottoms, tops, message } = inferred.layer;
    const isLoss = tops.some(({ blob }, i) => isLossTop(inferred, i) || leadsToLoss[blob.id]);
    const runs = tops.some(({ blob }, i) => isLossTop(inferred, i) || !isRead[blob.id] || isNeeded[blob.id]);
    const propagates = entriesOf(message, 'propagate_down');
    asked[index] = bottoms.map(({ blob }, i) => {
      if (!blob) return false;
      // One that cannot be read counts as false.
      const entry = propagates[i];
      const asks = isLoss && runs && (entry ? entry.value === true : needsGradient[blob.id] === true);
      isRead[blob.id] = true;
      leadsToLoss[blob.id] ||= isLoss;
      isNeeded[blob.id] ||= asks;
      return asks;
    });
  }
  return asked;
}
