/** The panel of the signal: the server's answer, and the messages between client and page. */
import type { SourceMoments } from '#core/net/signal';
import type { ScenarioName } from '#core/signal/scenarios';
import type { SourceChoice } from '#core/signal/source';
import type { PageState } from './page';

/** The forecast of the signal: as the net is, and in each scenario. */
export interface SignalAnswer {
  readonly state: string;
  readonly source: SourceMoments;
  /** Of the draws that the numbers are the means of; none where draws make no difference. */
  readonly seeds: readonly number[];
  readonly layers: readonly SignalLayer[];
  readonly scenarios: readonly SignalScenario[];
  /** Problems of the signal in the net as it is, in words; `line` from 0. */
  readonly verdicts: readonly { readonly message: string; readonly line: number }[];
}

export interface SignalLayer {
  readonly name: string;
  readonly type: string;
  /** First and last, from 0. */
  readonly lines: readonly [number, number];
  /** Layers on the longest path from the input. */
  readonly depth: number;
  /** Indices of the layers whose tops it reads, as far as these are modelled. */
  readonly from: readonly number[];
  /** Its tops are single values, such as a loss: not on the path of the signal. */
  readonly ends: boolean;
}

/** One number a layer, null where it is not modelled or nothing arrives. */
export interface SignalScenario {
  readonly name: ScenarioName;
  readonly mean: readonly (number | null)[];
  /** Second moment of the first top. */
  readonly forward: readonly (number | null)[];
  /** Second moment of the gradient at the first top. */
  readonly back: readonly (number | null)[];
  /** `forward` in each draw; empty where there are none. */
  readonly draws: readonly (readonly number[])[];
}

export type SignalFile = 'png' | 'svg' | 'csv';

/** The net as it is now; `answer` is null where the document is no net. */
export interface ToSignalPage {
  readonly kind: 'signal';
  readonly uri: string;
  readonly name: string;
  readonly answer: SignalAnswer | null;
}

export type FromSignalPage =
  /** The input of the net that is assumed. */
  | { readonly kind: 'input'; readonly input: SourceChoice }
  | { readonly kind: 'save'; readonly what: SignalFile; readonly bytes: Uint8Array };

export interface SignalPageState extends PageState {
  readonly input: SourceChoice;
  /** Lines that are hidden. */
  readonly hidden: readonly string[];
  readonly view: 'chart' | 'table';
}
