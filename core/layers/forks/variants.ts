/** BVLC's layers as forks have them: conditions and draws that differ. */
import type { LayerRule, SetUpInput, SetUpResult } from '../../net/rules';
import { formatShape } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, entriesOf, num, placeOf, subOrEmpty } from '../../schema/message';
import { accuracy } from '../accuracy';
import { argMax } from '../arg-max';
import { atBottom } from '../at';
import { batchNorm } from '../batch-norm';
import { convolution } from '../convolution';
import { data } from '../data';
import { deconvolution } from '../deconvolution';
import { axisOf } from '../geometry';
import { infogainLoss } from '../infogain-loss';
import { innerProduct } from '../inner-product';
import { softmaxWithLoss } from '../softmax-with-loss';
import { needsRandom } from '../transform';
import { needsSize } from './needs';
import { withoutNodes } from './without-nodes';

/** A thread that reads for all solvers takes a word more (data_reader.cpp). */
export const dataWithReader: LayerRule = {
  ...data,
  setUp: (input) => ({ ...data.setUp(input), draws: { words: 2 + (needsRandom(input) ? 2 : 0) } }),
};

/** Prefetching starts without a seed of its own, and the transformation takes two. */
export const dataWithoutSeed: LayerRule = {
  ...data,
  setUp: (input) => ({
    ...data.setUp(input),
    draws: { words: (needsRandom(input) ? 2 : 0) + (num(input.param, 'rand_skip') > 0 ? 1 : 0) },
  }),
};

/** Before Caffe masked its statistics: they have rates like any other blob, which the file has to set to 0 by itself. */
export const unmaskedBatchNorm: LayerRule = {
  ...batchNorm,
  setUp(input) {
    const { tops, params, problems } = batchNorm.setUp(input);
    const rest = problems.filter(({ code }) => code !== 'layer/learned-statistics');
    const own = params.map(({ role, shape, start }) => ({ role, shape, start }));
    return {
      tops: rest.length === problems.length ? tops : rest.length > 0 ? [null] : input.bottoms.slice(0, 1),
      params: own,
      problems: rest,
    };
  },
};

/** One label an item, without axes of its own. */
export const infogainLossOfItems: LayerRule = {
  ...withoutNodes(infogainLoss),
  setUp: (input) =>
    refused(input, infogainLoss.setUp(input), [
      ...needsSize(input, 1, 'channels', 1),
      ...needsSize(input, 1, 'height', 1),
      ...needsSize(input, 1, 'width', 1),
    ]),
};

export const accuracyOfOneTop: LayerRule = { ...accuracy, arity: { ...accuracy.arity, tops: { min: 1, max: 1 } } };

/** The top of an ArgMax without axis always has four. */
export const argMaxOfFourAxes: LayerRule = {
  ...argMax,
  setUp(input) {
    const { tops, ...rest } = argMax.setUp(input);
    return {
      ...rest,
      tops: tops.map((shape) => shape && [...shape, ...Array.from({ length: Math.max(0, 4 - shape.length) }, () => 1)]),
    };
  },
};

/** Before convolutions of any number of axes. */
export const planarConvolution: LayerRule = planar(convolution);
export const planarDeconvolution: LayerRule = planar(deconvolution);

/** A weight for each class, where `weight_by_label_freqs` asks for them. */
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
    return refused(
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

function refused({ layer, bottoms }: SetUpInput, result: SetUpResult, problems: readonly Problem[]): SetUpResult {
  if (problems.length === 0 || result.problems.length > 0 || bottoms.length === 0) return result;
  return { ...result, tops: layer.tops.map(() => null), problems };
}
