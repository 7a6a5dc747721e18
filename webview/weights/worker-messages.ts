/** What passes between the page and its worker. Numbers by the thousand go as typed arrays that change hands. */
import type { Distribution } from '#core/net/distribution';
import type { DrawPlan } from '#core/weights/plan';
import type { Statistics } from '#core/weights/statistics';

/** The blob as the net has it, and the same blob with another filler. */
export type Side = 'net' | 'other';

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
   * Values of what is drawn on that side: `rows` runs of `width` values, `stride` apart. Answered as soon as they are
   * there, which may be long before the whole blob is.
   */
  | ({ readonly kind: 'region'; readonly id: number; readonly side: Side } & RegionRequest)
  | { readonly kind: 'cancel'; readonly side: Side };

export interface RegionRequest {
  readonly start: number;
  readonly rows: number;
  readonly width: number;
  readonly stride: number;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

export type FromWorker =
  /** The draw goes on: regions may be asked for. `share` of the work is done, from 0 to 1. */
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'drawn'; readonly id: number; readonly result: Drawn | undefined }
  | { readonly kind: 'region'; readonly id: number; readonly values: Float32Array };

export interface Drawn {
  readonly statistics: Statistics;
  /** Values in each bin of the range; zeros of a sparse filler are left out. */
  readonly counts: Uint32Array;
  /** See `Drawable.unsure`. */
  readonly unsure: string | undefined;
}
