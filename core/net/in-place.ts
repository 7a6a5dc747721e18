/** What layers whose top is their bottom do to a net: the contract between the layers and `core/checks/in-place`. */
import type { CostInput } from './cost';

export interface InPlaceInput extends CostInput {
  /** True where the layer works in place itself. */
  readonly inPlace: boolean;
}

/** Of a blob: which of its values are above 0; the values themselves, where a gradient arrives; or all of them. */
export type Trait = 'signs' | 'values' | 'all';

/** Caffe checks nothing of this, and computes something else than the layer says. Absent facts are none, or not known. */
export interface InPlace {
  /** What it gets wrong in place: its values, or its gradient alone. */
  readonly spoils?: (input: InPlaceInput) => 'values' | 'gradient' | undefined;
  /** What its gradient reads of its top, so that no layer behind it may change that in place. */
  readonly reads?: (input: InPlaceInput) => Trait | undefined;
  /** What it keeps of a blob that it works on in place, in this order: less than signs is `nothing`. */
  readonly keeps?: (input: InPlaceInput) => Kept;
}

/** `nothing`; or which values are above 0; or also the values to which it passes a gradient; or all. */
export type Kept = 'nothing' | Trait;

export function isKept(wanted: Trait, kept: Kept): boolean {
  return order.indexOf(kept) >= order.indexOf(wanted);
}

const order: readonly Kept[] = ['nothing', 'signs', 'values', 'all'];

/** Of a layer that writes its top while it still reads its bottom. */
export const writesTooSoon: InPlace = { spoils: () => 'values' };
