/** The panel of initial weights: the server's answers, and the messages between client and page. */
import type { FillerChoice } from '#core/weights/alternatives';
import type { BlobFacts, WeightsView } from '#core/weights/view';
import type { PageState, ToAnyPage } from './page';

export interface WeightsAnswer extends WeightsView {
  /** Lines of each layer of `layers`, first and last, from 0. */
  readonly lines: readonly (readonly [number, number])[];
  readonly seed: { readonly value: number; readonly from: string } | undefined;
  /** The file of weights that the net starts from. */
  readonly pairing: PairingView | undefined;
}

export interface PairingView {
  readonly file: string;
  /** Why it can't be read, in words. */
  readonly problem: string | undefined;
  /** Of each layer of `layers`, in words. */
  readonly layers: readonly ({ readonly sentence: string; readonly stops: boolean } | undefined)[];
  readonly ignored: string | undefined;
}

/** One way to fill a blob, with its figures. */
export interface AlternativeView extends BlobFacts {
  readonly choice: FillerChoice;
}

export type ToWeightsPage =
  /** The net as it is now, and which layer to show; `answer` is null where the document is no net that can be shown. */
  | {
      readonly kind: 'net';
      readonly uri: string;
      readonly name: string;
      readonly answer: WeightsAnswer | null;
      readonly then?: ToAnyPage | LayerAsked;
    }
  | LayerAsked
  /** What the page shows is wanted as a file; `rendered` answers. */
  | { readonly kind: 'render'; readonly what: 'png' | 'csv' }
  | { readonly kind: 'alternatives'; readonly blob: number; readonly list: readonly AlternativeView[] };

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
  /** Typed or rolled; undefined for the seed of the solver, or the default. */
  readonly seed: number | undefined;
  readonly follow: boolean;
}
