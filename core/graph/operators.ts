/**
 * ONNX's operators as functions of values, with the shapes of their results. Only those that the layers need are here,
 * each in its simplest form, so that rules for their gradients stay short. `axes` of reductions are an attribute here;
 * `core/onnx/opsets` writes them as the opset requires.
 */
import type { Attribute, ElementType, ForwardDraw, Node, Value } from '../net/graph';

export type Dims = readonly number[];

export function countOf(shape: Dims): number {
  return shape.reduce((product, dim) => product * dim, 1);
}

export function floats(data: ArrayLike<number>, shape: Dims = [data.length]): Value {
  return { kind: 'constant', type: 'float', shape, data };
}

/** A float without axes. */
export function scalar(value: number): Value {
  return floats([value], []);
}

export function ints(data: ArrayLike<number>, shape: Dims = [data.length]): Value {
  return { kind: 'constant', type: 'int64', shape, data };
}

export function drawn(shape: Dims, draw: ForwardDraw): Value {
  return { kind: 'drawn', type: 'float', shape, draw };
}

function node(
  operator: string,
  inputs: Node['inputs'],
  shape: Dims,
  attributes: Readonly<Record<string, Attribute>> = {},
  type: ElementType = 'float',
): Value {
  const dynamic = inputs.some((input) => input?.dynamic);
  return {
    kind: 'output',
    type,
    shape,
    node: { operator, inputs, attributes },
    index: 0,
    ...(dynamic && { dynamic }),
  };
}

type Unary =
  | 'Abs'
  | 'Exp'
  | 'Log'
  | 'Sqrt'
  | 'Tanh'
  | 'Sigmoid'
  | 'Relu'
  | 'Softplus'
  | 'Neg'
  | 'Identity'
  | 'Floor'
  | 'Reciprocal'
  | 'Sign';

export function unary(operator: Unary, x: Value): Value {
  return node(operator, [x], x.shape, {}, x.type);
}

/** x above 0, alpha · x below. */
export function leakyRelu(x: Value, alpha: number): Value {
  return node('LeakyRelu', [x], x.shape, { alpha: { float: alpha } });
}

/** x above 0, alpha · (eˣ − 1) below. */
export function elu(x: Value, alpha: number): Value {
  return node('Elu', [x], x.shape, { alpha: { float: alpha } });
}

type Binary = 'Add' | 'Sub' | 'Mul' | 'Div' | 'Pow' | 'Max' | 'Min' | 'PRelu' | 'Mod';
type Comparison = 'Equal' | 'Less' | 'Greater' | 'GreaterOrEqual' | 'LessOrEqual';

export function binary(operator: Binary, a: Value, b: Value): Value {
  return node(operator, [a, b], broadcast(a.shape, b.shape), {}, a.type);
}

export function add(a: Value, b: Value): Value {
  return binary('Add', a, b);
}

export function sub(a: Value, b: Value): Value {
  return binary('Sub', a, b);
}

export function mul(a: Value, b: Value): Value {
  return binary('Mul', a, b);
}

export function div(a: Value, b: Value): Value {
  return binary('Div', a, b);
}

/** x times a number; x itself for 1. */
export function scaled(x: Value, factor: number): Value {
  return factor === 1 ? x : mul(x, scalar(factor));
}

/** x plus a number; x itself for 0. */
export function shifted(x: Value, term: number): Value {
  return term === 0 ? x : add(x, scalar(term));
}

export function square(x: Value): Value {
  return mul(x, x);
}

export function compare(operator: Comparison, a: Value, b: Value): Value {
  return node(operator, [a, b], broadcast(a.shape, b.shape), {}, 'bool');
}

/** True where x is false. */
export function not(x: Value): Value {
  return node('Not', [x], x.shape, {}, 'bool');
}

export function where(condition: Value, a: Value, b: Value): Value {
  const shape = broadcast(condition.shape, broadcast(a.shape, b.shape));
  return node('Where', [condition, a, b], shape, {}, a.type);
}

/** Numbers of ONNX's TensorProto.DataType. */
export const dataTypes: Readonly<Record<ElementType, number>> = { float: 1, int64: 7, bool: 9 };

/** Floats are truncated to integers, as by Caffe's `static_cast<int>`. */
export function cast(x: Value, type: ElementType): Value {
  return x.type === type ? x : node('Cast', [x], x.shape, { to: dataTypes[type] }, type);
}

/** Returns x itself where it already has the shape. */
export function reshape(x: Value, shape: Dims): Value {
  return sameDims(x.shape, shape) ? x : node('Reshape', [x, ints(shape)], shape, {}, x.type);
}

export function transpose(x: Value, perm: Dims): Value {
  return perm.every((axis, i) => axis === i)
    ? x
    : node(
        'Transpose',
        [x],
        perm.map((axis) => x.shape[axis] ?? 1),
        { perm },
        x.type,
      );
}

export function expand(x: Value, shape: Dims): Value {
  return sameDims(x.shape, shape) ? x : node('Expand', [x, ints(shape)], shape, {}, x.type);
}

/** Concatenates values along an axis; returns a single value unchanged. */
export function concat(values: readonly Value[], axis: number): Value {
  const [first] = values;
  if (first === undefined) throw new RangeError('nothing to join');
  if (values.length === 1) return first;
  const length = values.reduce((sum, { shape }) => sum + (shape[axis] ?? 0), 0);
  return node('Concat', values, replaced(first.shape, axis, length), { axis }, first.type);
}

/** Values from `start` up to, but excluding, `end` along some axes. */
export function slice(x: Value, axes: Dims, starts: Dims, ends: Dims): Value {
  const shape = x.shape.map((dim, axis) => {
    const i = axes.indexOf(axis);
    return i < 0 ? dim : (ends[i] ?? 0) - (starts[i] ?? 0);
  });
  return sameDims(shape, x.shape) ? x : node('Slice', [x, ints(starts), ints(ends), ints(axes)], shape, {}, x.type);
}

/** `before` and `after`: the number of positions filled with `value`, per axis. */
export function pad(x: Value, before: Dims, after: Dims, value: number): Value {
  const shape = x.shape.map((dim, i) => dim + (before[i] ?? 0) + (after[i] ?? 0));
  return sameDims(shape, x.shape) ? x : node('Pad', [x, ints([...before, ...after]), scalar(value)], shape);
}

export function tile(x: Value, repeats: Dims): Value {
  return node(
    'Tile',
    [x, ints(repeats)],
    x.shape.map((dim, i) => dim * (repeats[i] ?? 1)),
    {},
    x.type,
  );
}

/** The items of x along an axis at the indices. */
export function gather(x: Value, indices: Value, axis: number): Value {
  const shape = [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)];
  return node('Gather', [x, indices], shape, { axis }, x.type);
}

/** At each position of `indices`, the value of x with that index along the axis. */
export function gatherElements(x: Value, indices: Value, axis: number): Value {
  return node('GatherElements', [x, indices], indices.shape, { axis }, x.type);
}

/** x with `updates` written at `indices` along the axis, or added there: several to one index if need be. */
export function scatterElements(x: Value, indices: Value, updates: Value, axis: number, reduction?: 'add'): Value {
  return node('ScatterElements', [x, indices, updates], x.shape, { axis, ...(reduction && { reduction }) });
}

type Reduction = 'ReduceSum' | 'ReduceMean' | 'ReduceMax';

/** Reduces some axes to size 1. */
export function reduce(operator: Reduction, x: Value, axes: Dims): Value {
  const shape = x.shape.map((dim, axis) => (axes.includes(axis) ? 1 : dim));
  return axes.length === 0 ? x : node(operator, [x], shape, { axes, keepdims: 1 });
}

/** The same for a sum or mean that is subtracted from its own terms; see `Node.isExact`. */
export function reduceExactly(operator: 'ReduceSum' | 'ReduceMean', x: Value, axes: Dims): Value {
  const reduced = reduce(operator, x, axes);
  return reduced === x || reduced.kind !== 'output'
    ? reduced
    : { ...reduced, node: { ...reduced.node, isExact: true } };
}

/** The sum of all values, without axes. */
export function total(x: Value): Value {
  return reshape(reduce('ReduceSum', reshape(x, [countOf(x.shape)]), [0]), []);
}

export function softmax(x: Value, axis: number): Value {
  return node('Softmax', [x], x.shape, { axis });
}

export function matMul(a: Value, b: Value): Value {
  const [rows, columns] = [a.shape.slice(0, -1), b.shape.slice(-1)];
  return node('MatMul', [a, b], [...broadcast(rows.slice(0, -1), b.shape.slice(0, -2)), ...rows.slice(-1), ...columns]);
}

/** a · b, plus `c`, of two axes each; either may be transposed. */
export function gemm(a: Value, b: Value, c: Value | undefined, transB: boolean, transA = false): Value {
  const shape = [a.shape[transA ? 1 : 0] ?? 1, b.shape[transB ? 0 : 1] ?? 1];
  return node('Gemm', [a, b, ...(c ? [c] : [])], shape, {
    ...(transA && { transA: 1 }),
    transB: transB ? 1 : 0,
  });
}

/** Per spatial axis. `pads` lists those before each axis first, then those after each. */
export interface Filter {
  readonly kernel: Dims;
  readonly stride: Dims;
  readonly pads: Dims;
  readonly dilation: Dims;
  readonly group: number;
}

function filterAttributes({ kernel, stride, pads, dilation, group }: Filter): Readonly<Record<string, Attribute>> {
  return { kernel_shape: kernel, strides: stride, pads, dilations: dilation, group };
}

/** `x`: (N, C, spatial…), `shape` of the result. */
export function conv(x: Value, weight: Value, bias: Value | undefined, filter: Filter, shape: Dims): Value {
  return node('Conv', [x, weight, ...(bias ? [bias] : [])], shape, filterAttributes(filter));
}

/** `rest`: positions at the end of each spatial axis that no window reaches. */
export function convTranspose(
  x: Value,
  weight: Value,
  bias: Value | undefined,
  { rest, ...filter }: Filter & { readonly rest?: Dims },
  shape: Dims,
): Value {
  return node('ConvTranspose', [x, weight, ...(bias ? [bias] : [])], shape, {
    ...filterAttributes(filter),
    ...(rest?.some((length) => length > 0) && { output_padding: rest }),
  });
}

export type PoolWindow = Pick<Filter, 'kernel' | 'stride' | 'pads'>;

/** The maximum of each window, and its index among all values of x, as int64. */
export function maxPool(x: Value, { kernel, stride, pads }: PoolWindow, shape: Dims): readonly [Value, Value] {
  const made: Node = { operator: 'MaxPool', inputs: [x], attributes: { kernel_shape: kernel, strides: stride, pads } };
  return [
    { kind: 'output', type: 'float', shape, node: made, index: 0 },
    { kind: 'output', type: 'int64', shape, node: made, index: 1 },
  ];
}

/** The sum of each window divided by the kernel's size: positions outside count as 0. */
export function averagePool(x: Value, { kernel, stride, pads }: PoolWindow, shape: Dims): Value {
  return node('AveragePool', [x], shape, { kernel_shape: kernel, strides: stride, pads, count_include_pad: 1 });
}

/** x / (bias + alpha / size · Σ x²) ^ beta, over `size` channels around each. */
export function lrn(
  x: Value,
  facts: { readonly size: number; readonly alpha: number; readonly beta: number; readonly bias: number },
): Value {
  const { size, alpha, beta, bias } = facts;
  return node('LRN', [x], x.shape, {
    size,
    alpha: { float: alpha },
    beta: { float: beta },
    bias: { float: bias },
  });
}

/**
 * The `k` largest values along the last axis, in descending order, and their indices as int64. Among equal values, the
 * one with the lower index comes first.
 */
export function topK(x: Value, k: number): readonly [Value, Value] {
  const shape = [...x.shape.slice(0, -1), k];
  const made: Node = { operator: 'TopK', inputs: [x, ints([k])], attributes: { axis: x.shape.length - 1 }, outputs: 2 };
  return [
    { kind: 'output', type: 'float', shape, node: made, index: 0 },
    { kind: 'output', type: 'int64', shape, node: made, index: 1 },
  ];
}

/** The items of x whose flag is set; their number depends on the data. */
export function compress(x: Value, flags: Value): Value {
  return { ...node('Compress', [x, flags], x.shape, { axis: 0 }), dynamic: true };
}

/** The maximum of each of h × w bins of each region. `rois` has shape (R, 5): the image's index and two corners. */
export function maxRoiPool(x: Value, rois: Value, pooled: Dims, scale: number): Value {
  const shape = [rois.shape[0] ?? 1, x.shape[1] ?? 1, ...pooled];
  return node('MaxRoiPool', [x, rois], shape, { pooled_shape: pooled, spatial_scale: { float: scale } });
}

/** NumPy's broadcasting rule. */
export function broadcast(a: Dims, b: Dims): Dims {
  const axes = Math.max(a.length, b.length);
  return Array.from({ length: axes }, (_, i) => {
    const [left = 1, right = 1] = [a[i - axes + a.length], b[i - axes + b.length]];
    return left === 1 ? right : left;
  });
}

function sameDims(a: Dims, b: Dims): boolean {
  return a.length === b.length && a.every((dim, i) => dim === b[i]);
}

function replaced(shape: Dims, axis: number, dim: number): Dims {
  return shape.map((each, i) => (i === axis ? dim : each));
}
