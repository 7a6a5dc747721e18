/**
 * The cost of a net in one state, layer by layer: values to learn, work of a forward pass, memory of its blobs; and the
 * receptive fields of its values.
 */
import { kernelText } from './kernel-text';
import { memoize } from '../lazy';
import { paramOf } from '../infer/param-of';
import type { InferredLayer, StateAnalysis } from '../infer/types';
import type { CostInput } from '../net/cost';
import { count, type Dim } from '../net/shape';
import { nums } from '../schema/message';
import { through, type Field } from './field';
import { sharedBefore } from './shared';

/** Null is unknown; undefined is not modelled for layers of this type. */
export interface LayerCost {
  readonly inferred: InferredLayer;
  /** Number of values in the layer's blobs, including statistics such as BatchNorm's. */
  readonly params: Dim;
  /** The values that no earlier layer shares under the same `param` name: only these count in sums. */
  readonly ownParams: Dim;
  /** Multiply–accumulates of one forward pass over the whole batch: see `core/layers/shared/macs`. */
  readonly macs: Dim | undefined;
  /** Bytes of the tops' values in the forward pass; 0 for a top that shares a bottom's memory. */
  readonly memory: Dim;
  /** One per top. */
  readonly fields: readonly Field[];
  /** See `kernelText`. */
  readonly kernel: string | undefined;
}

export interface NetCost {
  readonly layers: readonly LayerCost[];
  readonly total: Sum;
  /**
   * The figure that Caffe logs as `Memory required for data`: every top counted as if it had memory of its own,
   * including those of the Splits that Caffe inserts.
   */
  readonly required: Dim;
}

/** Sums of the known values. */
export interface Sum {
  readonly params: Part;
  readonly macs: Part;
  readonly memory: Part;
}

/**
 * `atLeast` where some term is unknown or not modelled, `unknown` where more terms are than are known: then the sum of
 * those says little. Terms of 0 are neither.
 */
export interface Part {
  readonly value: number;
  readonly kind: 'exact' | 'atLeast' | 'unknown';
}

/** Caffe computes in float32. */
const bytesPerValue = 4;

/** Cached per state of a text: hints and hovers ask for it repeatedly. */
export const costOf: (state: StateAnalysis) => NetCost = memoize(costsIn);

function costsIn({ net, layers, shapes }: StateAnalysis): NetCost {
  const owners = sharedBefore(layers);
  const fields: Field[] = new Array<Field>(net.blobs.length).fill(null);
  const costs = layers.map((inferred, i): LayerCost => {
    const { layer, rule, bottoms, tops, params } = inferred;
    const input: CostInput = {
      param: rule ? paramOf(layer, rule) : layer.message,
      bottoms,
      tops,
      params: params.map(({ shape }) => shape),
    };
    const seen = layer.bottoms.map(({ blob }) => (blob ? (fields[blob.id] ?? null) : null));
    const window = rule?.window?.(input);
    const own = layer.tops.map((top, k) => (fields[top.blob.id] = through(window, seen, tops[k] ?? null)));
    return {
      inferred,
      params: valuesOf(params),
      ownParams: valuesOf(params.filter((_, k) => !owners[i]?.[k])),
      macs: rule ? rule.macs?.(input) : null,
      memory: memoryOf(inferred),
      fields: own,
      kernel: kernelText(inferred, window),
    };
  });
  return { layers: costs, total: sumOf(costs), required: requiredBy(layers, shapes) };
}

export function sumOf(costs: readonly LayerCost[]): Sum {
  return {
    params: partOf(costs.map(({ ownParams }) => ownParams)),
    macs: partOf(costs.map(({ macs }) => macs ?? null)),
    memory: partOf(costs.map(({ memory }) => memory)),
  };
}

export function partOf(values: readonly Dim[]): Part {
  const [unknown, known] = [values.filter((value) => value === null), values.filter((value) => value)];
  return {
    value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    kind: unknown.length === 0 ? 'exact' : unknown.length > known.length ? 'unknown' : 'atLeast',
  };
}

function valuesOf(params: InferredLayer['params']): Dim {
  return params.reduce<Dim>((sum, param) => (sum === null || param.count === null ? null : sum + param.count), 0);
}

function memoryOf({ layer, rule, tops }: InferredLayer): Dim {
  if (rule?.sharesBottom) return 0;
  let sum: Dim = 0;
  layer.tops.forEach((top, i) => {
    if (top.inPlaceOf >= 0) return;
    const values = count(tops[i] ?? null);
    sum = sum === null || values === null ? null : sum + values * bytesPerValue;
  });
  return sum;
}

/**
 * net.cpp, Init: the sum of the counts of all tops; insert_splits.cpp: one more for each reader of a blob with several,
 * where a written `loss_weight` counts as a reader.
 */
function requiredBy(layers: readonly InferredLayer[], shapes: StateAnalysis['shapes']): Dim {
  const readers = shapes.map(() => 0);
  for (const { layer } of layers)
    for (const { blob } of layer.bottoms) if (blob) readers[blob.id] = (readers[blob.id] ?? 0) + 1;
  for (const { layer } of layers) {
    const weights = nums(layer.message, 'loss_weight');
    layer.tops.forEach(({ blob }, i) => (readers[blob.id] = (readers[blob.id] ?? 0) + (weights[i] ? 1 : 0)));
  }
  let sum = 0;
  for (const [id, shape] of shapes.entries()) {
    const values = count(shape);
    const n = readers[id] ?? 0;
    if (values === null) return null;
    sum += values * (1 + (n > 1 ? n : 0));
  }
  return sum * bytesPerValue;
}
