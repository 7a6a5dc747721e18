/** What passes between the extension and the page of initial weights. */
import type { AlternativeView, WeightsAnswer } from '#server/protocol';
import type { FillerChoice } from '#core/weights/alternatives';
import type { Reached } from '#core/weights/draw';
import type { PageState, ToAnyPage } from '../messages';

export type ToWeightsPage =
  /** The net as it is now, and where in it to look, with `reached` to follow; `answer` is null where the document is no net that can be shown. */
  | {
      readonly kind: 'net';
      readonly uri: string;
      readonly name: string;
      readonly answer: WeightsAnswer | null;
      readonly then?: ToAnyPage | LayerAsked;
    }
  | LayerAsked
  /** How the generator stands where the blob that is shown begins, by the net that was told last; undefined where nobody knows. */
  | { readonly kind: 'reached'; readonly found: ReachedBlob | undefined }
  /** What the page shows is wanted as a file; `rendered` answers. */
  | { readonly kind: 'render'; readonly what: 'png' | 'csv' }
  | { readonly kind: 'alternatives'; readonly blob: number; readonly list: readonly AlternativeView[] };

export interface ReachedBlob {
  readonly seed: number;
  readonly reached: Reached;
}

/** A layer that was asked for by name. */
export interface LayerAsked {
  readonly kind: 'show';
  readonly layer: string;
}

export type FromWeightsPage =
  | { readonly kind: 'alternatives'; readonly blob: number }
  | { readonly kind: 'write'; readonly blob: number; readonly choice: FillerChoice }
  /** The person wants a file; `blob` is the index among the layer's blobs. */
  | {
      readonly kind: 'export';
      readonly layer: string;
      readonly blob: number;
      readonly role: string;
      readonly seed: number;
    }
  /** The person wants to choose the file of weights that the net starts from. */
  | { readonly kind: 'pair' }
  | { readonly kind: 'rendered'; readonly bytes: Uint8Array };

export interface WeightsPageState extends PageState {
  readonly layer: string;
  readonly role: string;
  /** Typed or rolled; undefined where the solver's, or the default, is meant. */
  readonly seed: number | undefined;
  readonly follow: boolean;
}
