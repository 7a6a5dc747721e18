/**
 * What passes between the extension and its pages, in both directions. A page is a folder of this room with a `main.ts`;
 * its own messages stand in its `messages.ts`, and one line here makes it known to both sides.
 */
import type { FromNetPage, NetPageState, ToNetPage } from './net/messages';
import type { FromSignalPage, SignalPageState, ToSignalPage } from './signal/messages';
import type { FromWeightsPage, ToWeightsPage, WeightsPageState } from './weights/messages';

/** By the name of the folder. */
export interface Pages {
  readonly net: Page<ToNetPage, FromNetPage, NetPageState>;
  readonly signal: Page<ToSignalPage, FromSignalPage, SignalPageState>;
  readonly weights: Page<ToWeightsPage, FromWeightsPage, WeightsPageState>;
}

export type PageName = keyof Pages;

/** `State` is what a page keeps of itself when it is hidden, or the window is loaded again. */
interface Page<To, From, State extends PageState> {
  readonly to: To | ToAnyPage;
  readonly from: From | FromAnyPage;
  readonly state: State;
}

/** What every page keeps: the document that it shows. */
export interface PageState {
  readonly uri: string;
}

/** The line of the cursor in the text, from 0. */
export interface ToAnyPage {
  readonly kind: 'cursor';
  readonly line: number;
}

export type FromAnyPage =
  /** The script runs, and wants everything: sent each time the page is loaded. */
  | { readonly kind: 'ready' }
  /** Whether the page goes along when the editor shows another net. */
  | { readonly kind: 'follow'; readonly on: boolean }
  /** Shows a line of the document in the editor, from 0. */
  | { readonly kind: 'reveal'; readonly line: number };
