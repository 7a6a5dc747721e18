/** The panel of runs: the server's answers, and the messages between client and page. */
import type { Histogram } from '#core/histogram';
import type { WhatIf } from '#core/onnx/what-if';
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
  /** Another number each time the net has been run; `prototxt/run/ridges` answers for it. */
  readonly id: number;
  readonly state: string;
  readonly seed: number;
  /** Null: as many items as the file said. */
  readonly batch: number | null;
  /** The name of the file that the input is from; null for random values. */
  readonly input: string | null;
  /** Null for a net without losses. */
  readonly loss: Measured | null;
  /** As Caffe's log prints it; null like `loss`. */
  readonly printedLoss: string | null;
  /** Of a net that gives all classes the same probability; null where that is not known. */
  readonly evenLoss: { readonly formula: string; readonly value: string } | null;
  /** The text or the state is another now. */
  readonly isOld: boolean;
  readonly layers: readonly RunLayerView[];
  /** The layer that could not be run, and why; null where all were. */
  readonly stopped: string | null;
  /** Where the gradient gets lost, and why; null where it does not. */
  readonly lost: string | null;
  /** Why its figures say little about the net, in words. */
  readonly notes: readonly string[];
  /** The types of the fillers of its weights as written, with their deviation where it does not depend on the layer. */
  readonly fillers: readonly string[];
}

export interface RunLayerView {
  readonly name: string;
  readonly type: string;
  /** First and last in the text as it is now, from 0; null where the layer is gone. */
  readonly lines: readonly [number, number] | null;
  readonly tops: readonly RunTopView[];
  /** What the run shows of it. */
  readonly findings: readonly FindingView[];
}

export interface FindingView {
  readonly text: string;
  /** In a few words. */
  readonly label: string;
  readonly of: 'activations' | 'gradients';
  /** False for what is usual in small numbers, such as a few dead units. */
  readonly isSerious: boolean;
}

export interface RunTopView {
  readonly blob: string;
  readonly shape: readonly number[];
  readonly mean: Measured;
  readonly std: Measured;
  readonly min: Measured;
  readonly max: Measured;
  /** Share of exact zeros, from 0 to 1. */
  readonly zeros: number;
}

/** JSON has no number for the others. */
export type Measured = number | 'nan' | 'inf' | '-inf';

/** The net as it is, as it was before the last edits, or with other initial weights. */
export type RunNet = 'asIs' | 'before' | WhatIf;

/** Histograms of one net's run, in the order of its layers; of a run that goes on, those so far. */
export interface NetRidges {
  readonly net: RunNet;
  readonly printedLoss: string | null;
  readonly layers: readonly LayerRidges[];
  /** From the last layer to the first; empty where Backward has not run. */
  readonly back: readonly BackRidges[];
}

/** The gradients that a layer passes back, and those of its params. */
export interface BackRidges {
  /** Position in `layers`. */
  readonly layer: number;
  /** Null where there is none. */
  readonly bottoms: readonly (Ridge | null)[];
  readonly params: readonly (Ridge | null)[];
}

export interface LayerRidges {
  readonly name: string;
  readonly type: string;
  /** It has learned filters. */
  readonly hasWeights: boolean;
  /** Null for tops that are single values, or labels. */
  readonly tops: readonly (Ridge | null)[];
  readonly findings: readonly FindingView[];
}

export interface Ridge extends Histogram {
  /** Of the blob, or the role of the param. */
  readonly name: string;
  readonly n: number;
  readonly zeros: number;
  readonly mean: Measured;
  readonly std: Measured;
  readonly min: Measured;
  readonly max: Measured;
}

export interface RunChoice {
  /** Null: of the solver beside the net, else 1701. */
  readonly seed: number | null;
  /** Null: as the file says. */
  readonly batch: number | null;
  /** Run after the net itself, for comparison. */
  readonly whatIfs: readonly WhatIf[];
  /** Null: random values. */
  readonly input: InputChoice | null;
}

/** A PNG, a JPEG or a `.npy`. */
export interface InputChoice {
  readonly uri: string;
  readonly name: string;
}

export type RunFile = 'png' | 'svg' | 'csv';

/** `view` is null where the document is no net. */
export type ToRunPage =
  | { readonly kind: 'run'; readonly uri: string; readonly name: string; readonly view: RunView | null }
  /** Of the run with this id. */
  | { readonly kind: 'ridges'; readonly uri: string; readonly id: number; readonly nets: readonly NetRidges[] }
  /** The person asked for a run: the page starts one with what it has for seed and batch. */
  | { readonly kind: 'begin' }
  /** A run goes on: the share of the layers of all nets that have run, from 0 to 1, and those that have run since. */
  | { readonly kind: 'progress'; readonly uri: string; readonly done: number; readonly coming: NetRidges | null }
  /** It has ended; `problem` says why where it did not finish. */
  | { readonly kind: 'ended'; readonly uri: string; readonly problem: string | null }
  /** The person chose a file. */
  | { readonly kind: 'input'; readonly input: InputChoice };

export type FromRunPage =
  | { readonly kind: 'start'; readonly choice: RunChoice }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'choose-input' }
  /** Asks for the histograms of a run. */
  | { readonly kind: 'ridges'; readonly id: number }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'save'; readonly what: RunFile; readonly bytes: Uint8Array };

export interface RunPageState extends PageState {
  readonly choice: RunChoice;
  readonly shown: RunShown;
}

/** What the ridges are of: tops, gradients at bottoms, or gradients of weights. */
export type RidgesOf = 'activations' | 'gradients' | 'weights';

/** How the panel shows a run. */
export interface RunShown {
  readonly view: 'ridges' | 'table';
  readonly of: RidgesOf;
  /** Undefined: chosen by what suits the values. */
  readonly values: 'linear' | 'log' | undefined;
  /** Undefined: chosen by what suits the values. */
  readonly heights: 'common' | 'log' | 'own' | undefined;
  /** Undefined: in nets with many layers. */
  readonly onlyWeights: boolean | undefined;
}
