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
import { netGraph, type Graph, type GraphLayer, type GraphParam, type GraphTop } from './graph';
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
}

export interface RunLayer {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly tops: readonly GraphTop[];
}

/** Limit on weights and tops of a part, in bytes; a layer that exceeds it is a part of its own. */
const partBytes = 1 << 28;

/** Weights, bottoms and tops of one layer, in bytes: WebAssembly has 4 GiB, of which the runtime needs some for itself. */
const mostBytes = 3 * 2 ** 30;

export function runPlan(analysis: StateAnalysis, seed: number): RunPlan {
  const graph = netGraph(analysis);
  const missing = graph.layers.findIndex((layer) => layer.missing !== undefined || isTooLarge(layer, graph));
  const layers = missing < 0 ? graph.layers : graph.layers.slice(0, missing);
  const groups = inGroups(layers);
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
    parts: groups.map((group, i) => partOf(group, graph, reads[i] ?? [])),
    stopped: stoppedAt(graph.layers[missing]),
  };
}

function stoppedAt(layer: GraphLayer | undefined): Stopped | undefined {
  if (!layer) return undefined;
  // The first missing layer does not read another missing one, but its shapes may be unknown.
  const reason = layer.missing === 'follows' ? 'unknown' : (layer.missing ?? 'too-large');
  return { layer: layer.name, type: layer.type, reason };
}

function inGroups(layers: readonly GraphLayer[]): readonly (readonly GraphLayer[])[] {
  const groups: GraphLayer[][] = [];
  let bytes = Infinity;
  for (const layer of layers) {
    const own = bytesOf(layer);
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

function isTooLarge(layer: GraphLayer, { values }: Graph): boolean {
  const read = readBy([layer]).reduce((sum, name) => sum + bytesIn(values.get(name)?.shape ?? []), 0);
  return bytesOf(layer) + read > mostBytes;
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
  const nodes = group.flatMap((layer) => layer.nodes);
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
