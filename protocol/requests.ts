/** What a client may ask the server beyond LSP, by method. The server answers for the text as it knows it. */
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '#core/analysis/analysis';
import type { NetState } from '#core/net/model';
import type { SourceChoice } from '#core/signal/source';
import type { FillerChoice } from '#core/weights/alternatives';
import type { WeightFormat } from '#core/weight-files/write-weights';
import type { NetAnswer, NetBefore } from './net';
import type { SignalAnswer } from './signal';
import type { AlternativeView, WeightsAnswer } from './weights';

/** The error code of a request in which the server crashed: JSON-RPC's InternalError. Its message is for people. */
export const crashed = -32603;

/** All of them. */
export interface OwnRequests extends DocumentRequests, StateRequests, PairRequests, ExportRequests {}

/** All that are about an open document. */
export interface DocumentRequests
  extends SchemaRequests,
    PanelRequests,
    WritingRequests,
    Pick<StateRequests, 'prototxt/states'> {}

interface InDocument {
  readonly uri: string;
}

interface AtPosition extends InDocument {
  readonly position: Position;
}

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

/** For the panels; null where the document is no net, or the blob is gone. */
export interface PanelRequests {
  readonly 'prototxt/net': { readonly params: InDocument; readonly result: NetAnswer | null };
  /** The same document with another text, in the state that is shown: an earlier version. */
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

/** In which state a net is checked and shown; null for what is no net. */
export interface StateRequests {
  readonly 'prototxt/states': { readonly params: InDocument; readonly result: StatesAnswer | null };
  /** Null: as the net itself or the settings say. The net need not be open. */
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

/** Why the file can't be used, in words; or the file named by a comment in the net, which takes precedence. */
export interface PairAnswer {
  readonly problem?: string;
  readonly comment?: string;
}

/** For the palette's commands; each edit is one step, for the client to apply. Null where it can't be done there. */
export interface WritingRequests {
  /** The types that can be inserted on a blob. */
  readonly 'prototxt/insert/types': { readonly params: InDocument; readonly result: readonly string[] };
  readonly 'prototxt/insert': {
    readonly params: AtPosition & { readonly types: readonly string[] };
    readonly result: readonly TextEdit[] | null;
  };
  /** The block around a position, and an unused prefix for its copy. */
  readonly 'prototxt/duplicate/block': { readonly params: AtPosition; readonly result: BlockAnswer | null };
  readonly 'prototxt/duplicate': {
    readonly params: AtPosition & { readonly prefix: string };
    readonly result: readonly TextEdit[] | null;
  };
  readonly 'prototxt/upgrade': { readonly params: InDocument; readonly result: readonly TextEdit[] };
  /** The text of the deploy net. */
  readonly 'prototxt/deploy': { readonly params: InDocument; readonly result: string | null };
  /** The file of the net that a solver names, a URI; null for no solver, or where there is no such file. */
  readonly 'prototxt/solver/net': { readonly params: InDocument; readonly result: string | null };
  readonly 'prototxt/explain': {
    readonly params: InDocument & { readonly log: string };
    readonly result: readonly Explained[];
  };
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

/** Files of weights, written by the server; each is a request of its own, with `exportProgress` notifications. */
export interface ExportRequests {
  readonly 'prototxt/weights/export': { readonly params: ExportParams; readonly result: ExportAnswer | null };
}

export interface ExportParams extends InDocument {
  /** Where to write, a URI. An existing file is replaced: the person was asked. */
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
