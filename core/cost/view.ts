/** A net in one state with its costs, as plain data that can be sent to a page. */
import type { InferredLayer, StateAnalysis } from '../infer/types';
import { formatState } from '../net/state';
import type { Dim, Shape } from '../net/shape';
import { costOf, type LayerCost, type Sum } from './cost';
import type { Field } from './field';

export interface NetView {
  readonly name: string;
  /** As formatted by `formatState`. */
  readonly state: string;
  /** In Caffe's order of execution. */
  readonly layers: readonly NetLayer[];
  readonly total: Sum;
  /** See `NetCost`. */
  readonly required: Dim;
}

export interface NetLayer {
  readonly name: string;
  readonly type: string;
  /** The layer's role in the net: makes data, has blobs to learn, ends in a loss, or none of these. */
  readonly role: 'source' | 'learns' | 'loss' | 'other';
  readonly bottoms: readonly NetBottom[];
  readonly tops: readonly NetTop[];
  readonly params: Dim;
  readonly ownParams: Dim;
  /** Undefined where not modelled. */
  readonly macs?: Dim;
  readonly memory: Dim;
  /** Kernel and stride, see `kernelText`; absent without a window. */
  readonly kernel?: string;
  /** The field of the first top. */
  readonly field: Field;
}

export interface NetBottom {
  readonly name: string;
  /** The version of the blob, by `Blob.id`; null where no layer makes it. */
  readonly blob: number | null;
}

export interface NetTop {
  readonly name: string;
  readonly blob: number;
  readonly shape: Shape;
  /** The index of the bottom that it overwrites; −1 for none. */
  readonly inPlaceOf: number;
}

export function netView(state: StateAnalysis): NetView {
  const { layers, total, required } = costOf(state);
  return { name: state.net.name, state: formatState(state.state), layers: layers.map(layerView), total, required };
}

function layerView({ inferred, params, ownParams, macs, memory, kernel, fields: [field = []] }: LayerCost): NetLayer {
  const { layer, tops } = inferred;
  return {
    name: layer.name,
    type: layer.type,
    role: roleOf(inferred),
    bottoms: layer.bottoms.map(({ name, blob }) => ({ name, blob: blob?.id ?? null })),
    tops: layer.tops.map(({ name, blob, inPlaceOf }, i) => ({
      name,
      blob: blob.id,
      shape: tops[i] ?? null,
      inPlaceOf,
    })),
    params,
    ownParams,
    ...(macs !== undefined && { macs }),
    memory,
    ...(kernel !== undefined && { kernel }),
    field,
  };
}

function roleOf({ layer, rule, params }: InferredLayer): NetLayer['role'] {
  if (layer.bottoms.length === 0) return 'source';
  if (rule?.arity.automaticTops) return 'loss';
  return params.some(({ lrMult, fillerField }) => lrMult !== 0 || fillerField !== undefined) ? 'learns' : 'other';
}
