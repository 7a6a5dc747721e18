/** Messages and state that all pages have in common. */

import type { Lack, Remedy } from './lacks';

/** What every page saves: the document that it shows. */
export interface PageState {
  readonly uri: string;
}

/** The envelope of a message to a page: messages are numbered from 1. */
export interface Numbered<Message> {
  readonly number: number;
  readonly message: Message;
}

export type ToAnyPage = Cursor | Lacks;

/** The cursor's line in the text, zero-based. */
export interface Cursor {
  readonly kind: 'cursor';
  readonly line: number;
}

/** Sent before the content of a document, which may take time: what is missing for it. */
export interface Lacks {
  readonly kind: 'lacks';
  readonly uri: string;
  readonly lacks: readonly Lack[];
}

export type FromAnyPage =
  /** Sent each time the page is loaded, with the number of the last message it received; the client sends later ones again. */
  | { readonly kind: 'ready'; readonly received: number }
  /** Whether the page follows the active editor when it shows another net. */
  | { readonly kind: 'follow'; readonly on: boolean }
  /** Shows a line of the document in the editor, zero-based. */
  | { readonly kind: 'reveal'; readonly line: number }
  /** Provides what is missing. */
  | { readonly kind: 'remedy'; readonly remedy: Remedy };
