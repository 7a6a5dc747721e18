/** The net panel: the server's answers, and the messages between client and page. */
import type { Sum } from '#core/cost/cost';
import type { NetLayer, NetView } from '#core/cost/view';
import type { Shape } from '#core/net/shape';
import type { PageState } from './page';

export interface NetAnswer extends NetView {
  /** First and last line of each layer, zero-based. */
  readonly lines: readonly (readonly [number, number])[];
  /** For each layer. */
  readonly problems: readonly (readonly LayerProblem[])[];
  /** For each layer, what the targets that the net is judged for make of it; empty where they take it. */
  readonly targets: readonly string[];
  /** For each layer, what it sets in its parameter messages, see `writtenFields`. */
  readonly fields: readonly string[];
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
  /** Shape of the first top. */
  readonly shape: Shape;
}

/** The current net, null if the document is not a net; `before`: the version in git's HEAD, null if there is none. */
export interface ToNetPage {
  readonly kind: 'net';
  readonly uri: string;
  readonly name: string;
  readonly answer: NetAnswer | null;
  readonly before: NetBefore | null;
}

export type FromNetPage =
  /** Asks the user for a destination and writes the file. */
  | { readonly kind: 'save'; readonly format: 'svg' | 'png'; readonly content: string | Uint8Array }
  | { readonly kind: 'copy'; readonly text: string };

export interface NetPageState extends PageState {
  readonly tab: Tab;
  readonly follow: boolean;
  /** As the user chose; absent before. */
  readonly grouped?: boolean;
  /** Blocks of the graph. */
  readonly collapsed: readonly string[];
  /** Blocks of the table. */
  readonly toggled: readonly string[];
}

export type Tab = 'graph' | 'table';
