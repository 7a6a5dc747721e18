/** What passes between the extension and its pages, in both directions. */
import type { AlternativeView, WeightsAnswer } from '#server/protocol';
import type { FillerChoice } from '#core/weights/alternatives';

export type ToWeightsPage =
  /** The net as it is now; `answer` is null where the document is no net that can be shown. */
  | { readonly kind: 'net'; readonly uri: string; readonly name: string; readonly answer: WeightsAnswer | null }
  /** The line of the cursor in the text, from 0. */
  | { readonly kind: 'cursor'; readonly line: number }
  /** A layer that was asked for by name. */
  | { readonly kind: 'show'; readonly layer: string }
  | { readonly kind: 'alternatives'; readonly blob: number; readonly list: readonly AlternativeView[] };

export type FromWeightsPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'alternatives'; readonly blob: number }
  | { readonly kind: 'write'; readonly blob: number; readonly choice: FillerChoice }
  | { readonly kind: 'reveal'; readonly line: number };

/** What a page keeps of itself when it is hidden, or the window is loaded again. */
export interface WeightsPageState {
  readonly uri: string;
  readonly layer: string;
  readonly role: string;
  /** Typed or rolled; undefined where the solver's, or the default, is meant. */
  readonly seed: number | undefined;
  readonly follow: boolean;
}
