/** The editor of weights files: the server's answers, and the messages between client and page. */
import type { LoadedStatistics } from '#core/weight-files/loaded-values';
import type { BlobPairing, LayerPairing } from '#core/weight-files/pairing';
import type { ModelAge } from '#core/weight-files/read-caffemodel';
import type { PageState } from './page';
import type { AskValues, FromValues } from './values';

export type { LoadedStatistics };

/** Blobs are numbered from 0 over all layers. */
export type ModelAnswer =
  | {
      readonly kind: 'model';
      readonly age: ModelAge;
      /** In bytes. */
      readonly size: number;
      readonly layers: readonly ModelLayerView[];
    }
  /** Of one layer with one blob. */
  | { readonly kind: 'mean'; readonly size: number; readonly layers: readonly ModelLayerView[] }
  /** Why the file cannot be read, in words. */
  | { readonly kind: 'problem'; readonly message: string };

export interface ModelLayerView {
  /** Shortened, as for all names that a person reads. */
  readonly name: string;
  readonly type: string;
  readonly blobs: readonly ModelBlobView[];
}

export interface ModelBlobView {
  readonly shape: readonly number[];
  /** Number of values. */
  readonly count: number;
  /** False if the shape is not that of so many values. */
  readonly fits: boolean;
  readonly isDouble: boolean;
}

/** The nets that the file may belong to. */
export interface ModelNets {
  /** In its folder, those that share most names of layers first. */
  readonly beside: readonly NetBeside[];
  readonly paired: ModelPairing | null;
  /** The workspace is not trusted, so that no file but the opened one is read. */
  readonly isRestricted: boolean;
}

export interface NetBeside {
  readonly uri: string;
  readonly name: string;
}

export interface ModelPairing extends NetBeside {
  /** Empty for what is no net. */
  readonly state: string;
  /** For each layer of the file; null for one that the net lacks. */
  readonly layers: readonly (ModelLayerPairing | null)[];
  /** Layers of the net with blobs that the file lacks. */
  readonly missing: readonly { readonly name: string; readonly line: number }[];
}

export interface ModelLayerPairing {
  /** First line of the layer in the net, zero-based. */
  readonly line: number;
  /** Null if neither the file nor the net has blobs for it. */
  readonly pairing: LayerPairing | null;
  readonly blobs: readonly BlobPairing[];
}

/** Progress of the statistics of a file: those of some blobs in order, the first of which is `from`. */
export interface ModelStatistics {
  readonly from: number;
  readonly statistics: readonly LoadedStatistics[];
  /** Of the values, from 0 to 1. */
  readonly share: number;
}

/** `problem` in words. */
export type StatisticsAnswer =
  | { readonly kind: 'done' | 'cancelled' }
  | { readonly kind: 'problem'; readonly message: string };

export type ToModelPage =
  | { readonly kind: 'model'; readonly uri: string; readonly name: string; readonly answer: ModelAnswer }
  | ({ readonly kind: 'statistics' } & ModelStatistics)
  | { readonly kind: 'statistics-ended'; readonly answer: StatisticsAnswer }
  | { readonly kind: 'nets'; readonly nets: ModelNets }
  | FromValues;

export type FromModelPage =
  /** Computes the statistics of the blobs from `from` on. */
  | { readonly kind: 'compute'; readonly from: number }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'export' | 'upgrade' }
  /** Compares the file with a net; null for the likeliest one beside it. */
  | { readonly kind: 'pair'; readonly net: string | null }
  /** Asks for a net in another folder. */
  | { readonly kind: 'choose-net' }
  /** Shows a line of the paired net, zero-based. */
  | { readonly kind: 'show-net'; readonly line: number }
  | AskValues;

export interface ModelPageState extends PageState {
  /** Which blob is shown. */
  readonly blob: number;
  readonly net: string | null;
}
