/** Layers of which only the shapes are modelled: their tops follow from the bottoms and the fields. */
import type { Arity, LayerRule, SetUpInput } from '../../net/rules';
import type { Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { noMacs } from '../shared/macs';
import { everything } from '../shared/windows';
import { made } from './results';

export interface Shaped {
  readonly type: string;
  readonly summary: string;
  readonly param?: string;
  readonly alsoReads?: readonly string[];
  readonly arity: Arity;
  /** One shape per top; tops beyond them are unknown. */
  readonly tops: (input: SetUpInput) => readonly Shape[];
  /** The layer's conditions; none are checked if absent. */
  readonly check?: (input: SetUpInput) => readonly Problem[];
}

export function shaped({ tops, check, ...facts }: Shaped): LayerRule {
  return { ...facts, macs: noMacs, setUp: (input) => made(input, tops(input), check?.(input) ?? []) };
}

/** A top of a single value, which Caffe adds where the file names none (loss_layer.cpp). */
export function scalarLoss(facts: Omit<Shaped, 'tops' | 'arity'> & { readonly bottoms: Arity['bottoms'] }): LayerRule {
  const { bottoms, summary, ...rest } = facts;
  const arity = { bottoms, tops: { min: 1, max: 1 }, automaticTops: 1 };
  return {
    ...shaped({ ...rest, summary: `${summary} Top: a single value.`, arity, tops: () => [[]] }),
    alsoReads: ['loss_param', ...(facts.alsoReads ?? [])],
    window: everything,
  };
}

export const oneToOne: Arity = { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } };

export function arityOf(bottoms: readonly [number, number?], tops: readonly [number, number?]): Arity {
  const count = ([min, max]: readonly [number, number?]): Arity['tops'] => (max === undefined ? { min } : { min, max });
  return { bottoms: count(bottoms), tops: count(tops) };
}
