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
import { mul, square } from '../../graph/operators';
import type { BackwardInput, LoweringInput, Value } from '../../net/graph';

export interface ElementWise {
  readonly type: string;
  readonly param?: string;
  /** What the layer computes, in Markdown. */
  readonly summary: string;
  readonly skeleton?: Skeleton;
  /** Caffe's conditions on the parameters; the shape is known even where they fail. */
  readonly check?: (input: SetUpInput) => readonly Problem[];
  readonly rectifies?: LayerRule['rectifies'];
  readonly saturates?: LayerRule['saturates'];
  readonly inPlace?: InPlace;
  /** The function of one value and its slope; null where they are not known. */
  readonly neuron?: (param: Message) => Transform | null;
  /** The function as ONNX operators. */
  readonly onnx?: (x: Value, param: Message) => Value;
  /** See `LayerRule.backward`. */
  readonly backward?: (input: ElementWiseBackward) => Value | undefined;
}

/** See `BackwardInput`. */
export interface ElementWiseBackward {
  readonly x: Value;
  readonly before: Value;
  readonly y: Value;
  readonly gradient: Value | undefined;
  readonly param: Message;
  readonly inPlace: boolean;
}

/** The rule of a layer with one bottom and one top of the same shape. */
export function elementWise({
  type,
  param,
  summary,
  skeleton,
  check,
  rectifies,
  saturates,
  inPlace,
  neuron,
  onnx,
  backward,
}: ElementWise): LayerRule {
  return {
    type,
    summary: `${summary} Top: the shape of the bottom.`,
    ...(param === undefined ? {} : { param }),
    ...(skeleton === undefined ? {} : { skeleton }),
    ...(rectifies === undefined ? {} : { rectifies }),
    ...(saturates === undefined ? {} : { saturates }),
    ...(inPlace === undefined ? {} : { inPlace }),
    arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
    macs: noMacs,
    window: samePlace,
    setUp: (input) => ({ tops: input.bottoms, params: none, problems: check ? check(input) : none }),
    ...(onnx ? { onnx: ({ bottoms, param: own }: LoweringInput) => bottoms.map((x) => onnx(x, own)) } : {}),
    ...(backward ? { backward: (input: BackwardInput) => [backOf(backward, input)] } : {}),
    ...(neuron ? { moments: (input: MomentsInput) => through(neuron(input.param), input) } : {}),
  };
}

function backOf(
  backward: NonNullable<ElementWise['backward']>,
  { bottoms: [x], before: [before], made: [y], gradients: [gradient], param, inPlace }: BackwardInput,
): Value | undefined {
  return x && before && y && backward({ x, before, y, gradient, param, inPlace });
}

/**
 * The slope times the gradient, for layers that compute the slope where the gradient of the bottom will be: in place,
 * it overwrites the gradient of the top, and is multiplied by itself.
 */
export function slopeFirst(slope: Value, { gradient, inPlace }: ElementWiseBackward): Value | undefined {
  return inPlace ? square(slope) : gradient && mul(gradient, slope);
}

function through(h: Transform | null, input: MomentsInput): Moments | null {
  return h && pointwiseMoments(input, h);
}
