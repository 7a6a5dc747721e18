import { none } from '../lists';
import type { InferredLayer } from '../infer/types';
import type { Problem } from '../problems';
import { bools } from '../schema/message';
import type { NetCheck } from './check';
import type { NetFacts } from './facts';

/**
 * Some layers abort when they must compute the gradient of a bottom, such as a loss for its labels. Caffe asks for that
 * gradient where the bottom depends on what learns and the layer leads to a loss (net.cpp, Init), unless
 * `propagate_down` says otherwise.
 */
export const noGradient: NetCheck = {
  kind: 'net',
  code: 'check/no-gradient',
  find: (facts) =>
    facts.hasLoss ? facts.analysis.layers.flatMap((inferred) => rejectedGradients(inferred, facts)) : [],
};

function rejectedGradients({ layer, rule }: InferredLayer, { learns, leadsToLoss }: NetFacts): readonly Problem[] {
  const rejected = rule?.noGradient;
  if (!rejected || leadsToLoss[layer.index] !== true) return none;
  const propagates = bools(layer.message, 'propagate_down');
  return layer.bottoms.flatMap(({ name, span, blob }, i): readonly Problem[] => {
    const rejects = rejected === 'any' || rejected.includes(i) || rejected.includes(i - layer.bottoms.length);
    if (!rejects || !blob || learns[blob.layer] !== true || propagates[i] === false) return none;
    return [{ code: 'check/no-gradient', span, args: { type: layer.type, blob: name } }];
  });
}
