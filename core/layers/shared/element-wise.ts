/**
 * Layers that compute each value of the top from the value at the same place of the bottom: the shape stays as it is,
 * whatever its axes, and the top may be the bottom itself. Source: neuron_layer.cpp.
 */
import { none } from '../../lists';
import type { Problem } from '../../problems';
import type { InPlace } from '../../net/in-place';
import type { LayerRule, SetUpInput, Skeleton } from '../../net/rules';
import { noMacs } from './macs';
import { samePlace } from './windows';
import type { Moments, MomentsInput, Transform } from '../../net/signal';
import { pointwiseMoments } from '../../moments/pointwise';
import type { Message } from '../../schema/message';
import type { LoweringInput, Value } from '../../net/graph';

export interface ElementWise {
  readonly type: string;
  readonly param?: string;
  /** What it computes, in Markdown. */
  readonly summary: string;
  readonly skeleton?: Skeleton;
  /** What Caffe checks of the parameters; the shape holds all the same. */
  readonly check?: (input: SetUpInput) => readonly Problem[];
  readonly rectifies?: LayerRule['rectifies'];
  readonly bends?: number;
  readonly inPlace?: InPlace;
  /** The function of one value and its slope; null where it can't be told. */
  readonly neuron?: (param: Message) => Transform | null;
  /** The same as operators. */
  readonly onnx?: (x: Value, param: Message) => Value;
}

/** top = bottom, for one bottom and one top. */
export function elementWise({
  type,
  param,
  summary,
  skeleton,
  check,
  rectifies,
  bends,
  inPlace,
  neuron,
  onnx,
}: ElementWise): LayerRule {
  return {
    type,
    summary: `${summary} Top: the shape of the bottom.`,
    ...(param === undefined ? {} : { param }),
    ...(skeleton === undefined ? {} : { skeleton }),
    ...(rectifies === undefined ? {} : { rectifies }),
    ...(bends === undefined ? {} : { bends }),
    ...(inPlace === undefined ? {} : { inPlace }),
    arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
    macs: noMacs,
    window: samePlace,
    setUp: (input) => ({ tops: input.bottoms, params: none, problems: check ? check(input) : none }),
    ...(onnx ? { onnx: ({ bottoms, param: own }: LoweringInput) => bottoms.map((x) => onnx(x, own)) } : {}),
    ...(neuron ? { moments: (input: MomentsInput) => through(neuron(input.param), input) } : {}),
  };
}

function through(h: Transform | null, input: MomentsInput): Moments | null {
  return h && pointwiseMoments(input, h);
}
