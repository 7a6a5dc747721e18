/**
 * A run of a net as plain data that can be sent to a worker: what to draw in Caffe's order, and models to be run in
 * sequence. Each model has some layers of the net, few enough that their weights and tops fit into the memory of
 * WebAssembly; between models only values that later ones read are kept.
 */
import type { StateAnalysis } from '../infer/types';
import type { Expected, ForwardDraw, NotLowered } from '../net/graph';
import type { NetState } from '../net/model';
import { joined } from '../wire';
import type { DrawPlan } from '../weights/plan';
import { backGraph, type BackLayer, type GradientValue, type Lost } from './back-graph';
import { asInCaffe } from './as-in-caffe';
import { lowerNet, type Graph, type GraphLayer, type GraphTop, type LoweredNet } from './graph';
import type { GraphNode, GraphParam } from './nodes';
import { modelPieces, type ModelValue } from './model';
import { opsets } from './opsets';

export interface RunPlan {
  readonly state: NetState;
  readonly seed: number;
  /** The weights, which are drawn first. */
  readonly draws: DrawPlan;
  /** In Caffe's order. Drawn inputs continue the random sequence after the weights. */
  readonly inputs: readonly RunInput[];
  readonly parts: readonly RunPart[];
  /** Undefined if only Forward runs, or no layer has a gradient. */
  readonly back: RunBack | undefined;
  /** The first layer that can't be run; no later layer is run. */
  readonly stopped: Stopped | undefined;
}

export interface RunInput {
  readonly value: string;
  readonly blob: string;
  readonly shape: readonly number[];
  /** `normal`: N(0, 1). */
  readonly fill: Expected | { readonly kind: 'normal' };
}

export interface Stopped {
  readonly layer: string;
  readonly type: string;
  /** `too-large`: its weights and values don't fit into the memory of WebAssembly. */
  readonly reason: NotLowered | 'too-large';
}

export interface RunPart {
  readonly model: Uint8Array<ArrayBuffer>;
  /** Bytes that the model reads by this name; undefined where it has all that it needs. */
  readonly beside?: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined;
  /** Names of values from inputs or earlier parts. */
  readonly reads: readonly string[];
  readonly params: readonly GraphParam[];
  /** Drawn in this order. */
  readonly draws: readonly { readonly name: string; readonly shape: readonly number[]; readonly draw: ForwardDraw }[];
  readonly outputs: readonly string[];
  readonly layers: readonly RunLayer[];
  /** The runtime only loads and initializes the model. */
  readonly loadOnly: boolean;
  /** The param that is scaled until the values of the part's first top have a variance of 1; undefined for none. */
  readonly scaled?: number | undefined;
}

/** Backward, after all parts of Forward. */
export interface RunBack {
  /** The name of the layer at whose tops it begins. */
  readonly from: string;
  /** Gradients that are drawn from N(0, 1) first, in this order. */
  readonly seeds: readonly GradientValue[];
  readonly parts: readonly RunBackPart[];
  readonly lost: Lost | undefined;
}

export interface RunBackPart extends Pick<RunPart, 'model' | 'reads' | 'params' | 'outputs'> {
  /** Those of `reads` that the model reads; the others are gradients of its layers as they are. */
  readonly inputs: readonly string[];
  readonly layers: readonly RunBackLayer[];
}

export type RunBackLayer = Pick<BackLayer, 'index' | 'name' | 'type' | 'bottoms' | 'params' | 'sum'>;

export interface RunLayer {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly tops: readonly GraphTop[];
}

export interface RunPlanOptions {
  /** Whether Backward runs as well; not by default. */
  readonly back?: boolean;
  /** Limit on weights and tops of a part, in bytes; a layer that exceeds it is a part of its own. */
  readonly partBytes?: number;
  /** Tops up to this many bytes are kept for Backward; of larger nets, each part of Backward computes its own again. */
  readonly keptBytes?: number;
  /** Limit on weights, bottoms and tops of one layer: WebAssembly has 4 GiB, of which the runtime needs some for itself. */
  readonly mostBytes?: number;
  /** Each filter is scaled until its layer's top has a variance of 1 (Mishkin and Matas 2016); not by default. */
  readonly unitVariance?: boolean;
}

const defaults: Required<RunPlanOptions> = {
  back: false,
  partBytes: 2 ** 26,
  keptBytes: 2 ** 30,
  mostBytes: 3 * 2 ** 30,
  unitVariance: false,
};

export function runPlan(analysis: StateAnalysis, seed: number, options: RunPlanOptions = {}): RunPlan {
  const limits = { ...defaults, ...options };
  const { mostBytes } = limits;
  const net = lowerNet(analysis);
  const { graph } = net;
  const missing = graph.layers.findIndex(
    (layer) => layer.missing !== undefined || bytesAround(layer, graph) > mostBytes,
  );
  const layers = missing < 0 ? graph.layers : graph.layers.slice(0, missing);
  const scaled = limits.unitVariance ? filtersOf(layers) : new Map<GraphLayer, number>();
  const groups = inGroups(layers, limits.partBytes, (layer) => scaled.has(layer));
  const inputs = graph.inputs
    .filter(({ value }) => layers.some(({ tops }) => tops.some((top) => top.value === value)))
    .map(
      ({ value, blob, shape, expected }): RunInput => ({ value, blob, shape, fill: expected ?? { kind: 'normal' } }),
    );
  const reads = groups.map((group) => readBy(group));
  return {
    state: analysis.state,
    seed,
    draws: graph.plan,
    inputs,
    parts: groups.map((group, i) => ({
      ...partOf(group, graph, reads[i] ?? []),
      scaled: group[0] && scaled.get(group[0]),
    })),
    back: limits.back ? runBack(net, groups, new Set(reads.flat()), limits) : undefined,
    stopped: stoppedAt(graph.layers[missing]),
  };
}

function stoppedAt(layer: GraphLayer | undefined): Stopped | undefined {
  if (!layer) return undefined;
  // The first missing layer reads no other missing one.
  const reason = layer.missing === 'follows' ? 'unknown' : (layer.missing ?? 'too-large');
  return { layer: layer.name, type: layer.type, reason };
}

/** Of a filter that several layers share, only the first scales it. */
function filtersOf(layers: readonly GraphLayer[]): ReadonlyMap<GraphLayer, number> {
  const known = new Set<number>();
  const found = new Map<GraphLayer, number>();
  for (const layer of layers) {
    if (layer.filter === undefined || known.has(layer.filter)) continue;
    known.add(layer.filter);
    found.set(layer, layer.filter);
  }
  return found;
}

/** A layer that is `alone` is a group of its own. */
function inGroups(
  layers: readonly GraphLayer[],
  partBytes: number,
  alone: (layer: GraphLayer) => boolean,
): readonly (readonly GraphLayer[])[] {
  const groups: GraphLayer[][] = [];
  let bytes = Infinity;
  for (const layer of layers) {
    const own = alone(layer) ? Infinity : bytesOf(layer);
    if (bytes + own > partBytes) {
      groups.push([]);
      bytes = 0;
    }
    bytes += own;
    groups.at(-1)?.push(layer);
  }
  return groups;
}

function bytesOf({ params, tops, draws }: GraphLayer): number {
  return [...params, ...tops, ...draws].reduce((sum, { shape }) => sum + bytesIn(shape), 0);
}

function bytesIn(shape: readonly number[]): number {
  return 4 * shape.reduce((all, dim) => all * dim, 1);
}

/** Of a layer's weights, bottoms and tops. */
function bytesAround(layer: GraphLayer, { values }: Graph): number {
  const read = readBy([layer]).reduce((sum, name) => sum + bytesIn(values.get(name)?.shape ?? []), 0);
  return bytesOf(layer) + read;
}

/** Values that the group reads from outside: blobs, but no params. */
function readBy(group: readonly GraphLayer[]): readonly string[] {
  const made = new Set(
    group.flatMap(({ nodes, constants, draws, params }) => [
      ...nodes.flatMap(({ outputs }) => outputs),
      ...[...constants, ...draws, ...params].map(({ name }) => name),
      '',
    ]),
  );
  const read = group.flatMap(({ nodes, tops }) => [
    ...nodes.flatMap(({ inputs }) => inputs),
    ...tops.map(({ value }) => value),
  ]);
  return [...new Set(read.filter((name) => !made.has(name)))];
}

function partOf(group: readonly GraphLayer[], graph: Graph, reads: readonly string[]): RunPart {
  const params = [...new Map(group.flatMap((layer) => layer.params.map((param) => [param.name, param]))).values()];
  const draws = group.flatMap((layer) => layer.draws);
  const made = new Set(group.flatMap(({ nodes }) => nodes.flatMap(({ outputs }) => outputs)));
  const outputs = [...new Set(group.flatMap(({ tops }) => tops.map(({ value }) => value)))].filter((name) =>
    made.has(name),
  );
  const nodes = group.flatMap((layer) => layer.nodes).flatMap(asInCaffe);
  const valueOf = (name: string, dynamic: boolean): ModelValue => {
    const { type = 'float', shape = [] } = graph.values.get(name) ?? {};
    return { name, type, shape: dynamic ? shape.map((dim, i) => (i === 0 ? 'items' : dim)) : shape };
  };
  const dynamic = new Set(group.flatMap(({ tops }) => tops.filter((top) => top.dynamic).map(({ value }) => value)));
  const used = new Set(nodes.flatMap(({ inputs }) => inputs));
  const given = reads.filter((name) => used.has(name));
  const model = joined(
    modelPieces({
      name: 'part',
      producer: 'prototxt-lens',
      opset: opsets.usual,
      nodes,
      constants: group.flatMap(({ constants }) => constants),
      weights: [],
      inputs: [
        ...given.map((name) => valueOf(name, false)),
        ...[...params, ...draws].map(({ name, shape }): ModelValue => ({ name, type: 'float', shape })),
      ],
      outputs: outputs.map((name) => valueOf(name, dynamic.has(name))),
    }),
  );
  const layers = group.map(({ index, name, type, tops }) => ({ index, name, type, tops }));
  return { model, reads: given, params, draws, outputs, layers, loadOnly: false };
}

/** The parts of Forward in reverse order. `read`: values that are kept between the parts of Forward in any case. */
function runBack(
  net: LoweredNet,
  groups: readonly (readonly GraphLayer[])[],
  read: ReadonlySet<string>,
  { keptBytes, mostBytes }: Required<RunPlanOptions>,
): RunBack | undefined {
  const layers = groups.flat();
  // Beside its weights and values there are as many gradients.
  const fits = (layer: GraphLayer): boolean => 2 * bytesAround(layer, net.graph) <= mostBytes;
  const back = backGraph(net, layers.length, fits);
  if (!back) return undefined;
  const tops = layers.flatMap((layer) => layer.tops);
  const isSmall = tops.reduce((sum, { shape }) => sum + bytesIn(shape), 0) <= keptBytes;
  const kept = new Set([
    ...read,
    ...(isSmall ? tops.map(({ value }) => value) : []),
    ...layers.flatMap(({ draws }) => draws.map(({ name }) => name)),
    ...net.graph.inputs.map(({ value }) => value),
  ]);
  const own = new Map(back.layers.map((layer) => [layer.index, layer]));
  const parts = groups.toReversed().flatMap((group): readonly RunBackPart[] => {
    const backward = group.toReversed().flatMap(({ index }) => own.get(index) ?? []);
    return backward.length === 0 ? [] : [backPart(group, backward, net.graph, kept)];
  });
  return { from: back.from, seeds: back.seeds, parts, lost: back.lost };
}

/** Only nodes that a gradient depends on; values in `kept` are read rather than computed again. */
function backPart(
  group: readonly GraphLayer[],
  backward: readonly BackLayer[],
  graph: Graph,
  kept: ReadonlySet<string>,
): RunBackPart {
  const given = backward.flatMap(({ bottoms, params, sum }) => [...bottoms, ...params, sum]);
  const wanted = new Set(given.flatMap((gradient) => gradient?.value ?? []));
  const written = [...group, ...backward];
  const needed = neededNodes(
    written.flatMap(({ nodes }) => nodes),
    wanted,
    kept,
  ).flatMap(asInCaffe);
  const made = new Set(needed.flatMap(({ outputs }) => outputs));
  const constants = new Map(written.flatMap((layer) => layer.constants.map((each) => [each.name, each])));
  const params = new Map(group.flatMap((layer) => layer.params.map((each) => [each.name, each])));
  const used = [...new Set([...needed.flatMap(({ inputs }) => inputs), ...wanted])].filter((name) => !made.has(name));
  const reads = used.filter((name) => name !== '' && !constants.has(name) && !params.has(name));
  const outputs = [...wanted].filter((name) => made.has(name));
  const ownParams = used.flatMap((name) => params.get(name) ?? []);
  const valueOf = (name: string): ModelValue => {
    const { type = 'float', shape = [] } = graph.values.get(name) ?? {};
    return { name, type, shape };
  };
  const readByNodes = new Set(needed.flatMap(({ inputs: names }) => names));
  const inputs = reads.filter((name) => readByNodes.has(name));
  const model = joined(
    modelPieces({
      name: 'part',
      producer: 'prototxt-lens',
      opset: opsets.usual,
      nodes: needed,
      constants: used.flatMap((name) => constants.get(name) ?? []),
      weights: [],
      inputs: [
        ...inputs.map(valueOf),
        ...ownParams.map(({ name, shape }): ModelValue => ({ name, type: 'float', shape })),
      ],
      outputs: outputs.map(valueOf),
    }),
  );
  const layers = backward.map(({ index, name, type, bottoms, params: own, sum }) => ({
    index,
    name,
    type,
    bottoms,
    params: own,
    sum,
  }));
  return { model, reads, inputs, params: ownParams, outputs, layers };
}

/** The nodes that the wanted values depend on, in the same order. */
function neededNodes(
  nodes: readonly GraphNode[],
  wanted: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): readonly GraphNode[] {
  const need = new Set(wanted);
  const found = nodes.toReversed().filter(({ outputs, inputs }) => {
    if (!outputs.some((name) => need.has(name))) return false;
    for (const name of inputs) if (!kept.has(name)) need.add(name);
    return true;
  });
  return found.toReversed();
}
