/** The initial weights panel: the server's answers, and the messages between client and page. */
import type { FillerChoice } from '#core/weights/alternatives';
import type { BlobFacts, WeightsView } from '#core/weights/view';
import type { Cursor, PageState } from './page';
import type { AskValues, FirstValues, FromValues } from './values';

export interface WeightsAnswer extends WeightsView {
  /** First and last line of each layer of `layers`, zero-based. */
  readonly lines: readonly (readonly [number, number])[];
  readonly seed: { readonly value: number; readonly from: string } | undefined;
  /** The weights file that the net starts from. */
  readonly pairing: PairingView | undefined;
}

export interface PairingView {
  readonly file: string;
  /** Why it can't be read, in words. */
  readonly problem: string | undefined;
  /** For each layer of `layers`, in words. `stops`: Caffe aborts at this layer. */
  readonly layers: readonly (
    | { readonly sentence: string; readonly stops: boolean; readonly isLoaded: boolean }
    | undefined
  )[];
  /** Another number each time the file has been read. */
  readonly version: number;
  readonly ignored: string | undefined;
}

/** One way to fill a blob, with its statistics. */
export interface AlternativeView extends BlobFacts {
  readonly choice: FillerChoice;
}

export type ToWeightsPage =
  /** The current net, and which layer to show; `answer` is null if the document is not a net that can be shown. */
  | {
      readonly kind: 'net';
      readonly uri: string;
      readonly name: string;
      readonly answer: WeightsAnswer | null;
      readonly then?: Cursor | LayerAsked;
    }
  | LayerAsked
  /** Sent while the page loads, of a blob of the net that was sent last. */
  | ({ readonly kind: 'first'; readonly blob: number } & FirstValues)
  /** Asks for the contents of the page as a file; the page answers with `rendered`. */
  | { readonly kind: 'render'; readonly what: 'png' | 'csv' }
  | { readonly kind: 'alternatives'; readonly blob: number; readonly list: readonly AlternativeView[] }
  | FromValues;

/** Shows a layer by name. */
export interface LayerAsked {
  readonly kind: 'show';
  readonly layer: string;
}

export type FromWeightsPage =
  | { readonly kind: 'alternatives'; readonly blob: number }
  | AskValues
  | { readonly kind: 'write'; readonly blob: number; readonly choice: FillerChoice }
  /** The user asks for a file; `blob` is the index among the layer's blobs. */
  | {
      readonly kind: 'export';
      readonly layer: string;
      readonly blob: number;
      readonly role: string;
      readonly seed: number;
    }
  /** The user asks to choose the weights file that the net starts from. */
  | { readonly kind: 'pair' }
  | { readonly kind: 'rendered'; readonly bytes: Uint8Array };

export interface WeightsPageState extends PageState {
  readonly layer: string;
  readonly role: string;
  /** Set by the user; undefined for the solver's seed or the default. */
  readonly seed: number | undefined;
  readonly follow: boolean;
}
