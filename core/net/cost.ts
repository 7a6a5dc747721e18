/**
 * The cost of running a layer, and the receptive field of its values: the interface between the layers' `macs` and
 * `window` and `core/cost`, which sums them over a net.
 */
import type { Message } from '../schema/message';
import type { Shape } from './shape';

/** A layer after set-up. */
export interface CostInput {
  /** As for `setUp`. */
  readonly param: Message;
  readonly bottoms: readonly Shape[];
  readonly tops: readonly Shape[];
  /** One per blob of the layer. */
  readonly params: readonly Shape[];
}

/**
 * Along one axis, value i of the top sees `extent` values of the bottom from i·step + first on. Fractions are allowed.
 */
export interface Slide {
  readonly axis: number;
  readonly step: number;
  readonly first: number;
  readonly extent: number;
}

/** Which values of the bottoms a value of a top depends on. */
export type Window =
  /** Those at the same position of each bottom. */
  | { readonly kind: 'place' }
  /** An interval along some axes, the same position along the others; `bottoms`: only of the first so many bottoms. */
  | { readonly kind: 'slide'; readonly axes: readonly Slide[]; readonly bottoms?: number }
  /** All values along the axes in [from, to), which are `kept` in the top, or `folded` into one position. */
  | { readonly kind: 'all'; readonly from: number; readonly to: number; readonly places: 'kept' | 'folded' }
  /** One value, but from another position: a blob of another shape. */
  | { readonly kind: 'moved' }
  /** None: the layer makes data, and a window starts at each of its values. */
  | { readonly kind: 'source' }
  /** None, and nothing can be seen through the layer. */
  | { readonly kind: 'blind' };
