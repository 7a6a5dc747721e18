/** The signal panel: the server's answer, and the messages between client and page. */
import type { SourceMoments } from '#core/net/signal';
import type { ScenarioName } from '#core/signal/scenarios';
import type { SourceChoice } from '#core/signal/source';
import type { PageState } from './page';

/** The forecast of the signal for the net as it is, and for each scenario. */
export interface SignalAnswer {
  readonly state: string;
  readonly source: SourceMoments;
  readonly layers: readonly SignalLayer[];
  readonly scenarios: readonly SignalScenario[];
  /** Why little can be read from the net as it is: its filters, or the running statistics that it divides by, are still 0. */
  readonly wall: 'weights' | 'statistics' | 'both' | null;
  /** The scenario to look at: `asIs`, unless there is a wall. */
  readonly main: ScenarioName;
  /** What the last run of the net in this state measured. */
  readonly measured: SignalMeasured | null;
  /** Problems of the signal in the net as it is, in words; `line` is zero-based. */
  readonly verdicts: readonly { readonly message: string; readonly line: number }[];
  /** Why the net is too large for a forecast, in words; the rest is empty then. */
  readonly tooLarge?: string;
}

export interface SignalLayer {
  readonly name: string;
  readonly type: string;
  /** First and last line, zero-based. */
  readonly lines: readonly [number, number];
  /** Number of layers on the longest path from the input. */
  readonly depth: number;
  /** Indices of the layers whose tops it reads, as far as they are modelled. */
  readonly from: readonly number[];
  /** True if its tops are single values, such as a loss, which are not on the path of the signal. */
  readonly ends: boolean;
  /** True for filters, where a gradient may start. */
  readonly hasWeights: boolean;
}

/** One number per layer; null if the layer is not modelled or no signal arrives. */
export interface SignalScenario {
  readonly name: ScenarioName;
  readonly mean: readonly (number | null)[];
  /** Second moment of the first top. */
  readonly forward: readonly (number | null)[];
  /** Second moment of the gradient at the first top. */
  readonly back: readonly (number | null)[];
}

export interface SignalMeasured {
  readonly seed: number;
  /** Null: as many items as the file says. */
  readonly batch: number | null;
  /** The text has changed since. */
  readonly isOld: boolean;
  /** Second moments of the first tops, as multiples of that of the input; null where nothing was measured. */
  readonly forward: readonly (number | null)[];
  /**
   * Second moments of the gradients at the first tops, as multiples of that at the top of the last layer of filters, where
   * the forecast starts; null where nothing was measured.
   */
  readonly back: readonly (number | null)[];
  /** Layers where the forecast of the net as it is differs by more than a factor of 2, and the first from the input. */
  readonly differs: SignalDifference | null;
  /** The same of the gradient, and the first from the output. */
  readonly differsBack: SignalDifference | null;
}

export interface SignalDifference {
  readonly count: number;
  readonly layer: number;
  readonly measured: number;
  readonly forecast: number;
}

export type SignalFile = 'png' | 'svg' | 'csv';

/** The current net; `answer` is null if the document is not a net. */
export interface ToSignalPage {
  readonly kind: 'signal';
  readonly uri: string;
  readonly name: string;
  readonly answer: SignalAnswer | null;
}

export type FromSignalPage =
  /** The assumed input of the net. */
  | { readonly kind: 'input'; readonly input: SourceChoice }
  | { readonly kind: 'save'; readonly what: SignalFile; readonly bytes: Uint8Array };

export interface SignalPageState extends PageState {
  readonly input: SourceChoice;
  /** Names of the hidden lines. */
  readonly hidden: readonly string[];
  readonly view: 'chart' | 'table';
  /** Whether the charts have only layers with weights; undefined if the person has not chosen. */
  readonly onlyWeights: boolean | undefined;
}
