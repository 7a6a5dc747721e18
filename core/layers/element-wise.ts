/**
 * Layers that compute each value of the top from the value at the same place of the bottom: the shape stays as it is,
 * whatever its axes, and the top may be the bottom itself. Source: neuron_layer.cpp.
 */
import type { Problem } from '../problems';
import type { LayerRule, SetUpInput, Skeleton } from '../net/rules';
import { noMacs } from './macs';
import { samePlace } from './windows';

export interface ElementWise {
  readonly type: string;
  readonly param?: string;
  /** What it computes, in Markdown. */
  readonly summary: string;
  readonly skeleton?: Skeleton;
  /** What Caffe checks of the parameters; the shape holds all the same. */
  readonly check?: (input: SetUpInput) => readonly Problem[];
  readonly rectifies?: LayerRule['rectifies'];
}

/** top = bottom, for one bottom and one top. */
export function elementWise({ type, param, summary, skeleton, check, rectifies }: ElementWise): LayerRule {
  return {
    type,
    summary: `${summary} Top: the shape of the bottom.`,
    ...(param === undefined ? {} : { param }),
    ...(skeleton === undefined ? {} : { skeleton }),
    ...(rectifies === undefined ? {} : { rectifies }),
    arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
    macs: noMacs,
    window: samePlace,
    setUp: (input) => ({ tops: input.bottoms, params: none, problems: check ? check(input) : none }),
  };
}

const none: readonly never[] = [];
