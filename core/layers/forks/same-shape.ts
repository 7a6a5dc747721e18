/** Forks' layers without checks whose tops have their bottoms' shapes or are a single loss. */
import type { Count, LayerRule } from '../../net/rules';
import { noMacs } from '../shared/macs';
import { everything, samePlace } from '../shared/windows';
import { made } from './results';

export function sameShape(type: string, summary: string, param?: string): LayerRule {
  return {
    type,
    summary: `${summary} Top: the shape of the bottom.`,
    ...(param === undefined ? {} : { param }),
    arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
    macs: noMacs,
    window: samePlace,
    setUp: (input) => made(input, [input.bottoms[0] ?? null], []),
  };
}

export function sameShapes(type: string, summary: string): LayerRule {
  return {
    type,
    summary: `${summary} Tops: the shapes of the bottoms.`,
    arity: { bottoms: {}, tops: {}, paired: true },
    macs: noMacs,
    setUp: (input) => made(input, input.bottoms, []),
  };
}

export function plainLoss(type: string, summary: string, param: string, bottoms: Count): LayerRule {
  return {
    type,
    summary: `${summary} Top: a single value.`,
    param,
    alsoReads: ['loss_param'],
    arity: { bottoms, tops: { min: 1, max: 1 }, automaticTops: 1 },
    macs: noMacs,
    window: everything,
    setUp: (input) => made(input, [[]], []),
  };
}
