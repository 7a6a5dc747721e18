/** What passes between the extension and the page of the signal. */
import type { SourceChoice } from '#core/signal/source';
import type { SignalAnswer } from '#server/protocol';
import type { PageState } from '../messages';

export type SignalFile = 'png' | 'svg' | 'csv';

/** The net as it is now; `answer` is null where the document is no net. */
export interface ToSignalPage {
  readonly kind: 'signal';
  readonly uri: string;
  readonly name: string;
  readonly answer: SignalAnswer | null;
}

export type FromSignalPage =
  /** What is to enter the net. */
  | { readonly kind: 'input'; readonly input: SourceChoice }
  | { readonly kind: 'save'; readonly what: SignalFile; readonly bytes: Uint8Array };

export interface SignalPageState extends PageState {
  readonly input: SourceChoice;
  /** Lines that are hidden. */
  readonly hidden: readonly string[];
  readonly view: 'chart' | 'table';
}
