/** Requests that a client may send beyond LSP, by method. The server answers for its current version of the text. */
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '#core/analysis/analysis';
import type { NetState } from '#core/net/model';
import type { SourceChoice } from '#core/signal/source';
import type { Region } from '#core/weights/region';
import type { FillerChoice } from '#core/weights/alternatives';
import type { WeightFormat } from '#core/weight-files/write-weights';
import type { Lack, WrittenShape } from './lacks';
import type { NetAnswer, NetBefore } from './net';
import type { NetRidges, RunChoice, RunView } from './run';
import type { SignalAnswer } from './signal';
import type { ModelAnswer, ModelNets, StatisticsAnswer } from './model';
import type { FiguresAsked, FirstValues, LoadedFigures } from './values';
import type { AlternativeView, WeightsAnswer } from './weights';

/** The error code of a request in which the server crashed: JSON-RPC's InternalError. Its message is meant for users. */
export const crashed = -32603;

export interface OwnRequests
  extends DocumentRequests,
    StateRequests,
    PairRequests,
    ModelRequests,
    ExportRequests,
    RunRequests,
    ToolRequests {}

/** The requests about an open document. */
export interface DocumentRequests
  extends SchemaRequests,
    TargetRequests,
    PanelRequests,
    OnnxChoices,
    WritingRequests,
    Pick<StateRequests, 'prototxt/states'> {}

interface InDocument {
  readonly uri: string;
}

interface AtPosition extends InDocument {
  readonly position: Position;
}

/** Which Caffe a document is read with; null if the document is not open. */
export interface SchemaRequests {
  readonly 'prototxt/schema': { readonly params: InDocument; readonly result: SchemaAnswer | null };
  /**
   * The edit that writes a comment naming a Caffe, or a proto given its URI; or that removes such a comment. Null also if there
   * is no relative path to the proto from the document.
   */
  readonly 'prototxt/schema/write': {
    readonly params: InDocument & { readonly schema: WrittenSchema };
    readonly result: readonly TextEdit[] | null;
  };
}

export type WrittenSchema =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'proto'; readonly uri: string }
  | { readonly kind: 'none' };

export interface SchemaAnswer {
  readonly id: string;
  readonly label: string;
  /** The reason for the choice, in words. */
  readonly why: string;
  /** What a comment of the document names, as written; null if there is no such comment. */
  readonly comment: string | null;
  /** All that can be chosen by name. */
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** The chips and converters that a net is judged for. Null if the document is not a net. */
export interface TargetRequests {
  readonly 'prototxt/targets': { readonly params: InDocument; readonly result: TargetsAnswer | null };
  /** The edits that write a comment naming targets, or remove it if there are none. Null also if a comment cannot hold a path. */
  readonly 'prototxt/targets/write': {
    readonly params: InDocument & { readonly targets: readonly string[] };
    readonly result: readonly TextEdit[] | null;
  };
}

export interface TargetsAnswer {
  /** Names, or paths as written, and what the targets report about the net. */
  readonly used: readonly { readonly name: string; readonly label: string; readonly warnings: number }[];
  /** What a comment of the document names, as written; null if there is no such comment. */
  readonly comment: readonly string[] | null;
  /** All that can be chosen by name. */
  readonly choices: readonly { readonly name: string; readonly label: string; readonly version: string }[];
}

/** For the panels; null if the document is not a net or the blob no longer exists. */
export interface PanelRequests {
  readonly 'prototxt/lacks': { readonly params: InDocument; readonly result: readonly Lack[] };
  /** The edits that write a shape as a comment. */
  readonly 'prototxt/lacks/write': {
    readonly params: InDocument & { readonly written: WrittenShape };
    readonly result: readonly TextEdit[] | null;
  };
  readonly 'prototxt/net': { readonly params: InDocument; readonly result: NetAnswer | null };
  /** The answer for another text of the same document, such as an earlier version, in the state that is shown. */
  readonly 'prototxt/net/before': {
    readonly params: InDocument & { readonly text: string };
    readonly result: NetBefore | null;
  };
  readonly 'prototxt/weights': { readonly params: InDocument; readonly result: WeightsAnswer | null };
  readonly 'prototxt/weights/alternatives': {
    readonly params: InDocument & { readonly blob: number };
    readonly result: readonly AlternativeView[];
  };
  /** Null if the blob is not random, or if to draw it would take long. */
  readonly 'prototxt/weights/first': {
    readonly params: InDocument & { readonly blob: number };
    readonly result: FirstValues | null;
  };
  /** Of the values that a blob loads from the weights file; null if there are none or the file can't be read. */
  readonly 'prototxt/weights/loaded': {
    readonly params: InDocument & FiguresAsked;
    readonly result: LoadedFigures | null;
  };
  readonly 'prototxt/weights/loaded/values': {
    readonly params: InDocument & Region & { readonly blob: number };
    readonly result: string | null;
  };
  readonly 'prototxt/weights/write': {
    readonly params: InDocument & { readonly blob: number; readonly choice: FillerChoice };
    readonly result: readonly TextEdit[] | null;
  };
  readonly 'prototxt/run/view': { readonly params: InDocument; readonly result: RunView | null };
  /** The histograms of the run with this id; null where there has been another since. */
  readonly 'prototxt/run/ridges': {
    readonly params: InDocument & { readonly id: number };
    readonly result: readonly NetRidges[] | null;
  };
  readonly 'prototxt/signal': {
    readonly params: InDocument & { readonly input: SourceChoice };
    readonly result: SignalAnswer | null;
  };
}

/** The states in which a net is checked and shown; null if the document is not a net. */
export interface StateRequests {
  readonly 'prototxt/states': { readonly params: InDocument; readonly result: StatesAnswer | null };
  /** Null: the default of the net or the settings. The net need not be open. */
  readonly 'prototxt/states/choose': {
    readonly params: InDocument & { readonly state: NetState | null };
    readonly result: null;
  };
}

export interface StatesAnswer {
  /** For display: `TRAIN`, `TEST, stage deploy`. */
  readonly shown: readonly string[];
  readonly from: Analysis['statesFrom'];
  readonly choices: readonly { readonly state: NetState; readonly label: string; readonly layers: number }[];
  /** The Caffe that the net is read with. */
  readonly schema: string;
}

/** Sets the weights file that a net starts from; null removes it. */
export interface PairRequests {
  readonly 'prototxt/weights/pair': {
    readonly params: InDocument & { readonly model: string | null };
    readonly result: PairAnswer;
  };
}

/**
 * `problem`: why the file can't be used, in words. `comment`: the file named by a comment in the net, which takes precedence.
 */
export interface PairAnswer {
  readonly problem?: string;
  /** The file has V0 or V1 layers. */
  readonly isOld?: true;
  readonly comment?: string;
}

/** For commands in the palette. The client applies all edits as one undo step. Null if the command does not apply there. */
export interface WritingRequests {
  /** The blob at a position and the layer types that can be inserted after it. */
  readonly 'prototxt/insert/types': { readonly params: AtPosition; readonly result: InsertAnswer | null };
  readonly 'prototxt/insert': {
    readonly params: AtPosition & { readonly types: readonly string[] };
    readonly result: readonly TextEdit[] | null;
  };
  /** The block around a position, and an unused prefix for the names of its copy. */
  readonly 'prototxt/duplicate/block': { readonly params: AtPosition; readonly result: BlockAnswer | null };
  readonly 'prototxt/duplicate': {
    readonly params: AtPosition & { readonly prefix: string };
    readonly result: readonly TextEdit[] | null;
  };
  readonly 'prototxt/upgrade': { readonly params: InDocument; readonly result: readonly TextEdit[] };
  /** The text of the deploy net. */
  readonly 'prototxt/deploy': { readonly params: InDocument; readonly result: string | null };
  /** The URI of the net that a solver names; null if the document is not a solver, or the file does not exist. */
  readonly 'prototxt/solver/net': { readonly params: InDocument; readonly result: string | null };
  readonly 'prototxt/explain': {
    readonly params: InDocument & { readonly log: string };
    readonly result: readonly Explained[];
  };
}

export interface InsertAnswer {
  readonly blob: string;
  readonly types: readonly string[];
}

export interface BlockAnswer {
  readonly prefix: string;
  readonly layers: number;
  /** From its first layer to its last. */
  readonly range: Range;
  readonly suggestion: string;
}

/** What a line of a log refers to. */
export interface Explained {
  /** In words. */
  readonly message: string;
  /** Null if it refers to nothing in the file. */
  readonly range: Range | null;
}

/**
 * About a weights file or a mean file that the user opened, by its URI. Its workspace need not be trusted for that. Blobs are
 * numbered over all layers.
 */
export interface ModelRequests {
  /** Reads the file again; the other requests are about what was read. */
  readonly 'prototxt/model': { readonly params: InDocument; readonly result: ModelAnswer };
  /** Of all blobs from `from` on, in `modelStatistics` notifications. */
  readonly 'prototxt/model/statistics': {
    readonly params: InDocument & { readonly from: number };
    readonly result: StatisticsAnswer;
  };
  readonly 'prototxt/model/figures': {
    readonly params: InDocument & FiguresAsked;
    readonly result: LoadedFigures | null;
  };
  readonly 'prototxt/model/values': {
    readonly params: InDocument & Region & { readonly blob: number };
    readonly result: string | null;
  };
  /** Compares the file with a net, by its URI; null for the likeliest one beside it. */
  readonly 'prototxt/model/nets': {
    readonly params: InDocument & { readonly net: string | null };
    readonly result: ModelNets;
  };
}

/** Runs a net in a worker; with `runProgress` notifications. Null where it is not open, or no net. */
export interface RunRequests {
  readonly 'prototxt/run': { readonly params: InDocument & RunChoice; readonly result: RunAnswer | null };
}

/** What it gave is in `prototxt/run/view`. */
export type RunAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  /** In words. */
  | { readonly kind: 'problem'; readonly message: string };

/** A tool for language models, by its name; null if there is no such tool. The input may be anything. */
export interface ToolRequests {
  readonly 'prototxt/tool': {
    readonly params: { readonly name: string; readonly input: unknown };
    readonly result: ToolResult | null;
  };
}

export type ToolResult =
  /** An object of the tool's output, as JSON. */
  | { readonly kind: 'answer'; readonly json: string }
  /** Why there is no answer, in words for the model. */
  | { readonly kind: 'error'; readonly message: string };

/** What a net can be exported with; null for what is no net. */
interface OnnxChoices {
  readonly 'prototxt/onnx/choices': { readonly params: InDocument; readonly result: OnnxChoicesAnswer | null };
}

export interface OnnxChoicesAnswer {
  /** The name of the `.caffemodel` that the net starts from; null for none that can be read. */
  readonly model: string | null;
  /** What weights are drawn with. */
  readonly seed: number;
  readonly opsets: { readonly first: number; readonly last: number; readonly usual: number };
}

/** The server writes weights files; each is a separate request, with `exportProgress` notifications. */
export interface ExportRequests {
  /** Why the weights of a net can't be exported, in words; null if they can. */
  readonly 'prototxt/weights/exportable': { readonly params: InDocument; readonly result: string | null };
  readonly 'prototxt/weights/export': { readonly params: ExportParams; readonly result: ExportAnswer | null };
  readonly 'prototxt/weights/upgrade': {
    /** URIs. An existing file is replaced: the person was asked. */
    readonly params: { readonly model: string; readonly to: string };
    readonly result: UpgradeAnswer;
  };
  /** The values of a weights file as a `.npz`. */
  readonly 'prototxt/model/export': {
    /** URIs. An existing file is replaced: the person was asked. */
    readonly params: InDocument & { readonly to: string };
    readonly result: ModelExportAnswer;
  };
  readonly 'prototxt/onnx/export': { readonly params: OnnxParams; readonly result: OnnxAnswer | null };
}

export type UpgradeAnswer =
  | { readonly kind: 'written'; readonly layers: number; readonly size: number }
  /** It is of the current format. */
  | { readonly kind: 'current' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'problem'; readonly message: string };

export type ModelExportAnswer =
  | {
      readonly kind: 'written';
      readonly blobs: number;
      readonly values: number;
      /** Blobs whose shape is not that of their values, written as lists. */
      readonly lists: number;
    }
  | { readonly kind: 'cancelled' }
  /** In words. */
  | { readonly kind: 'problem'; readonly message: string };

export interface OnnxParams extends InDocument {
  /** Where to write, a URI. An existing file is replaced: the person was asked. */
  readonly to: string;
  readonly weights: 'drawn' | 'model';
  readonly opset: number;
  /** Items of all inputs; null for as many as the file says. */
  readonly batch: number | 'symbolic' | null;
}

export type OnnxAnswer =
  | {
      readonly kind: 'written';
      readonly layers: number;
      /** In bytes. */
      readonly size: number;
      /** Layers that the `.caffemodel` lacks, which start from their fillers. */
      readonly drawn: readonly string[];
      readonly check: 'ran' | 'loaded';
    }
  /** What can't be exported, in words, a line a layer. Nothing was written. */
  | { readonly kind: 'missing'; readonly layers: readonly string[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'problem'; readonly message: string };

export interface ExportParams extends InDocument {
  /** The URI to write to. An existing file is replaced: the client has asked the user. */
  readonly to: string;
  readonly format: WeightFormat;
  /** Only this layer's blobs; absent for the whole net. */
  readonly layer?: string;
  /** The index, among the blobs of the layer, of the one that a `.npy` file holds. */
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
