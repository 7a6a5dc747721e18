/** Messages between the page and its worker. Large arrays are transferred, not copied. */
import type { Distribution } from '#core/net/distribution';
import type { DrawPlan } from '#core/weights/plan';
import type { Region } from '#core/weights/region';
import type { Statistics } from '#core/weights/statistics';
import type { Range } from '../values/range';

/** `loaded`: the blob as in the weights file; `net`: as in the net; `other`: with another filler. */
export type Side = 'loaded' | 'net' | 'other';

export type ToWorker =
  | { readonly kind: 'plan'; readonly plan: DrawPlan; readonly seed: number }
  | {
      readonly kind: 'draw';
      readonly id: number;
      readonly side: Side;
      readonly blob: number;
      readonly instead: Distribution | undefined;
      readonly range: Range;
      readonly bins: number;
    }
  /**
   * Requests values of the side's current draw: `rows` runs of `width` values, `stride` apart. Answered as soon as these are
   * available, which may be long before the whole blob is drawn.
   */
  | ({ readonly kind: 'region'; readonly id: number; readonly side: Side } & Region)
  | { readonly kind: 'cancel'; readonly side: Side };

export type FromWorker =
  /**
   * More values are available, and regions of them may be requested. `share`: the share of the work that is done, from 0 to 1.
   */
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'drawn'; readonly id: number; readonly result: Drawn | undefined }
  | { readonly kind: 'region'; readonly id: number; readonly values: Float32Array };

export interface Drawn {
  readonly statistics: Statistics;
  /** The count of each bin; excludes the zeros of a sparse filler. */
  readonly counts: Uint32Array;
  /** See `Drawable.unsure`. */
  readonly unsure: string | undefined;
}
