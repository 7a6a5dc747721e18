/** Gradients of small nets of constants, for tests of single layers. */
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { Dialect } from '#core/dialects/dialect';
import type { Phase } from '#core/net/model';
import { runPlan } from '#core/onnx/run-plan';
import { fastEngine } from '#core/random/wasm-engine';
import { runNet } from '#run/run';
import { nodeRuntime } from './runtime';

export interface LayerGradients {
  /** All values, up to 16; null for a bottom without a gradient. */
  readonly bottoms: readonly (readonly number[] | null)[];
  readonly params: readonly (readonly number[])[];
}

/** By the names of the layers. The last layer that has a gradient should be a loss. */
export async function gradientsIn(
  layers: readonly string[],
  phase: Phase = 'TRAIN',
  dialect: Dialect = bvlc,
): Promise<ReadonlyMap<string, LayerGradients>> {
  const state = { phase, level: 0, stages: [] };
  const analysis = analyze(layers.join('\n'), { dialect, kind: 'net', states: [state] });
  const plan = runPlan(analysis.state(state), 1, { back: true });
  if (plan.stopped) throw new Error(`${plan.stopped.layer}: ${plan.stopped.reason}`);
  const found = new Map<string, LayerGradients>();
  for await (const event of runNet(plan, fastEngine(), await nodeRuntime())) {
    if (event.kind !== 'back') continue;
    const { name, bottoms, params } = event.layer;
    found.set(name, {
      bottoms: bottoms.map((each) => each && unsigned(each.at)),
      params: params.map(({ at }) => unsigned(at)),
    });
  }
  return found;
}

/** Without negative zeros. */
function unsigned(values: readonly number[]): readonly number[] {
  return values.map((value) => value + 0);
}

/** A layer of one value in each place. */
export function constant(name: string, value: number, dims: readonly number[] = [1]): string {
  const shape = dims.map((dim) => `dim: ${dim}`).join(' ');
  return `layer { name: "${name}" type: "DummyData" top: "${name}" dummy_data_param { shape { ${shape} } data_filler { value: ${value} } } }`;
}

/** A loss in which each value counts `weight` times: that is its gradient. */
export function weighted(bottom: string, weight = 1): string {
  return `layer { name: "sum" type: "Reduction" bottom: "${bottom}" top: "sum" loss_weight: ${weight} }`;
}

/** The gradients of the bottoms of a layer `it`, whose top is `y`: in place if that is its bottom `x`, which holds `value`. */
export async function bottomGradients(
  layer: string,
  { value, weight = 1, top = 'y' }: { readonly value: number; readonly weight?: number; readonly top?: 'x' | 'y' },
): Promise<LayerGradients['bottoms']> {
  const it = `layer { name: "it" bottom: "x" top: "${top}" ${layer} }`;
  const found = await gradientsIn([constant('x', value), it, weighted(top, weight)]);
  return found.get('it')?.bottoms ?? [];
}
