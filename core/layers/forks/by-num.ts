/**
 * Additional conditions of old Caffes on BVLC's layers: losses see blobs as N×C×H×W, and Blob::Reshape divides by
 * dimensions (loss_layer.cpp, blob.cpp before 2016).
 */
import { contrastiveLoss } from '../contrastive-loss';
import { euclideanLoss } from '../euclidean-loss';
import { hingeLoss } from '../hinge-loss';
import { multinomialLogisticLoss } from '../multinomial-logistic-loss';
import { sigmoidCrossEntropyLoss } from '../sigmoid-cross-entropy-loss';
import { softmaxWithLoss } from '../softmax-with-loss';
import { legacyProblems } from '../shared/legacy';
import type { LayerRule, SetUpInput } from '../../net/rules';
import { formatShape, type Shape } from '../../net/shape';
import type { Problem } from '../../problems';

/** Losses compare `num()`, which fails for a blob of more than four axes and is 1 for a blob without axes. */
export function byNum(rule: LayerRule): LayerRule {
  return {
    ...rule,
    setUp(input) {
      const tooMany = legacyProblems(input, [0, 1]);
      const scalars = input.bottoms.slice(0, 2).some((shape) => shape?.length === 0);
      if (tooMany.length === 0 && !scalars) return rule.setUp(input);
      return { tops: input.layer.tops.map((_, i) => (i === 0 ? [] : null)), params: [], problems: tooMany };
    },
  };
}

export const lossesByNum: readonly LayerRule[] = [
  contrastiveLoss,
  euclideanLoss,
  hingeLoss,
  multinomialLogisticLoss,
  sigmoidCrossEntropyLoss,
  softmaxWithLoss,
].map(byNum);

/** A dimension's limit is INT_MAX divided by the product of the axes before it: a division by 0 after an empty axis. */
export function withoutEmptyAxes(rule: LayerRule): LayerRule {
  return {
    ...rule,
    setUp(input) {
      const result = rule.setUp(input);
      const problems = result.tops.flatMap((shape, i) => emptyAxis(input, shape, i));
      return problems.length === 0 || result.problems.length > 0
        ? result
        : { ...result, tops: result.tops.map(() => null), problems };
    },
  };
}

function emptyAxis({ layer }: SetUpInput, shape: Shape, top: number): readonly Problem[] {
  if (!shape?.slice(0, -1).includes(0)) return [];
  const ref = layer.tops[top];
  if (ref && ref.inPlaceOf >= 0) return [];
  return [
    {
      code: 'fork/empty-axis',
      span: ref?.span ?? layer.typeSpan,
      args: { blob: ref?.name ?? '', shape: formatShape(shape) },
    },
  ];
}
