/**
 * Intel's Concat. With `per_fla_fuse` on axis 1 it also does what a Flatten before it would do: the top is
 * N × Σ count(1) × 1 × 1. Only MKL-DNN's implementation does so, which is the default of the net (its net.cpp, Init,
 * and mkldnn_concat_layer.cpp); Caffe's own one does not read the field.
 */
import { concat as join, countOf as valuesIn, reshape } from '../../graph/operators';
import type { Layer } from '../../net/model';
import type { LayerRule } from '../../net/rules';
import type { Shape } from '../../net/shape';
import { bool, has, str, type Message } from '../../schema/message';
import { concat } from '../concat';
import { axisOrDim } from '../shared/axis-or-dim';
import { countOf } from '../shared/geometry';
import { alongAxis, oldOrNewAxis } from '../shared/windows';

export const concatIntel: LayerRule = {
  ...concat,
  setUp(input) {
    const { layer, param, bottoms } = input;
    const first = bottoms.find((shape) => shape !== null) ?? null;
    return fuses(layer, param, first) ? concat.setUp({ ...input, bottoms: bottoms.map(flat) }) : concat.setUp(input);
  },
  window: (input) =>
    bool(input.param, 'per_fla_fuse') ? null : alongAxis(oldOrNewAxis(input.param, 'concat_dim'), input),
  readsTopShape: (input) =>
    bool(input.param, 'per_fla_fuse') || typeof concat.readsTopShape !== 'function'
      ? undefined
      : concat.readsTopShape(input),
  onnx: (input) => {
    const { layer, param, bottoms } = input;
    if (!fuses(layer, param, bottoms[0]?.shape ?? null)) return concat.onnx?.(input) ?? 'unknown';
    const vectors = bottoms.map((each) => {
      const [items = 1, ...others] = each.shape;
      return reshape(each, [items, valuesIn(others), ...others.slice(1).map(() => 1)]);
    });
    return [join(vectors, 1)];
  },
  moments: (input) => (bool(input.param, 'per_fla_fuse') ? null : (concat.moments?.(input) ?? null)),
};

/** `first`: the shape of a bottom. */
function fuses(layer: Layer, param: Message, first: Shape): boolean {
  if (!bool(param, 'per_fla_fuse') || !usesMklDnn(layer.message, param)) return false;
  return axisOrDim(layer, param, 'concat_dim', 0, first).axis === 1;
}

/** The field of the parameters comes first (its layer_factory.cpp). */
function usesMklDnn(layer: Message, param: Message): boolean {
  if (has(param, 'engine') && str(param, 'engine') !== 'DEFAULT') return str(param, 'engine') === 'MKLDNN';
  return !has(layer, 'engine') || str(layer, 'engine') === '' || str(layer, 'engine').startsWith('MKLDNN');
}

function flat(shape: Shape): Shape {
  if (shape === null || shape.length < 2) return shape;
  return [shape[0] ?? null, countOf(shape, 1), ...shape.slice(2).map(() => 1)];
}
