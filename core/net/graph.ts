/**
 * What a layer computes, as ONNX operators on values: the interface between the layers' `onnx` and `core/onnx`, which
 * joins them into the graph of a net. A value is plain data and refers to the values it is computed from; two layers
 * that hold the same value hold the same object.
 */
import type { Message } from '../schema/message';
import type { Layer, NetState } from './model';
import type { Filling } from './distribution';

export type ElementType = 'float' | 'int64' | 'bool';

interface Facts {
  readonly type: ElementType;
  /** The shape known before run time; see `dynamic`. */
  readonly shape: readonly number[];
  /** True where its first dimension depends on the data, and is at most that of `shape`. */
  readonly dynamic?: true;
}

export type Value =
  /** A bottom or an input of the net: the version of a blob with this `Blob.id`. */
  | (Facts & { readonly kind: 'blob'; readonly blob: number })
  /** A learnable blob, by its index in `DrawPlan.blobs`. */
  | (Facts & { readonly kind: 'param'; readonly param: number })
  | (Facts & { readonly kind: 'constant'; readonly data: ArrayLike<number> })
  /** Random numbers that the layer draws in Forward, before those of later layers. */
  | (Facts & { readonly kind: 'drawn'; readonly draw: ForwardDraw })
  | (Facts & { readonly kind: 'output'; readonly node: Node; readonly index: number });

/** `keep`: 1 with this probability, else 0 (caffe_rng_bernoulli). */
export type ForwardDraw =
  | { readonly kind: 'keep'; readonly probability: number }
  | { readonly kind: 'fill'; readonly filling: Filling };

/** An operator of ONNX's default domain. */
export interface Node {
  readonly operator: string;
  readonly inputs: readonly (Value | undefined)[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** True for a result that later terms cancel: a run computes it in double precision and rounds once. */
  readonly isExact?: true;
  /** Number of outputs that it must have, whether they are read or not; absent for one. */
  readonly outputs?: number;
}

/** A plain number is an integer. */
export type Attribute = number | { readonly float: number } | readonly number[] | string;

export interface LoweringInput {
  readonly layer: Layer;
  /** As in `SetUpInput`. */
  readonly param: Message;
  readonly state: NetState;
  /** Values of known shape. */
  readonly bottoms: readonly Value[];
  readonly params: readonly Value[];
  /** Shapes directly after set-up, one per top. */
  readonly tops: readonly (readonly number[])[];
  /** What the tops are filled with, in layers that fill them; undefined where it isn't known. */
  readonly fills: readonly (Filling | undefined)[];
  /** The items of its bottoms that it passes on, where that depends on values that are known. */
  readonly passedItems?: readonly number[] | undefined;
}

/** Why a layer has no operators, a key of `core/messages/en/lowering`. */
export type NotLowered =
  /** Its Forward does not exist, or aborts. */
  | 'no-forward'
  /** It reads a file, or runs a program, that is not known here. */
  | 'outside'
  /** It can't be written with ONNX's operators, or is not yet implemented. */
  | 'not-modelled'
  /** A shape, a filler or the number of blobs is not known. */
  | 'unknown'
  /** The size of a bottom depends on the data. */
  | 'dynamic'
  /** Its sequence has more time steps than are written out as operators. */
  | 'too-many-steps'
  /** A layer in place has changed the shape of a bottom since set-up, and Caffe aborts. */
  | 'reshaped'
  /** It works in place, which makes Caffe compute something else than the layer's formula. */
  | 'spoilt';

/** `bottoms`: as Backward finds them, since layers that work in place may have changed them after this one. */
export interface BackwardInput extends LoweringInput {
  /** The bottoms as Forward has read them. */
  readonly before: readonly Value[];
  /** The values of the tops as Backward finds them. */
  readonly made: readonly Value[];
  /** The gradients of the tops; undefined for zeros. */
  readonly gradients: readonly (Value | undefined)[];
  /** The shapes of the tops by then. */
  readonly lastTops: readonly (readonly number[])[];
  /** True where the gradient of the first bottom is written over that of the first top. */
  readonly inPlace: boolean;
}

/**
 * Returns the gradients of the bottoms, then those of the blobs, in their order; undefined for zeros. No list at all:
 * they are not known.
 */
export type BackwardRule = (input: BackwardInput) => readonly (Value | undefined)[] | undefined;

/** Returns one value per top. */
export type LoweringRule = (input: LoweringInput) => readonly Value[] | NotLowered;

/**
 * What a run fills an input with, where a layer that reads it requires certain values. Other inputs may hold any
 * numbers.
 */
export type Expected =
  /** The value's index modulo this. */
  | { readonly kind: 'index'; readonly below: number }
  /** 0 in the first time step, 1 after it. */
  | { readonly kind: 'markers' }
  /** 1, 0, 1, 0, … */
  | { readonly kind: 'every second' };

/** One per bottom; undefined for one that accepts any numbers. Shapes are null where they are not known. */
export type ExpectedRule = (input: {
  readonly layer: Layer;
  readonly param: Message;
  readonly bottoms: readonly (readonly (number | null)[] | null)[];
}) => readonly (Expected | undefined)[];
