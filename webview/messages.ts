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

/** How a message to a page is sent: with its number, from 1. */
export interface Numbered<Message> {
  readonly number: number;
  readonly message: Message;
}

/** The line of the cursor in the text, from 0. */
export interface ToAnyPage {
  readonly kind: 'cursor';
  readonly line: number;
}

export type FromAnyPage =
  /** Sent each time the page is loaded, with the number of what it heard last; what came after is lost. */
  | { readonly kind: 'ready'; readonly heard: number }
  /** Whether the page goes along when the editor shows another net. */
  | { readonly kind: 'follow'; readonly on: boolean }
  /** Shows a line of the document in the editor, from 0. */
  | { readonly kind: 'reveal'; readonly line: number };
