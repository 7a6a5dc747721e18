import { none } from '../lists';
import type { InferredLayer } from '../infer/types';
import type { Problem } from '../problems';
import { gradientsAsked } from './backward';
import type { NetCheck } from './check';
import type { NetFacts } from './facts';

/**
 * Some layers abort when they must compute the gradient of a bottom, such as a loss for its labels. Only the solver's
 * training net runs Backward.
 */
export const noGradient: NetCheck = {
  kind: 'net',
  code: 'check/no-gradient',
  find: (facts) => (facts.hasLoss && facts.analysis.state.phase === 'TRAIN' ? rejectedIn(facts) : none),
};

function rejectedIn(facts: NetFacts): readonly Problem[] {
  const { layers } = facts.analysis;
  if (layers.every(({ rule }) => rule?.noGradient === undefined)) return none;
  const asked = gradientsAsked(facts);
  return layers.flatMap((inferred, i) => rejectedGradients(inferred, asked[i] ?? none, facts));
}

function rejectedGradients(
  { layer, rule }: InferredLayer,
  asked: readonly boolean[],
  { needsGradient }: NetFacts,
): readonly Problem[] {
  const rejected = rule?.noGradient;
  if (!rejected) return none;
  return layer.bottoms.flatMap(({ name, span, blob }, i): readonly Problem[] => {
    const rejects = rejected === 'any' || rejected.includes(i) || rejected.includes(i - layer.bottoms.length);
    if (!rejects || !blob || needsGradient[blob.id] !== true || asked[i] !== true) return none;
    return [{ code: 'check/no-gradient', span, args: { type: layer.type, blob: name } }];
  });
}
