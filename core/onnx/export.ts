/**
 * Exports a net as an ONNX file: the layers that its outputs need, with weights that are drawn or read while the file
 * is written.
 */
import type { StateAnalysis } from '../infer/types';
import type { Expected, NotLowered } from '../net/graph';
import { isKnown } from '../net/shape';
import { formatState } from '../net/state';
import { isError, placeless, type Problem } from '../problems';
import { drawBlobs } from '../weights/draw';
import type { PlanDraw } from '../weights/draw';
import { partsOf } from '../weight-files/exported-net';
import type { ReadRange } from '../weight-files/binary-fields';
import type { ModelBlob } from '../weight-files/read-blob';
import { modelValues } from '../weight-files/read-caffemodel-values';
import type { Room } from '../weights/parts';
import type { Engine } from '../random/engine';
import { joined, sizeOf } from '../wire';
import { netGraph, type Graph, type GraphLayer, type GraphTop } from './graph';
import type { GraphConstant, GraphNode } from './nodes';
import {
  modelPieces,
  weightBytes,
  withoutWeights,
  type Model,
  type ModelDim,
  type ModelValue,
  type ModelWeight,
} from './model';
import { symbolic, type Symbolic } from './symbolic';

/** The largest size that protobuf can encode, in bytes. */
export const largestOnnx = 0x7fffffff;

export interface OnnxRequest {
  readonly opset: number;
  /** Blobs that become inputs; if empty, the tops of the layers that make data. */
  readonly from: readonly string[];
  /** Blobs that are outputs; if empty, those that no layer reads. */
  readonly to: readonly string[];
  readonly seed: number;
  /** Blobs of a trained model by their index in the plan; missing ones are drawn. */
  readonly trained: ReadonlyMap<number, ModelBlob>;
  readonly read: ReadRange;
}

export interface MissingLayer {
  readonly layer: string;
  readonly type: string;
  /** `draws`: it draws random numbers in Forward. `batch`: it contains a number that depends on the batch size. */
  readonly reason: NotLowered | 'draws' | 'batch';
}

export interface OnnxFile {
  /** In bytes, known before the first chunk is drawn. */
  readonly size: number;
  /** Each chunk is valid until the next is requested. `kept` receives the bytes of all weights, in order: see `bare`. */
  readonly chunks: (kept?: Uint8Array) => AsyncGenerator<Uint8Array>;
  readonly bare: BareModel;
  readonly inputs: readonly ModelValue[];
  readonly outputs: readonly ModelValue[];
  /** What inputs must hold, by name, where not any numbers will do. */
  readonly expected: ReadonlyMap<string, Expected>;
  readonly layers: number;
}

/** A model without its weights. */
export interface BareModel {
  /** The runtime reads its weights from `size` bytes that lie beside it by the name `beside`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly beside: string;
  readonly size: number;
  /** Its weights are inputs. */
  readonly open: Uint8Array<ArrayBuffer>;
}

export type OnnxExport =
  | { readonly kind: 'file'; readonly file: OnnxFile }
  | { readonly kind: 'missing'; readonly layers: readonly MissingLayer[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * `twin`: the same net at the second of `symbolicBatches`, where the analysis is of the first; undefined for a fixed
 * batch.
 */
export function exportOnnx(
  analysis: StateAnalysis,
  twin: StateAnalysis | undefined,
  request: OnnxRequest,
  engine: Engine,
): OnnxExport {
  const isRejected = [analysis, ...(twin ? [twin] : [])].some(({ problems }) => problems.some(isError));
  if (isRejected) return rejected(placeless('weights/net-rejected', { state: formatState(analysis.state) }));
  const unknown = [...request.from, ...request.to].find(
    (name) => !analysis.net.blobs.some((blob) => blob.name === name),
  );
  if (unknown !== undefined) return rejected(placeless('onnx/no-such-blob', { blob: unknown }));
  const cut = new Set(request.from);
  const graph = netGraph(analysis, cut);
  const batches = twin && symbolic(graph, netGraph(twin, cut));
  const outputs = outputsOf(analysis, graph, request.to);
  const needed = neededBy(graph, outputs, analysis);
  const missing = needed.flatMap((layer) => missingOf(layer, batches));
  if (missing.length > 0) return { kind: 'missing', layers: missing };
  const tops = outputs.flatMap((id) => graph.layers.flatMap((layer) => layer.tops.filter((top) => top.id === id)));
  if (tops.length === 0) return rejected(placeless('onnx/no-output', {}));
  const model = modelOf({ analysis, graph, layers: needed, outputs: tops, batches, opset: request.opset });
  const unfilled = model.weights.find(({ bulk }) => !request.trained.has(bulk) && !isFilled(graph, bulk));
  if (unfilled) return rejected(placeless('onnx/unknown-weights', { blob: unfilled.name }));
  const inputs = new Set(graph.inputs.map(({ value }) => value));
  const layers = needed.filter((layer) => !layer.tops.some(({ value }) => inputs.has(value)));
  return written(model, graph, request, engine, layers.length);
}

function written(
  model: Model<number>,
  graph: Graph,
  { seed, trained, read }: OnnxRequest,
  engine: Engine,
  layers: number,
): OnnxExport {
  const pieces = modelPieces(model);
  const size = sizeOf(pieces);
  if (size > largestOnnx) return rejected(placeless('onnx/too-large', { size }));
  const draw = drawBlobs(graph.plan, seed, engine);
  async function* chunks(kept?: Uint8Array): AsyncGenerator<Uint8Array> {
    let at = 0;
    for (const piece of pieces) {
      if (piece instanceof Uint8Array) yield piece;
      else {
        const room = kept?.subarray(at, at + piece.size);
        at += piece.size;
        yield* valuesOf(piece.bulk, trained, read, draw, room);
      }
    }
  }
  const bare: BareModel = {
    bytes: joined(withoutWeights(model, weightsBeside)),
    beside: weightsBeside,
    size: model.weights.reduce((sum, weight) => sum + weightBytes(weight), 0),
    open: joined(modelPieces(withOpenWeights(model))),
  };
  const expected = new Map(graph.inputs.flatMap((input) => (input.expected ? [[input.value, input.expected]] : [])));
  const { inputs, outputs } = model;
  return { kind: 'file', file: { size, chunks, bare, inputs, outputs, expected, layers } };
}

const weightsBeside = 'weights';

function withOpenWeights(model: Model<number>): Model {
  const weights = model.weights.map(({ name, shape }): ModelValue => ({ name, type: 'float', shape }));
  return { ...model, weights: [], inputs: [...model.inputs, ...weights] };
}

/** What is kept is drawn where it is kept. */
async function* valuesOf(
  param: number,
  trained: OnnxRequest['trained'],
  read: ReadRange,
  draw: PlanDraw,
  kept: Uint8Array | undefined,
): AsyncGenerator<Uint8Array> {
  const blob = trained.get(param);
  const room: Room | undefined =
    kept && ((start, end) => new Float32Array(kept.buffer, kept.byteOffset + 4 * start, end - start));
  let at = 0;
  for await (const bytes of blob ? modelValues(blob, read) : partsOf({ blob: param }, draw, room)) {
    if (bytes.buffer !== kept?.buffer) kept?.set(bytes, at);
    at += bytes.length;
    yield bytes;
  }
}

/** True where both the shape and the values' distribution are known. */
function isFilled({ plan }: Graph, param: number): boolean {
  const blob = plan.blobs[param];
  return (
    blob !== undefined && isKnown(blob.shape) && blob.distribution !== undefined && blob.distribution.kind !== 'table'
  );
}

/** Ids of blobs: the last version of each requested one, else those that no layer reads. */
function outputsOf({ net }: StateAnalysis, { layers }: Graph, to: readonly string[]): readonly number[] {
  if (to.length > 0) return to.map((name) => net.blobs.findLast((blob) => blob.name === name)?.id ?? -1);
  const read = new Set(net.layers.flatMap(({ bottoms }) => bottoms.map(({ blob }) => blob?.id)));
  const made = new Set(layers.flatMap(({ tops, missing }) => (missing ? [] : tops.map(({ id }) => id))));
  const isInput = new Set(
    layers.filter(({ nodes, tops }) => nodes.length === 0 && tops.length > 0).map(({ index }) => index),
  );
  return net.blobs
    .filter(({ id, layer }) => !read.has(id) && (!made.has(id) || !isInput.has(layer)))
    .map(({ id }) => id);
}

/** The layers that make these blobs, and all earlier layers they depend on, back to the inputs; in order. */
function neededBy(graph: Graph, outputs: readonly number[], { net }: StateAnalysis): readonly GraphLayer[] {
  const wanted = new Set(outputs);
  const needed: GraphLayer[] = [];
  const inputs = new Set(graph.inputs.map(({ value }) => value));
  const memory = new Map(graph.layers.flatMap(({ tops }) => tops.map(({ id, value }) => [value, id] as const)));
  for (const layer of [...graph.layers].reverse()) {
    const own = net.layers[layer.index];
    if (!own?.tops.some(({ blob }) => wanted.has(blob.id))) continue;
    needed.unshift(layer);
    if (layer.tops.some(({ value }) => inputs.has(value))) continue;
    for (const { blob } of own.bottoms) if (blob) wanted.add(blob.id);
    // A value changed in place under another name is read by that name.
    for (const { inputs: read } of layer.nodes) for (const name of read) wanted.add(memory.get(name) ?? -1);
  }
  return needed;
}

function missingOf(layer: GraphLayer, batches: Symbolic | undefined): readonly MissingLayer[] {
  const { name, type, missing, draws, index } = layer;
  if (missing === 'follows') return [];
  const reason = missing ?? (draws.length > 0 ? 'draws' : batches?.fixed.has(index) ? 'batch' : undefined);
  return reason === undefined ? [] : [{ layer: name, type, reason }];
}

interface ModelInput {
  readonly analysis: StateAnalysis;
  readonly graph: Graph;
  readonly layers: readonly GraphLayer[];
  readonly outputs: readonly GraphTop[];
  readonly batches: Symbolic | undefined;
  readonly opset: number;
}

function modelOf({ analysis, graph, layers, outputs, batches, opset }: ModelInput): Model<number> {
  const params = [...new Map(layers.flatMap((layer) => layer.params.map((param) => [param.name, param]))).values()];
  const names = paramNames(analysis, graph);
  const named = (value: string): string => names.get(value) ?? value;
  const shapeOf = (value: string): readonly ModelDim[] =>
    batches?.shapeOf(value) ?? graph.values.get(value)?.shape ?? [];
  const used = new Set(layers.flatMap(({ tops }) => tops.map(({ value }) => value)));
  const inputs = graph.inputs.filter(({ value }) => used.has(value));
  const made = new Set(layers.flatMap(({ nodes }) => nodes.flatMap((node) => node.outputs)));
  const aliases = outputs.filter(({ blob, value }) => !made.has(value) || blob !== value).map(identity);
  const valueOf = (name: string, value: string, dynamic: boolean): ModelValue => ({
    name,
    type: 'float',
    shape: shapeOf(value).map((dim, i) => (dynamic && i === 0 ? 'items' : dim)),
  });
  return {
    // ONNX requires a name for the graph.
    name: analysis.net.name === '' ? 'net' : analysis.net.name,
    producer: 'prototxt-lens',
    opset,
    nodes: [...layers.flatMap(({ nodes }) => nodes), ...aliases].map((node) => ({
      ...node,
      inputs: node.inputs.map(named),
    })),
    constants: layers.flatMap(({ constants }) =>
      constants.map((each): GraphConstant => batches?.constants.get(each.name) ?? each),
    ),
    weights: params.map(({ name, shape, param }): ModelWeight<number> => ({ name: named(name), shape, bulk: param })),
    inputs: inputs.map(({ value, blob }) => valueOf(value === blob ? blob : value, value, false)),
    outputs: outputs.map((top) => valueOf(top.blob, top.value, top.dynamic)),
  };
}

/** Gives a blob that has another blob's value its own name. */
function identity({ blob, value }: GraphTop): GraphNode {
  return { name: `${blob}:output`, operator: 'Identity', inputs: [value], outputs: [blob], attributes: {} };
}

/** `conv1/weight`, by the layer that makes the blob. */
function paramNames({ layers }: StateAnalysis, { values }: Graph): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set<string>(values.keys());
  layers
    .flatMap(({ layer, params }) => params.map(({ role }) => `${layer.name}/${role.replaceAll(' ', '_')}`))
    .forEach((wanted, param) => {
      let name = wanted;
      for (let i = 2; used.has(name); i++) name = `${wanted}#${i}`;
      used.add(name);
      names.set(`param:${param}`, name);
    });
  return names;
}

function rejected(problem: Problem): OnnxExport {
  return { kind: 'problem', problem };
}
