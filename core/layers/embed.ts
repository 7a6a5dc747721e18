/**
 * Looks up a vector of num_output values for each index in the bottom: an inner product of one-hot vectors. Top: the
 * bottom's axes, then num_output. Weights: (input_dim, num_output), so that Caffe's fan_in is num_output. Source:
 * embed_layer.cpp.
 */
import { writesTooSoon } from '../net/in-place';
import type { LayerRule, ParamBlob } from '../net/rules';
import { formatShape } from '../net/shape';
import type { Problem } from '../problems';
import { bool, num, placeOf } from '../schema/message';
import { atBottom } from './shared/at';
import { filledBlob } from './shared/filled-blob';
import { countOf, int32, oneTop } from './shared/geometry';
import { noMacs } from './shared/macs';
import { samePlace } from './shared/windows';
import { embedded } from '../moments/source';
import { add, gather } from '../graph/operators';
import { integers } from './shared/lowered';

export const embed: LayerRule = {
  type: 'Embed',
  summary: 'Looks up a learned vector for each index. Top: the axes of the bottom, then `num_output`.',
  param: 'embed_param',
  skeleton: {
    body: 'input_dim: ${1:1000}\nnum_output: ${2:64}\nweight_filler { type: "${3:uniform}" min: -0.1 max: 0.1 }',
  },
  noGradient: [0],
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  inPlace: writesTooSoon,
  macs: noMacs,
  window: samePlace,
  expects: ({ param }) => [{ kind: 'index', below: int32(num(param, 'input_dim')) }],
  onnx: ({ bottoms: [x], params: [weight, bias] }) => {
    if (!x || !weight) return 'unknown';
    const found = gather(weight, integers(x, x.shape), 0);
    return [bias ? add(found, bias) : found];
  },
  setUp({ layer, param, bottoms: [data = null] }) {
    const problems: Problem[] = [];
    const positive = (field: string): number | null => {
      const value = int32(num(param, field));
      if (value > 0) return value;
      problems.push({ code: 'layer/embed-size', span: placeOf(param, field), args: { name: field, value } });
      return null;
    };
    const outputs = positive('num_output');
    const inputs = positive('input_dim');
    const biased = bool(param, 'bias_term');
    if (biased && data !== null && countOf(data) === 0)
      problems.push(atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) }));
    const weight: ParamBlob = {
      ...filledBlob(param, 'weight', 'weight_filler', [inputs, outputs]),
      connections: { in: inputs, out: outputs },
    };
    const params = biased ? [weight, filledBlob(param, 'bias', 'bias_filler', [outputs])] : [weight];
    if (problems.length > 0 || data === null) return { tops: [null], params, problems };
    return { ...oneTop(layer, [...data, outputs]), params };
  },
  moments: ({ topShapes: [top = null], params }) => embedded(top, params[0], params[1]),
};
