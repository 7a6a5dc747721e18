import type { WeightCheck } from './check';
import { isWeight } from './facts';
import { placeOfFiller } from './place';

/**
 * Fillers that scale by fan_in compute it as 1 for a bias (its count / its first axis), so they draw values as large as
 * the activations themselves.
 */
export const randomBias: WeightCheck = {
  kind: 'weight',
  code: 'check/random-bias',
  look: (weight) => {
    const { role, shape, n, filler, std } = weight;
    if (isWeight(weight) || n === null || filler === null || shape?.length !== 1) return undefined;
    return {
      code: 'check/random-bias',
      span: placeOfFiller(weight),
      args: { layer: weight.layer.name, role, filler, n, std: shown(std) },
    };
  },
};

function shown(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3));
}
