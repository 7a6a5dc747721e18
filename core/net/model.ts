/** A net in one state: the layers that Caffe would set up, in its order, and the blobs between them. */
import type { Span } from '../problems';
import type { Message } from '../schema/message';

export type Phase = 'TRAIN' | 'TEST';

/** Selects the layers of a net: Caffe's NetState. */
export interface NetState {
  readonly phase: Phase;
  readonly level: number;
  readonly stages: readonly string[];
}

export interface Net {
  readonly name: string;
  readonly state: NetState;
  readonly layers: readonly Layer[];
  readonly blobs: readonly Blob[];
}

/** A layer as Caffe sees it after its own upgrades; `message` is always a LayerParameter, synthetic for V0, V1 and `input`. */
export interface Layer {
  /** Index in Caffe's order within this state. */
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly message: Message;
  /** The span of the name's value, else of the `layer` token. */
  readonly nameSpan: Span;
  /** The span of the type's value, else of the `layer` token. */
  readonly typeSpan: Span;
  /** The whole `layer { … }` (or the `input` line). */
  readonly span: Span;
  readonly bottoms: readonly BottomRef[];
  readonly tops: readonly TopRef[];
  /**
   * The top whose `loss_weight` moved to the copies that Caffe makes for its readers: then all of the layer's weights
   * are lost.
   */
  readonly lossOnCopy?: number;
}

export interface BottomRef {
  readonly name: string;
  readonly span: Span;
  /** Undefined where no earlier layer makes it. */
  readonly blob: Blob | undefined;
}

export interface TopRef {
  readonly name: string;
  readonly span: Span;
  readonly blob: Blob;
  /** In-place: the index of the bottom with the same blob name; -1 if not in place. */
  readonly inPlaceOf: number;
  /** Added by Caffe because a loss needs a top and the file names none; it has no text of its own. */
  readonly automatic: boolean;
}

/** One version of a blob: an in-place layer makes the next version under the same name. */
export interface Blob {
  /** Index in `Net.blobs`. */
  readonly id: number;
  readonly name: string;
  readonly version: number;
  /** Indices of the layer that makes it, and of its top. */
  readonly layer: number;
  readonly top: number;
}

/** A place that names something, in any state of the file. */
export interface Occurrence {
  readonly name: string;
  readonly role: 'top' | 'bottom' | 'input' | 'layer' | 'param';
  /** The span of the name's characters, without quotes. */
  readonly span: Span;
  /** The whole `layer { … }` that contains it. */
  readonly layerSpan: Span;
}

export interface Names {
  readonly blobs: ReadonlyMap<string, readonly Occurrence[]>;
  readonly layers: ReadonlyMap<string, readonly Occurrence[]>;
  readonly params: ReadonlyMap<string, readonly Occurrence[]>;
}
