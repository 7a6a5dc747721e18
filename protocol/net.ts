/** The panel of the net: the server's answers, and the messages between client and page. */
import type { Sum } from '#core/cost/cost';
import type { NetLayer, NetView } from '#core/cost/view';
import type { Shape } from '#core/net/shape';
import type { PageState } from './page';

export interface NetAnswer extends NetView {
  /** Lines of each layer, first and last, from 0. */
  readonly lines: readonly (readonly [number, number])[];
  /** Of each layer. */
  readonly problems: readonly (readonly LayerProblem[])[];
}

export interface LayerProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface NetBefore {
  readonly layers: readonly LayerBefore[];
  readonly total: Sum;
}

export interface LayerBefore extends Pick<NetLayer, 'name' | 'type' | 'params' | 'macs' | 'memory'> {
  /** Of the first top. */
  readonly shape: Shape;
}

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
