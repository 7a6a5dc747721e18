/** The initial weights of a net in one state as shown to a person: plain data that can be sent to a page. */
import { formatState } from '../net/state';
import type { StateAnalysis, Weight } from '../infer/types';
import type { Span } from '../problems';
import type { Dim, Shape } from '../net/shape';
import type { Distribution } from '../net/distribution';
import { drawPlan, type DrawPlan } from './plan';

export interface WeightsView {
  /** As formatted elsewhere: `TRAIN`, `TEST stage=…`. */
  readonly state: string;
  /** Layers that have blobs, in Caffe's order. */
  readonly layers: readonly LayerView[];
  readonly plan: DrawPlan;
}

export interface LayerView {
  /** Index in the state. */
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly span: Span;
  readonly blobs: readonly BlobView[];
}

export interface BlobView extends BlobFacts {
  /** Index in `DrawPlan.blobs`. */
  readonly blob: number;
  /** `weight`, `bias`, `slope`… */
  readonly role: string;
  readonly shape: Shape;
  readonly fanIn: Dim;
  readonly fanOut: Dim;
  /** The name of the layer whose values it shares. */
  readonly sharedWith: string | undefined;
  /** True where the layer has a filler field that another filler could be written to. */
  readonly hasField: boolean;
  /** The field of the filler, where it is not written. */
  readonly missingField?: string;
}

/** The effect of a filler on a blob; null where it is not known, or the layer sets the blob without one. */
export interface BlobFacts {
  readonly filler: string | null;
  readonly distribution: Distribution | undefined;
  readonly n: Dim;
  readonly mean: number | null;
  readonly std: number | null;
  readonly formula: string;
}

export function weightsView(analysis: StateAnalysis): WeightsView {
  const plan = drawPlan(analysis);
  const owners: string[] = [];
  let next = 0;
  const layers = analysis.layers.flatMap(({ layer, params }): readonly LayerView[] => {
    const blobs = params.map((weight) => {
      const blob = next++;
      owners.push(layer.name);
      return blobView(weight, blob, plan, owners);
    });
    return blobs.length === 0
      ? []
      : [{ index: layer.index, name: layer.name, type: layer.type, span: layer.span, blobs }];
  });
  return { state: formatState(analysis.state), layers, plan };
}

function blobView(weight: Weight, blob: number, { blobs }: DrawPlan, owners: readonly string[]): BlobView {
  const { role, shape, fanIn, fanOut, filler, distribution, n, mean, std, formula, fillerField, fillerSpan } = weight;
  const owner = blobs[blob]?.owner ?? blob;
  return {
    blob,
    role,
    shape,
    fanIn,
    fanOut,
    filler,
    distribution,
    n,
    mean,
    std,
    formula,
    sharedWith: owner === blob ? undefined : owners[owner],
    hasField: fillerField !== undefined,
    ...(filler !== null && fillerField !== undefined && !fillerSpan && { missingField: fillerField }),
  };
}
