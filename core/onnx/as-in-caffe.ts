/**
 * What a run computes instead of some operators, where the runtime's own result is not Caffe's. Exported files keep the
 * operators.
 */
import { dataTypes } from '../graph/operators';
import type { GraphNode } from './nodes';

/**
 * Computed in double precision and rounded once, as are values marked `isExact`. In float32 the runtime approximates: its
 * Sigmoid at −7 is wrong by 3e-5 of the value, its Tanh in several last bits, and its sums depend on their order. Where
 * values cancel, as in 1 − y² of a saturated unit or in the gradients of Softmax and BatchNorm, these errors are all that
 * is left. Caffe computes the sigmoid in double precision (sigmoid_layer.cpp), and tanh and exp by the C library, which
 * rounds nearly always correctly; the exact sum is the one closest to the sums of every BLAS. Other sums stay in float32:
 * their copies would cost a large net a twentieth of its memory.
 */
const inDouble: ReadonlySet<string> = new Set(['Tanh', 'Sigmoid', 'Softmax']);

/** As in ONNX's TensorProto.DataType. */
const double = 11;

export function asInCaffe(node: GraphNode): readonly GraphNode[] {
  // Caffe's ReLU is max(x, 0) + 0 · min(x, 0): NaN for −∞ and NaN, which the operator turns into 0.
  if (node.operator === 'Relu') return [{ ...node, operator: 'LeakyRelu', attributes: { alpha: { float: 0 } } }];
  if (!inDouble.has(node.operator) && node.isExact !== true) return [node];
  const [x = '', ...others] = node.inputs;
  const [y = ''] = node.outputs;
  const [input, output] = [`${y}:input`, `${y}:double`];
  return [
    castTo(double, x, input),
    { ...node, inputs: [input, ...others], outputs: [output] },
    castTo(dataTypes.float, output, y),
  ];
}

function castTo(to: number, x: string, y: string): GraphNode {
  return { name: `${y}:cast`, operator: 'Cast', inputs: [x], outputs: [y], attributes: { to } };
}
