/** The gradient rules by operator. Operators without one pass on no gradient that is known: see `gradientsOf`. */
import { abs } from './operators/abs';
import { add } from './operators/add';
import { averagePool } from './operators/average-pool';
import { concat } from './operators/concat';
import { conv } from './operators/conv';
import { convTranspose } from './operators/conv-transpose';
import { div } from './operators/div';
import { elu } from './operators/elu';
import { exp } from './operators/exp';
import { expand } from './operators/expand';
import { floor } from './operators/floor';
import { gather } from './operators/gather';
import { gatherElements } from './operators/gather-elements';
import { gemm } from './operators/gemm';
import { identity } from './operators/identity';
import { leakyRelu } from './operators/leaky-relu';
import { log } from './operators/log';
import { lrn } from './operators/lrn';
import { matMul } from './operators/mat-mul';
import { max } from './operators/max';
import { maxPool } from './operators/max-pool';
import { maxRoiPool } from './operators/max-roi-pool';
import { min } from './operators/min';
import { mul } from './operators/mul';
import { neg } from './operators/neg';
import { pad } from './operators/pad';
import { pow } from './operators/pow';
import { prelu } from './operators/prelu';
import { reciprocal } from './operators/reciprocal';
import { reduceMean } from './operators/reduce-mean';
import { reduceSum } from './operators/reduce-sum';
import { relu } from './operators/relu';
import { reshape } from './operators/reshape';
import { scatterElements } from './operators/scatter-elements';
import { sigmoid } from './operators/sigmoid';
import { slice } from './operators/slice';
import { softmax } from './operators/softmax';
import { softplus } from './operators/softplus';
import { sqrt } from './operators/sqrt';
import { sub } from './operators/sub';
import { tanh } from './operators/tanh';
import { tile } from './operators/tile';
import { topK } from './operators/top-k';
import { transpose } from './operators/transpose';
import { where } from './operators/where';
import type { GradientRule } from './rule';

export const gradientRules: Readonly<Record<string, GradientRule>> = {
  Abs: abs,
  Add: add,
  AveragePool: averagePool,
  Concat: concat,
  Conv: conv,
  ConvTranspose: convTranspose,
  Div: div,
  Elu: elu,
  Exp: exp,
  Expand: expand,
  Floor: floor,
  Gather: gather,
  GatherElements: gatherElements,
  Gemm: gemm,
  Identity: identity,
  LeakyRelu: leakyRelu,
  Log: log,
  LRN: lrn,
  MatMul: matMul,
  Max: max,
  MaxPool: maxPool,
  MaxRoiPool: maxRoiPool,
  Min: min,
  Mul: mul,
  Neg: neg,
  Pad: pad,
  Pow: pow,
  PRelu: prelu,
  Reciprocal: reciprocal,
  ReduceMean: reduceMean,
  ReduceSum: reduceSum,
  Relu: relu,
  Reshape: reshape,
  ScatterElements: scatterElements,
  Sigmoid: sigmoid,
  Slice: slice,
  Softmax: softmax,
  Softplus: softplus,
  Sqrt: sqrt,
  Sub: sub,
  Tanh: tanh,
  Tile: tile,
  TopK: topK,
  Transpose: transpose,
  Where: where,
};
