/** BVLC's layers as changed by forks: different conditions and random draws. */
import type { LayerRule, SetUpInput, SetUpResult } from '../../net/rules';
import { formatShape } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, entriesOf, num, nums, placeOf, str, subOrEmpty } from '../../schema/message';
import { accuracy } from '../accuracy';
import { argMax } from '../arg-max';
import { atBottom } from '../shared/at';
import { batchNorm } from '../batch-norm';
import { concat } from '../concat';
import { contrastiveLoss } from '../contrastive-loss';
import { convolution } from '../convolution';
import { data } from '../data';
import { deconvolution } from '../deconvolution';
import { eltwise } from '../eltwise';
import { imageData } from '../image-data';
import type { InPlaceInput } from '../../net/in-place';
import { flatten } from '../flatten';
import { axisOf } from '../shared/geometry';
import { innerProduct } from '../inner-product';
import { fourAxes, legacyProblems } from '../shared/legacy';
import { reshape } from '../reshape';
import { slice } from '../slice';
import { softmaxWithLoss } from '../softmax-with-loss';
import { needsRandom } from '../shared/transform';
import { atLeast, atMost } from './fields';
import { lossWeights } from './results';
import { withoutNodes } from './without-nodes';

/** The reader thread that all solvers share takes one more random word (data_reader.cpp). */
export const dataWithReader: LayerRule = {
  ...data,
  setUp: (input) => ({ ...data.setUp(input), draws: { words: 2 + (needsRandom(input) ? 2 : 0) } }),
};

/** The prefetching thread takes no seed, and the transformation takes two. */
export const dataWithoutSeed: LayerRule = {
  ...data,
  setUp: (input) => ({
    ...data.setUp(input),
    draws: { words: (needsRandom(input) ? 2 : 0) + (num(input.param, 'rand_skip') > 0 ? 1 : 0) },
  }),
};

/**
 * From before Caffe masked its statistics: they have learning rates like any other blob, which the file has to set to
 * 0.
 */
export const unmaskedBatchNorm: LayerRule = unmasked(batchNorm);

/** PSPNet's rejects a `moving_average_fraction` outside [0, 1]. */
export const batchNormPspnet: LayerRule = {
  ...withoutNodes(unmaskedBatchNorm),
  setUp(input) {
    const wrong = [...atLeast(input, 'moving_average_fraction', 0), ...atMost(input, 'moving_average_fraction', 1)];
    return rejected(input, unmaskedBatchNorm.setUp(input), wrong);
  },
};

export const accuracyOfOneTop: LayerRule = { ...accuracy, arity: { ...accuracy.arity, tops: { min: 1, max: 1 } } };

/** The limit of two tops is misspelt in many Caffes (`MaxTopBlos`), so that it does not hold; more tops get no shape. */
export const accuracyOfManyTops: LayerRule = {
  ...accuracy,
  arity: { ...accuracy.arity, tops: { min: 1 } },
  setUp(input) {
    const result = accuracy.setUp(input);
    return { ...result, tops: input.layer.tops.map((_, i) => result.tops[i] ?? null) };
  },
};

/** TSN's has no `axis`: it reads its bottom as N×C×H×W with missing axes added, so its top always has four axes. */
export const argMaxOfFourAxes: LayerRule = {
  ...argMax,
  setUp(input) {
    const tooMany = legacyProblems(input, [0]);
    if (tooMany.length > 0) return { tops: [null], params: [], problems: tooMany };
    return argMax.setUp({ ...input, bottoms: [fourAxes(input.bottoms[0] ?? undefined)] });
  },
};

/**
 * NVIDIA's chooses a value for a missing `prefetch` itself, and a sum without coefficients is added into the memory of
 * the first bottom.
 */
export const nvidia: readonly LayerRule[] = [
  ...[dataWithReader, imageData].map(
    (rule): LayerRule => ({
      ...rule,
      setUp(input) {
        const result = rule.setUp(input);
        return { ...result, problems: result.problems.filter(({ code }) => code !== 'data/no-prefetch') };
      },
    }),
  ),
  {
    ...eltwise,
    inPlace: {
      ...eltwise.inPlace,
      spoils: (input) => (addsInPlace(input) ? undefined : eltwise.inPlace?.spoils?.(input)),
    },
  },
];

/** `eltwise_mem_sharing: false` turns this off, but is not visible to a layer. */
function addsInPlace({ param }: InPlaceInput): boolean {
  return str(param, 'operation') === 'SUM' && nums(param, 'coeff').every((one) => one === 1);
}

/** From before Flatten and Reshape rejected working in place: the blob gets its new shape. */
export const inPlaceAllowed: readonly LayerRule[] = [flatten, reshape].map(
  (rule): LayerRule => ({
    ...rule,
    setUp(input) {
      const result = rule.setUp(input);
      return { ...result, problems: result.problems.filter(({ code }) => code !== 'layer/in-place') };
    },
  }),
);

/** From before convolutions supported any number of axes. */
export const planarConvolution: LayerRule = planar(convolution);
export const planarDeconvolution: LayerRule = planar(deconvolution);

/** Accepts a third bottom, for weights, with which it is not modelled. */
export function withWeights(rule: LayerRule): LayerRule {
  return {
    ...rule,
    arity: { ...rule.arity, bottoms: { min: 2, max: 3 } },
    onnx: (input) => (input.bottoms.length > 2 ? 'not-modelled' : (rule.onnx?.(input) ?? 'not-modelled')),
  };
}

/** From before Concat accepted a single bottom, and Slice a single top. */
export const severalParts: readonly LayerRule[] = [
  { ...concat, arity: { ...concat.arity, bottoms: { min: 2 } } },
  { ...slice, arity: { ...slice.arity, tops: { min: 2 } } },
];

/** FlowNet2's also multiplies a single bottom by its coefficient. */
export const eltwiseOfOne: LayerRule = { ...eltwise, arity: { ...eltwise.arity, bottoms: { min: 1 } } };

/** A third top of R-FCN's has the loss of each instance, in the shape of the labels. */
export const softmaxWithLossOfInstances: LayerRule = {
  ...softmaxWithLoss,
  arity: { ...softmaxWithLoss.arity, tops: { min: 1, max: 3 } },
  onnx: (input) => (input.layer.tops.length > 1 ? 'not-modelled' : (softmaxWithLoss.onnx?.(input) ?? 'not-modelled')),
  setUp(input) {
    const { tops, params, problems } = softmaxWithLoss.setUp(input);
    const ofInstances = input.bottoms[1] ?? null;
    return {
      tops: input.layer.tops.map((_, i) => (i < 2 ? (tops[i] ?? null) : ofInstances)),
      params,
      // The internal softmax gets no loss weights, unlike BVLC's.
      problems: [...problems.filter(({ code }) => code !== 'layer/second-top'), ...lossWeights(input)],
    };
  },
};

/** happynear's: a third top has a weight of each image. */
export const imageDataWithWeights: LayerRule = {
  ...imageData,
  arity: { ...imageData.arity, tops: { min: 2, max: 3 } },
  setUp(input) {
    const result = imageData.setUp(input);
    return { ...result, tops: input.layer.tops.map((_, i) => result.tops[Math.min(i, 1)] ?? null) };
  },
};

/** happynear's has a fourth bottom, in its later versions; what it computes is not modelled. */
export const contrastiveLossOfFour: LayerRule = {
  ...withoutNodes(contrastiveLoss),
  arity: { ...contrastiveLoss.arity, bottoms: { min: 3, max: 4 } },
};

/** One weight per class, where `weight_by_label_freqs` is set. */
export const weighedSoftmaxWithLoss: LayerRule = {
  ...softmaxWithLoss,
  onnx: (input) =>
    bool(subOrEmpty(input.layer.message, 'loss_param'), 'weight_by_label_freqs')
      ? 'not-modelled'
      : (softmaxWithLoss.onnx?.(input) ?? 'not-modelled'),
  setUp(input) {
    const loss = subOrEmpty(input.layer.message, 'loss_param');
    const found = entriesOf(loss, 'class_weighting').length;
    const channels = input.bottoms[0]?.[1] ?? null;
    const wrong = bool(loss, 'weight_by_label_freqs') && channels !== null && found !== channels;
    const span = placeOf(loss, found > 0 ? 'class_weighting' : 'weight_by_label_freqs');
    return rejected(
      input,
      softmaxWithLoss.setUp(input),
      wrong ? [{ code: 'fork/field-count', span, args: { name: 'class_weighting', expected: channels, found } }] : [],
    );
  },
};

/** happynear's: the weights may be the second bottom, the bias the third. */
export const innerProductWithWeights: LayerRule = {
  ...innerProduct,
  onnx: (input) => (input.bottoms.length > 1 ? 'not-modelled' : (innerProduct.onnx?.(input) ?? 'not-modelled')),
  arity: { bottoms: { min: 1, max: 3 }, tops: { min: 1, max: 1 } },
  setUp(input) {
    const { layer, param } = input;
    if (layer.bottoms.length === 1) return innerProduct.setUp(input);
    const outputs = input.bottoms[1]?.[0] ?? null;
    const { axis, problems } = axisOf(layer, param, 'axis', 0, input.bottoms[0] ?? null);
    const bias = innerProduct.setUp(input).params.filter(({ role }) => role === 'bias' && layer.bottoms.length === 2);
    const top = axis === null ? null : [...(input.bottoms[0] ?? []).slice(0, axis), outputs];
    return {
      tops: [problems.length > 0 ? null : top],
      params: bias.map((blob) => ({ ...blob, shape: [outputs] })),
      problems,
    };
  },
};

/** The rule without its conditions on the rates of its statistics. */
function unmasked(rule: LayerRule): LayerRule {
  return {
    ...rule,
    setUp(input) {
      const { tops, params, problems } = rule.setUp(input);
      const rest = problems.filter(({ code }) => code !== 'layer/learned-statistics');
      return {
        tops: rest.length === problems.length ? tops : rest.length > 0 ? [null] : input.bottoms.slice(0, 1),
        params: params.map(({ role, shape, start }) => ({ role, shape, start })),
        problems: rest,
      };
    },
  };
}

function planar(rule: LayerRule): LayerRule {
  return {
    ...rule,
    setUp(input) {
      const { layer } = input;
      const [shape = null] = input.bottoms;
      const wrong = shape !== null && shape.length !== 4;
      const problem = (): Problem => atBottom(layer, 0, 'layer/four-axes', { shape: formatShape(shape) });
      return wrong
        ? { tops: layer.tops.map(() => null), params: [], openParams: true, problems: [problem()] }
        : rule.setUp(input);
    },
  };
}

function rejected({ layer, bottoms }: SetUpInput, result: SetUpResult, problems: readonly Problem[]): SetUpResult {
  if (problems.length === 0 || result.problems.length > 0 || bottoms.length === 0) return result;
  return { ...result, tops: layer.tops.map(() => null), problems };
}
