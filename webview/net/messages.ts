/** What passes between the extension and the page of the net. */
import type { NetAnswer, NetBefore } from '#server/protocol';
import type { PageState } from '../messages';

/** The net as it is now, null where the document is no net; `before`: as git's HEAD has it, null where it has not. */
export interface ToNetPage {
  readonly kind: 'net';
  readonly uri: string;
  readonly name: string;
  readonly answer: NetAnswer | null;
  readonly before: NetBefore | null;
}

export type FromNetPage =
  /** Asks where to, and writes a file there. */
  | { readonly kind: 'save'; readonly format: 'svg' | 'png'; readonly content: string | Uint8Array }
  | { readonly kind: 'copy'; readonly text: string };

export interface NetPageState extends PageState {
  readonly tab: Tab;
  readonly follow: boolean;
  readonly grouped: boolean;
  readonly collapsed: readonly string[];
}

export type Tab = 'graph' | 'table';
