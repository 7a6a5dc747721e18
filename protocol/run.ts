/** The panel of runs: the server's answers, and the messages between client and page. */
import type { PageState } from './page';

/** What is known of a net's run. */
export interface RunView {
  /** In which the net is shown. */
  readonly state: string;
  /** Of the next run, where the person names none. */
  readonly seed: number;
  /** Null before the first. */
  readonly last: LastRun | null;
}

export interface LastRun {
  readonly state: string;
  readonly seed: number;
  /** Null: as many items as the file said. */
  readonly batch: number | null;
  /** Null for a net without losses. */
  readonly loss: Measured | null;
  /** The text or the state is another now. */
  readonly isOld: boolean;
  readonly layers: readonly RunLayerView[];
  /** The layer that could not be run, and why; null where all were. */
  readonly stopped: string | null;
}

export interface RunLayerView {
  readonly name: string;
  readonly type: string;
  /** First and last in the text as it is now, from 0; null where the layer is gone. */
  readonly lines: readonly [number, number] | null;
  readonly tops: readonly RunTopView[];
}

export interface RunTopView {
  readonly blob: string;
  readonly shape: readonly number[];
  readonly mean: Measured;
  readonly std: Measured;
  readonly min: Measured;
  readonly max: Measured;
}

/** JSON has no number for the others. */
export type Measured = number | 'nan' | 'inf' | '-inf';

export interface RunChoice {
  /** Null: of the solver beside the net, else 1701. */
  readonly seed: number | null;
  /** Null: as the file says. */
  readonly batch: number | null;
}

/** `view` is null where the document is no net. */
export type ToRunPage =
  | { readonly kind: 'run'; readonly uri: string; readonly name: string; readonly view: RunView | null }
  /** The person asked for a run: the page starts one with what it has for seed and batch. */
  | { readonly kind: 'begin' }
  /** A run goes on: the share of its layers that have run, from 0 to 1. */
  | { readonly kind: 'progress'; readonly uri: string; readonly done: number }
  /** It has ended; `problem` says why where it did not finish. */
  | { readonly kind: 'ended'; readonly uri: string; readonly problem: string | null };

export type FromRunPage =
  | { readonly kind: 'start'; readonly choice: RunChoice }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'copy'; readonly text: string };

export interface RunPageState extends PageState {
  readonly choice: RunChoice;
}
