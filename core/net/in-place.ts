/** The effects of layers whose top is their bottom: the interface between the layers and `core/checks/in-place`. */
import type { CostInput } from './cost';
import type { BackwardRule, LoweringRule } from './graph';

export interface InPlaceInput extends CostInput {
  /** True where the layer itself works in place. */
  readonly inPlace: boolean;
}

/**
 * Properties of a blob: `signs`, which of its values are above 0; `values`, the values through which a gradient passes;
 * `all` values.
 */
export type Trait = 'signs' | 'values' | 'all';

/**
 * Caffe checks none of this, and computes something else than the layer's formula. An absent fact is false or not
 * known.
 */
export interface InPlace {
  /** What is wrong when the layer works in place: its values, or only its gradient. */
  readonly spoils?: (input: InPlaceInput) => 'values' | 'gradient' | undefined;
  /** What it computes where that spoils its values; its bottoms are what their memory holds before. */
  readonly onnx?: LoweringRule;
  /** Its gradients where that spoils its values, if a gradient arrives; its bottoms are what their memory holds by then. */
  readonly backward?: BackwardRule;
  /** True where Backward then sets the gradient of its top, and so that of its bottom, to 0. */
  readonly clears?: true;
  /** What its gradient reads of its top, so that no later layer may change that in place. */
  readonly reads?: (input: InPlaceInput) => Trait | undefined;
  /** What remains of a blob that it changes in place. Ordered: less than `signs` is `nothing`. */
  readonly keeps?: (input: InPlaceInput) => Kept;
}

/** Like `Trait`, and ordered: `nothing`, `signs`, `values`, `all`. */
export type Kept = 'nothing' | Trait;

export function isKept(wanted: Trait, kept: Kept): boolean {
  return order.indexOf(kept) >= order.indexOf(wanted);
}

const order: readonly Kept[] = ['nothing', 'signs', 'values', 'all'];

/** For a layer that writes its top while it still reads its bottom. */
export const writesTooSoon: InPlace = { spoils: () => 'values' };
