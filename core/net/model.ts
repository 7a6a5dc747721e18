/** A net in one state: the layers that Caffe would set up, in its order, and the blobs between them. */
import type { Span } from '../problems';
import type { Message } from '../schema/message';

export type Phase = 'TRAIN' | 'TEST';

/** Which layers are in: Caffe's NetState. */
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
  /** Position in Caffe's order within this state. */
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly message: Message;
  /** The name's value, else the `layer` token. */
  readonly nameSpan: Span;
  /** The type's value, else the `layer` token. */
  readonly typeSpan: Span;
  /** The whole `layer { … }` (or the `input` line). */
  readonly span: Span;
  readonly bottoms: readonly BottomRef[];
  readonly tops: readonly TopRef[];
  /** The top whose `loss_weight` went to the copies that Caffe makes of it for its readers: all of the layer's weights are then gone. */
  readonly lossOnCopy?: number;
}

export interface BottomRef {
  readonly name: string;
  readonly span: Span;
  /** Undefined where no layer before this one makes it. */
  readonly blob: Blob | undefined;
}

export interface TopRef {
  readonly name: string;
  readonly span: Span;
  readonly blob: Blob;
  /** In-place: the same blob name is also the bottom at this index. -1 if not. */
  readonly inPlaceOf: number;
  /** Made by Caffe itself because a loss needs a top and the file names none; it has no text of its own. */
  readonly automatic: boolean;
}

/** One version of a blob: an in-place layer makes the next version under the same name. */
export interface Blob {
  /** Position in `Net.blobs`. */
  readonly id: number;
  readonly name: string;
  readonly version: number;
  /** Index of the layer that makes it, and of the top. */
  readonly layer: number;
  readonly top: number;
}

/** Every place that names something, over all states of the file. */
export interface Occurrence {
  readonly name: string;
  readonly role: 'top' | 'bottom' | 'input' | 'layer' | 'param';
  /** The characters of the name itself, without quotes. */
  readonly span: Span;
  /** The whole `layer { … }` that holds it. */
  readonly layerSpan: Span;
}

export interface Names {
  readonly blobs: ReadonlyMap<string, readonly Occurrence[]>;
  readonly layers: ReadonlyMap<string, readonly Occurrence[]>;
  readonly params: ReadonlyMap<string, readonly Occurrence[]>;
}
