/**
 * What running a layer takes, and what its values see: the contract between the layers' `macs` and `window` and
 * `core/cost`, which sums them over a net.
 */
import type { Message } from '../schema/message';
import type { Shape } from './shape';

/** A layer that is set up. */
export interface CostInput {
  /** As for `setUp`. */
  readonly param: Message;
  readonly bottoms: readonly Shape[];
  readonly tops: readonly Shape[];
  /** One a blob of the layer. */
  readonly params: readonly Shape[];
}

/** Along one axis, value i of the top sees the bottom's values from i·step + first, `extent` of them. Fractions are allowed. */
export interface Slide {
  readonly axis: number;
  readonly step: number;
  readonly first: number;
  readonly extent: number;
}

/** Which values of the bottoms a value of a top is made of. */
export type Window =
  /** Those at the same place of each bottom. */
  | { readonly kind: 'place' }
  /** A stretch along some axes, the same place along the others; `bottoms`: only of the first so many. */
  | { readonly kind: 'slide'; readonly axes: readonly Slide[]; readonly bottoms?: number }
  /** All along the axes in [from, to), which are `kept` in the top, or `folded` to one place. */
  | { readonly kind: 'all'; readonly from: number; readonly to: number; readonly places: 'kept' | 'folded' }
  /** One value, but from another place: a blob of another shape. */
  | { readonly kind: 'moved' }
  /** None: the layer makes data, and a window begins at each of its values. */
  | { readonly kind: 'source' }
  /** None, and nothing can be seen through the layer. */
  | { readonly kind: 'blind' };
