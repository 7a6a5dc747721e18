/**
 * Layers that compute each value of the top from the value at the same position of the bottom: the shape is unchanged,
 * with any axes, and the top may be the bottom itself. Source: neuron_layer.cpp.
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
  /** What the layer computes, in Markdown. */
  readonly summary: string;
  readonly skeleton?: Skeleton;
  /** Caffe's conditions on the parameters; the shape is known even where they fail. */
  readonly check?: (input: SetUpInput) => readonly Problem[];
  readonly rectifies?: LayerRule['rectifies'];
  readonly saturatesAt?: number;
  readonly inPlace?: InPlace;
  /** The function of one value and its slope; null where they are not known. */
  readonly neuron?: (param: Message) => Transform | null;
  /** The function as ONNX operators. */
  readonly onnx?: (x: Value, param: Message) => Value;
}

/** The rule of a layer with one bottom and one top of the same shape. */
export function elementWise({
  type,
  param,
  summary,
  skeleton,
  check,
  rectifies,
  saturatesAt,
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
    ...(saturatesAt === undefined ? {} : { saturatesAt }),
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
