/**
 * Runs a plan: draws weights and inputs as Caffe does, gives each part to the runtime, and summarizes its tops as they arrive.
 * Independent of the host: the caller provides the runtime and a thread that may be busy for seconds.
 */
import type { Expected, ForwardDraw } from '#core/net/graph';
import type { GradientValue } from '#core/onnx/back-graph';
import type { RunBackLayer, RunBackPart, RunInput, RunLayer, RunPart, RunPlan } from '#core/onnx/run-plan';
import type { Engine } from '#core/random/engine';
import { runToEnd } from '#core/steps';
import { drawBlobs, type PlanDraw } from '#core/weights/draw';
import { fillBlob } from '#core/weights/fill';
import { outside, reduced, unitsOf, type Reduced, type Units } from './reduce';

/** Runs one model; values are passed by name. Without outputs, the model is only loaded. */
export type RunModel = (
  model: Pick<RunPart, 'model' | 'beside'>,
  feeds: ReadonlyMap<string, Tensor>,
  outputs: readonly string[],
) => Promise<ReadonlyMap<string, Tensor>>;

export interface Tensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

export interface RanLayer {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly tops: readonly RanTop[];
}

export interface RanTop extends Reduced {
  readonly blob: string;
  readonly shape: readonly number[];
  readonly units: Units | null;
  /** How many values are those of a saturated activation; null where it is none. */
  readonly saturated: number | null;
}

/** The gradients of a layer, directly after its Backward. */
export interface RanBack {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  /** Null where the layer passes on none, or where it is not known. */
  readonly bottoms: readonly (Reduced | null)[];
  /** Empty where they are not known. */
  readonly params: readonly Reduced[];
  /** What arrives at its first top, where several layers pass a gradient to it; null elsewhere. */
  readonly sum: Reduced | null;
}

export type RunEvent =
  | { readonly kind: 'layer'; readonly layer: RanLayer }
  /** After all of `layer`, from the last layer to the first. */
  | { readonly kind: 'back'; readonly layer: RanBack }
  /** Share of the layers that have run, forward and back, from 0 to 1. */
  | { readonly kind: 'progress'; readonly done: number }
  /** `loss` is the sum of all weighted tops, null for a net without any. */
  | { readonly kind: 'done'; readonly loss: number | null };

/**
 * Values that replace random inputs, by blob name. The random ones are drawn all the same, so that later draws don't change.
 */
export type GivenInputs = ReadonlyMap<string, Float32Array>;

/** In bytes: weights beyond this are drawn again when needed. */
const keptBytes = 3 * 2 ** 28;

export async function* runNet(
  plan: RunPlan,
  engine: Engine,
  runModel: RunModel,
  given: GivenInputs = new Map(),
): AsyncGenerator<RunEvent> {
  const weights = weightStore(plan, engine);
  yield { kind: 'progress', done: 0 };
  const held = new Map<string, Tensor>();
  for (const input of plan.inputs) {
    const filled = filledInput(input, engine);
    held.set(input.value, { data: given.get(input.blob) ?? filled, shape: input.shape });
  }
  const all = [...plan.parts, ...(plan.back?.parts ?? [])];
  const nLayers = all.reduce((sum, { layers }) => sum + layers.length, 0);
  let done = 0;
  let loss: number | null = null;
  for (const [i, part] of plan.parts.entries()) {
    const feeds = feedsOf(part, held, weights, engine);
    let made = await runPart(part, feeds, runModel);
    if (part.scaled !== undefined) made = await scaledPart(part, part.scaled, feeds, made, weights, runModel);
    for (const [name, tensor] of made) held.set(name, tensor);
    for (const layer of part.layers) {
      const ran = ranLayer(layer, held);
      layer.tops.forEach((top, t) => {
        const { n = 0, mean = 0 } = ran.tops[t] ?? {};
        if (top.lossWeight !== 0) loss = (loss ?? 0) + top.lossWeight * mean * n;
      });
      done++;
      yield { kind: 'layer', layer: ran };
    }
    const stays = plan.parts.slice(i + 1).flatMap(({ layers }) => layers.flatMap(({ tops }) => tops));
    release(held, all.slice(i + 1), new Set(stays.map(({ value }) => value)));
    yield { kind: 'progress', done: done / nLayers };
  }
  for (const { value, shape } of plan.back?.seeds ?? []) {
    const data = new Float32Array(countOf(shape));
    engine.normal(data, 0, 1);
    if (value !== null) held.set(value, { data, shape });
  }
  for (const [i, part] of (plan.back?.parts ?? []).entries()) {
    const made = await runBackPart(part, held, weights, runModel);
    for (const [name, tensor] of made) held.set(name, tensor);
    for (const layer of part.layers) yield { kind: 'back', layer: ranBack(layer, held) };
    done += part.layers.length;
    release(held, all.slice(plan.parts.length + i + 1), new Set());
    yield { kind: 'progress', done: done / nLayers };
  }
  yield { kind: 'done', loss };
}

/** Forgets values that no later part reads. */
function release(
  held: Map<string, Tensor>,
  later: readonly Pick<RunPart, 'reads'>[],
  stays: ReadonlySet<string>,
): void {
  const read = new Set(later.flatMap(({ reads }) => reads));
  for (const name of [...held.keys()]) if (!read.has(name) && !stays.has(name)) held.delete(name);
}

async function runBackPart(
  part: RunBackPart,
  held: ReadonlyMap<string, Tensor>,
  weights: WeightStore,
  runModel: RunModel,
): Promise<ReadonlyMap<string, Tensor>> {
  if (part.outputs.length === 0) return new Map();
  const feeds = new Map<string, Tensor>();
  for (const name of part.inputs) {
    const tensor = held.get(name);
    if (tensor) feeds.set(name, tensor);
  }
  for (const { name, param, shape } of part.params) feeds.set(name, { data: weights.take(param), shape });
  return runModel(part, feeds, part.outputs);
}

function ranBack(
  { index, name, type, bottoms, params, sum }: RunBackLayer,
  held: ReadonlyMap<string, Tensor>,
): RanBack {
  const reducedOf = ({ value, shape }: GradientValue): Reduced =>
    reduced((value === null ? undefined : held.get(value)?.data) ?? new Float32Array(countOf(shape)));
  return {
    index,
    name,
    type,
    bottoms: bottoms.map((gradient) => gradient && reducedOf(gradient)),
    params: params.map(reducedOf),
    sum: sum && reducedOf(sum),
  };
}

function countOf(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}

function feedsOf(
  part: RunPart,
  held: ReadonlyMap<string, Tensor>,
  weights: WeightStore,
  engine: Engine,
): ReadonlyMap<string, Tensor> {
  const feeds = new Map<string, Tensor>();
  for (const { name, shape, draw } of part.draws) feeds.set(name, { data: forwardDraw(engine, draw, shape), shape });
  for (const name of part.reads) {
    const tensor = held.get(name);
    if (tensor) feeds.set(name, tensor);
  }
  for (const { name, param, shape } of part.params) feeds.set(name, { data: weights.take(param), shape });
  return feeds;
}

async function runPart(
  part: RunPart,
  feeds: ReadonlyMap<string, Tensor>,
  runModel: RunModel,
): Promise<ReadonlyMap<string, Tensor>> {
  const made =
    part.outputs.length === 0
      ? new Map<string, Tensor>()
      : await runModel(part, feeds, part.loadOnly ? [] : part.outputs);
  // A top may be a param, or what was drawn, as it is; Backward needs what was drawn.
  const stays = new Set(part.layers.flatMap((layer) => layer.tops.map(({ value }) => value)));
  for (const { name } of part.draws) stays.add(name);
  return new Map([...made, ...[...feeds].filter(([name]) => stays.has(name))]);
}

/** As in Mishkin and Matas 2016, algorithm 1, with a tolerance of 0.01: a bias that is not 0 takes more than one step. */
const mostScalings = 10;
const tolerance = 0.01;

/** Scales a filter until its layer's top has a variance of 1, and runs the part again; a top that is constant stays. */
async function scaledPart(
  part: RunPart,
  filter: number,
  feeds: ReadonlyMap<string, Tensor>,
  first: ReadonlyMap<string, Tensor>,
  weights: WeightStore,
  runModel: RunModel,
): Promise<ReadonlyMap<string, Tensor>> {
  const values = feeds.get(part.params.find(({ param }) => param === filter)?.name ?? '')?.data;
  const top = part.layers[0]?.tops[0]?.value ?? '';
  let made = first;
  for (let i = 0; values && i < mostScalings; i++) {
    const { mean, m2 } = reduced(made.get(top)?.data ?? new Float32Array());
    const variance = m2 - mean * mean;
    if (!(variance > 0 && variance < Infinity) || Math.abs(variance - 1) < tolerance) break;
    const factor = 1 / Math.sqrt(variance);
    weights.scale(filter, values, factor);
    made = await runPart(part, feeds, runModel);
  }
  return made;
}

function ranLayer({ index, name, type, tops }: RunLayer, held: ReadonlyMap<string, Tensor>): RanLayer {
  return {
    index,
    name,
    type,
    tops: tops.map((top) => {
      const tensor = held.get(top.value);
      const [data, shape] = [tensor?.data ?? new Float32Array(), tensor?.shape ?? top.shape];
      const saturated = top.unsaturated ? outside(data, top.unsaturated) : null;
      return { blob: top.blob, shape, ...reduced(data), units: unitsOf(data, shape), saturated };
    }),
  };
}

interface WeightStore {
  readonly take: (param: number) => Float32Array;
  /** Multiplies a param: the values that were taken of it last, and those that will be. */
  readonly scale: (param: number, taken: Float32Array, factor: number) => void;
}

/**
 * Draws all weights once, in order, which leaves the generator in the state that follows them. Those that are not kept are
 * drawn again on demand.
 */
function weightStore({ draws, seed, parts, back }: RunPlan, engine: Engine): WeightStore {
  const uses = new Map<number, number>();
  for (const { params } of [...parts, ...(back?.parts ?? [])])
    for (const { param } of params) uses.set(param, (uses.get(param) ?? 0) + 1);
  const draw = drawBlobs(draws, seed, engine);
  const kept = new Map<number, Float32Array>();
  let bytes = 0;
  draws.blobs.forEach(({ owner }, blob) => {
    const count = draw.facts(blob)?.count ?? 0;
    if (owner !== blob || bytes + 4 * count > keptBytes) return;
    bytes += 4 * count;
    kept.set(blob, valuesOf(draw, blob));
  });
  runToEnd(draw.end());
  const factors = new Map<number, number>();
  return {
    take: (param) => {
      const values = kept.get(param);
      const left = (uses.get(param) ?? 0) - 1;
      uses.set(param, left);
      if (left <= 0) kept.delete(param);
      if (values) return values;
      const here = engine.save();
      const again = valuesOf(draw, param);
      engine.restore(here);
      const factor = factors.get(param) ?? 1;
      return factor === 1 ? again : again.map((value) => value * factor);
    },
    scale: (param, taken, factor) => {
      // Values that are kept are those that were taken.
      for (let i = 0; i < taken.length; i++) taken[i] = (taken[i] as number) * factor;
      factors.set(param, factor * (factors.get(param) ?? 1));
    },
  };
}

function valuesOf(draw: PlanDraw, blob: number): Float32Array {
  return draw.values(blob)?.values ?? new Float32Array();
}

function filledInput({ fill, shape }: RunInput, engine: Engine): Float32Array {
  const values = new Float32Array(countOf(shape));
  if (fill.kind === 'normal') engine.normal(values, 0, 1);
  else values.set(values.map((_, i) => expectedAt(fill, i, shape)));
  return values;
}

function expectedAt(fill: Expected, i: number, shape: readonly number[]): number {
  switch (fill.kind) {
    case 'index':
      return i % Math.max(1, fill.below);
    case 'markers':
      return i < shape.slice(1).reduce((product, dim) => product * dim, 1) ? 0 : 1;
    case 'every second':
      return i % 2 === 0 ? 1 : 0;
  }
}

function forwardDraw(engine: Engine, draw: ForwardDraw, shape: readonly number[]): Float32Array {
  const values = new Float32Array(countOf(shape));
  if (draw.kind === 'keep') engine.thinOut(values.fill(1), draw.probability);
  else fillBlob(engine, draw.filling, shape, values);
  return values;
}
