/**
 * Requests of the server beyond LSP: how one that runs in a web worker asks its client for files. `Uint8Array`s pass as
 * they are, since workers exchange structured clones.
 */
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Sum } from '#core/cost/cost';
import type { NetLayer, NetView } from '#core/cost/view';
import type { Shape } from '#core/net/shape';
import type { SourceMoments } from '#core/net/signal';
import type { ScenarioName } from '#core/signal/scenarios';
import type { SourceChoice } from '#core/signal/source';
import type { Analysis } from '#core/analysis';
import type { NetState } from '#core/net/model';
import type { FillerChoice } from '#core/weights/alternatives';
import type { Reached } from '#core/weights/draw';
import type { WeightFormat } from '#core/weights/export';
import type { DrawPlan } from '#core/weights/plan';
import type { BlobFacts, WeightsView } from '#core/weights/view';
import type { FileStat } from './runtime';

/** By method name. A request fails where there is no such file, or it can't be reached. */
export interface FileRequests {
  readonly 'prototxt/fs/read': { readonly params: { readonly uri: string }; readonly result: Uint8Array };
  /** The bytes in [start, end), fewer where the file ends before. */
  readonly 'prototxt/fs/readRange': {
    readonly params: { readonly uri: string; readonly start: number; readonly end: number };
    readonly result: Uint8Array;
  };
  readonly 'prototxt/fs/stat': { readonly params: { readonly uri: string }; readonly result: FileStat };
  /** The names in a folder. */
  readonly 'prototxt/fs/list': { readonly params: { readonly uri: string }; readonly result: readonly string[] };
  readonly 'prototxt/fs/write': {
    readonly params: { readonly uri: string; readonly bytes: Uint8Array };
    readonly result: null;
  };
}

export type FileMethod = keyof FileRequests;

/** Where a panel is in a document: the server answers for the text as it knows it. */
interface InDocument {
  readonly uri: string;
}

/** To a client that has panels: what they show may be another now, since settings or files beside a net changed. No params. */
export const news = 'prototxt/news';

/** Which Caffe a document is read by, for a client that shows it; null where it is not open. */
export interface SchemaRequests {
  readonly 'prototxt/schema': { readonly params: InDocument; readonly result: SchemaAnswer | null };
  /** The comment that names a proto, by its URI. Null also where no path leads to it from the document. */
  readonly 'prototxt/schema/write': {
    readonly params: InDocument & { readonly proto: string };
    readonly result: readonly TextEdit[] | null;
  };
}

export interface SchemaAnswer {
  readonly id: string;
  readonly label: string;
  /** In words. */
  readonly why: string;
  /** All that can be chosen by name. */
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** What the panels ask the server; null where the document is no net, or the blob is gone. */
export interface PanelRequests {
  readonly 'prototxt/net': { readonly params: InDocument; readonly result: NetAnswer | null };
  /** The same document with another text, in the state that is shown: what it was before. */
  readonly 'prototxt/net/before': {
    readonly params: InDocument & { readonly text: string };
    readonly result: NetBefore | null;
  };
  readonly 'prototxt/weights': { readonly params: InDocument; readonly result: WeightsAnswer | null };
  readonly 'prototxt/weights/alternatives': {
    readonly params: InDocument & { readonly blob: number };
    readonly result: readonly AlternativeView[];
  };
  readonly 'prototxt/weights/write': {
    readonly params: InDocument & { readonly blob: number; readonly choice: FillerChoice };
    readonly result: readonly TextEdit[] | null;
  };
  readonly 'prototxt/signal': {
    readonly params: InDocument & { readonly input: SourceChoice };
    readonly result: SignalAnswer | null;
  };
}

/** What is computed for a panel while its page is on the way. */
export interface ReachRequests {
  /** Null where the blob draws nothing, or can't be drawn. */
  readonly 'prototxt/weights/reach': {
    readonly params: InDocument & { readonly plan: DrawPlan; readonly seed: number; readonly blob: number };
    readonly result: Reached | null;
  };
}

/** In which state a net is checked and shown; null for what is no net. */
export interface StateRequests {
  readonly 'prototxt/states': { readonly params: InDocument; readonly result: StatesAnswer | null };
  /** Null: what the net itself or the settings say. The net need not be open. */
  readonly 'prototxt/states/choose': {
    readonly params: InDocument & { readonly state: NetState | null };
    readonly result: null;
  };
}

export interface StatesAnswer {
  /** As people read them: `TRAIN`, `TEST, stage deploy`. */
  readonly shown: readonly string[];
  readonly from: Analysis['statesFrom'];
  readonly choices: readonly { readonly state: NetState; readonly label: string; readonly layers: number }[];
  /** Which Caffe the net is read by. */
  readonly schema: string;
}

/** The file of weights that a net starts from, as the person chose it; null for none. */
export interface PairRequests {
  readonly 'prototxt/weights/pair': {
    readonly params: InDocument & { readonly model: string | null };
    readonly result: PairAnswer;
  };
}

/** Why nothing can be taken from it, in words; or the file named by a comment in the net, which goes before. */
export interface PairAnswer {
  readonly problem?: string;
  readonly comment?: string;
}

/** What the palette's commands ask; each edit is one step, for the client to apply. Null where it can't be done there. */
export interface WritingRequests {
  /** The types that can be inserted on a blob. */
  readonly 'prototxt/insert/types': { readonly params: InDocument; readonly result: readonly string[] };
  readonly 'prototxt/insert': {
    readonly params: AtPosition & { readonly types: readonly string[] };
    readonly result: readonly TextEdit[] | null;
  };
  /** The block around a position, and a prefix that is free for its copy. */
  readonly 'prototxt/duplicate/block': { readonly params: AtPosition; readonly result: BlockAnswer | null };
  readonly 'prototxt/duplicate': {
    readonly params: AtPosition & { readonly prefix: string };
    readonly result: readonly TextEdit[] | null;
  };
  readonly 'prototxt/upgrade': { readonly params: InDocument; readonly result: readonly TextEdit[] };
  /** The text of the deploy net. */
  readonly 'prototxt/deploy': { readonly params: InDocument; readonly result: string | null };
  readonly 'prototxt/explain': {
    readonly params: InDocument & { readonly log: string };
    readonly result: readonly Explained[];
  };
}

interface AtPosition extends InDocument {
  readonly position: Position;
}

export interface BlockAnswer {
  readonly prefix: string;
  readonly layers: number;
  readonly suggestion: string;
}

/** What a line of Caffe's log is about. */
export interface Explained {
  /** In words. */
  readonly message: string;
  /** Null where it is about nothing that the file says. */
  readonly range: Range | null;
}

/** All that are about an open document. */
export interface DocumentRequests
  extends SchemaRequests,
    PanelRequests,
    WritingRequests,
    Pick<StateRequests, 'prototxt/states'> {}

/** All that a client may ask beyond LSP. */
export interface OwnRequests extends DocumentRequests, StateRequests, ReachRequests, PairRequests, ExportRequests {}

/** Files of weights, written by the server; each is a request of its own, with `ExportProgress` on the way. */
export interface ExportRequests {
  readonly 'prototxt/weights/export': { readonly params: ExportParams; readonly result: ExportAnswer | null };
}

export interface ExportParams extends InDocument {
  /** Where to write, a URI. A file that is there is replaced: the person was asked. */
  readonly to: string;
  readonly format: WeightFormat;
  /** Only this layer's blobs; absent for the net. */
  readonly layer?: string;
  /** Index of the layer's blob that a `.npy` holds. */
  readonly blob?: number;
  /** Absent: the random_seed of the solver beside the net, else 1701. */
  readonly seed?: number;
}

export type ExportAnswer =
  | {
      readonly kind: 'written';
      readonly blobs: number;
      readonly values: number;
      readonly size: number;
      readonly seed: number;
      readonly unsure?: string;
    }
  | { readonly kind: 'cancelled' }
  /** In words. */
  | { readonly kind: 'problem'; readonly message: string };

/** How far the file at `to` is, from 0 to 1. */
export const exportProgress = 'prototxt/weights/exportProgress';

export interface ExportProgress {
  readonly to: string;
  readonly share: number;
}

/** The forecast of the signal, as it is and what if. */
export interface SignalAnswer {
  readonly state: string;
  readonly source: SourceMoments;
  /** Of the draws that the numbers are the means of; none where draws make no difference. */
  readonly seeds: readonly number[];
  readonly layers: readonly SignalLayer[];
  readonly scenarios: readonly SignalScenario[];
  /** What is to be said against the net as it is, in words; `line` from 0. */
  readonly verdicts: readonly { readonly message: string; readonly line: number }[];
}

export interface SignalLayer {
  readonly name: string;
  readonly type: string;
  /** First and last, from 0. */
  readonly lines: readonly [number, number];
  /** Layers on the longest way from the input. */
  readonly depth: number;
  /** Indices of the layers whose tops it reads, as far as these are modelled. */
  readonly from: readonly number[];
  /** Its tops are single values, such as a loss: no part of the signal's way. */
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

export interface WeightsAnswer extends WeightsView {
  /** Lines of each layer of `layers`, first and last, from 0. */
  readonly lines: readonly (readonly [number, number])[];
  readonly seed: { readonly value: number; readonly from: string } | undefined;
  /** The file of weights that the net starts from. */
  readonly pairing: PairingView | undefined;
}

export interface PairingView {
  readonly file: string;
  /** Why it can't be read, in words. */
  readonly problem: string | undefined;
  /** Of each layer of `layers`, in words. */
  readonly layers: readonly ({ readonly sentence: string; readonly stops: boolean } | undefined)[];
  readonly ignored: string | undefined;
}

/** One way to fill a blob, and what comes of it. */
export interface AlternativeView extends BlobFacts {
  readonly choice: FillerChoice;
}

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
