/** Runs small nets forward and back, for tests of single layers. */
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { Dialect } from '#core/dialects/dialect';
import { trainState } from '#core/net/state';
import type { Lost } from '#core/onnx/back-graph';
import { planOf } from '#core/onnx/plan-of';
import type { Stopped } from '#core/onnx/run-plan';
import { fastEngine } from '#core/random/wasm-engine';
import { runNet } from '#run/run';
import { nodeRuntime } from './runtime';

export interface Ran {
  /** Of each layer the first top: its shape, and all its values, up to 16. */
  readonly tops: ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>;
  /** Of each layer the gradients of its bottoms. */
  readonly bottoms: ReadonlyMap<string, readonly (readonly number[] | null)[]>;
  /** Of each layer the gradients of its params. */
  readonly params: ReadonlyMap<string, readonly (readonly number[])[]>;
  readonly stopped: Stopped | undefined;
  readonly lost: Lost | undefined;
}

/** `given`: values of inputs, by blob. */
export async function ran(
  layers: readonly string[],
  given: Readonly<Record<string, readonly number[]>> = {},
  dialect: Dialect = bvlc,
): Promise<Ran> {
  const analysis = analyze(layers.join('\n'), { dialect, kind: 'net', states: [trainState] });
  if (!analysis.world) throw new Error('not a net');
  const asked = { seed: 1, batch: undefined, whatIf: undefined, back: true };
  const { plan } = planOf(analysis.state(trainState), dialect, analysis.world, asked);
  const tops = new Map<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>();
  const bottoms = new Map<string, readonly (readonly number[] | null)[]>();
  const params = new Map<string, readonly (readonly number[])[]>();
  const inputs = new Map(Object.entries(given).map(([name, values]) => [name, Float32Array.from(values)]));
  for await (const event of runNet(plan, fastEngine(), await nodeRuntime(), inputs)) {
    if (event.kind === 'layer') {
      const [top] = event.layer.tops;
      if (top) tops.set(event.layer.name, { shape: top.shape, values: top.at });
    }
    if (event.kind !== 'back') continue;
    bottoms.set(
      event.layer.name,
      event.layer.bottoms.map((each) => each && each.at.map((value) => value + 0)),
    );
    params.set(
      event.layer.name,
      event.layer.params.map(({ at }) => at.map((value) => value + 0)),
    );
  }
  return { tops, bottoms, params, stopped: plan.stopped, lost: plan.back?.lost };
}

export function inputOf(name: string, ...shape: readonly number[]): string {
  const dims = shape.map((dim) => `dim: ${dim}`).join(' ');
  return `layer { name: "${name}" type: "Input" top: "${name}" input_param { shape { ${dims} } } }`;
}
