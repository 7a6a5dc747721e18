/** What all pages and the client say to each other. */

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
  /** Sent each time the page is loaded, with the number of the last message that it received; later ones are lost. */
  | { readonly kind: 'ready'; readonly heard: number }
  /** Whether the page changes when the editor shows another net. */
  | { readonly kind: 'follow'; readonly on: boolean }
  /** Shows a line of the document in the editor, from 0. */
  | { readonly kind: 'reveal'; readonly line: number };
