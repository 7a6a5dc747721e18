/** The result of inference: everything known about a net in one state. */
import type { Problem, Span } from '../problems';
import type { Layer, Net, NetState } from '../net/model';
import type { Distribution } from '../net/distribution';
import type { Draws, LayerRule, ParamBlob } from '../net/rules';
import type { Dim, Shape } from '../net/shape';

export interface InferredLayer {
  readonly layer: Layer;
  /** Undefined for a type that the dialect does not have. */
  readonly rule: LayerRule | undefined;
  /** Shapes directly after this layer's own set-up, one per top. */
  readonly tops: readonly Shape[];
  readonly bottoms: readonly Shape[];
  readonly params: readonly Weight[];
  /** Tops that a filler fills (DummyData). */
  readonly fills: readonly Weight[];
  /** True where it may have other blobs than `params`: they can't be known. */
  readonly openParams?: true;
  /** See `SetUpResult.draws`. */
  readonly draws: Draws | null | undefined;
  /** The items that it passes on in Forward, where that depends on values that are known. */
  readonly passedItems?: readonly number[];
  /** True where Caffe aborts in Forward, since its bottoms have another shape than at set-up. */
  readonly isUnfit?: true;
}

/** A learnable or internal blob of a layer, and its initial values. */
export interface Weight {
  readonly layer: Layer;
  /** Index among the layer's blobs. */
  readonly index: number;
  readonly role: string;
  readonly fillerField: string | undefined;
  /** The span of `filler { … }` in the text, if written. */
  readonly fillerSpan: Span | undefined;
  readonly shape: Shape;
  readonly count: Dim;
  /** count / shape[0] of the blob, as Caffe computes it (filler.hpp); for a blob with one axis fan_out is count. */
  readonly fanIn: Dim;
  readonly fanOut: Dim;
  /** The filler's type; null where the layer sets the blob itself. */
  readonly filler: string | null;
  readonly n: Dim;
  readonly distribution: Distribution | undefined;
  readonly mean: number | null;
  readonly std: number | null;
  readonly formula: string;
  readonly start: ParamBlob['start'];
  readonly connections: ParamBlob['connections'];
  /** `lr_mult` and `decay_mult` of the layer's `param` at this index; 1 where not written. */
  readonly lrMult: number;
  readonly decayMult: number;
}

export interface StateAnalysis {
  readonly state: NetState;
  readonly net: Net;
  readonly layers: readonly InferredLayer[];
  readonly problems: readonly Problem[];
  /** Shape of each blob version, by `Blob.id`. */
  readonly shapes: readonly Shape[];
}
