/** The blobs of a net whose values come from a model, by their index in `DrawPlan.blobs`. */
import type { StateAnalysis } from '../infer/types';
import type { ModelBlob } from './read-blob';
import type { Model } from './read-caffemodel';
import { pair } from './pairing';
import { drawPlan } from '../weights/plan';

export interface Trained {
  readonly blobs: ReadonlyMap<number, ModelBlob>;
  /** Layers that have blobs and keep the values of their fillers. */
  readonly absent: readonly string[];
}

/** A shared blob has the values that the last of its layers loads (net.cpp, CopyTrainedLayersFrom). */
export function trained(analysis: StateAnalysis, model: Extract<Model, { kind: 'model' }>): Trained {
  const { layers } = pair(analysis, model);
  const plan = drawPlan(analysis);
  const last = new Map(model.layers.map((layer) => [layer.name, layer]));
  const owners = new Map<number, ModelBlob>();
  const absent: string[] = [];
  let next = 0;
  for (const { layer, params } of analysis.layers) {
    const first = next;
    next += params.length;
    if (params.length === 0) continue;
    const found = layers.get(layer.index)?.kind === 'loaded' ? last.get(layer.name) : undefined;
    if (!found) absent.push(layer.name);
    found?.blobs.forEach((blob, i) => owners.set(plan.blobs[first + i]?.owner ?? first + i, blob));
  }
  return { blobs: owners, absent };
}
