/**
 * A net in one state as a graph of ONNX operators, as plain data: what each layer computes, connected through blobs. It
 * records which values are Caffe's blobs, and treats no layer type specially.
 */
import type { InferredLayer, StateAnalysis } from '../infer/types';
import { paramOf } from '../infer/param-of';
import { reshape } from '../graph/operators';
import type { Attribute, ElementType, Expected, ForwardDraw, Node, NotLowered, Value } from '../net/graph';
import type { Blob } from '../net/model';
import { isKnown } from '../net/shape';
import { drawPlan, type DrawPlan } from '../weights/plan';

export interface Graph {
  readonly layers: readonly GraphLayer[];
  /** Tops that the calling program fills: those of the layers that make data. */
  readonly inputs: readonly GraphInput[];
  /** The types and shapes of all values, by name. */
  readonly values: ReadonlyMap<string, GraphValue>;
  /** Describes the params of the layers, by their index. */
  readonly plan: DrawPlan;
}

export interface GraphValue {
  readonly type: ElementType;
  readonly shape: readonly number[];
}

/** The part of the graph from one layer. In Caffe's order, so that each reads only earlier ones. */
export interface GraphLayer {
  /** Index in the state. */
  readonly index: number;
  readonly name: string;
  readonly type: string;
  /** Undefined for a layer that could be lowered. `follows`: something that it reads could not. */
  readonly missing: NotLowered | 'follows' | undefined;
  readonly nodes: readonly GraphNode[];
  readonly constants: readonly GraphConstant[];
  readonly draws: readonly GraphDraw[];
  readonly params: readonly GraphParam[];
  readonly tops: readonly GraphTop[];
}

export interface GraphNode {
  /** The layer's name, with the operator where there are several; unique in the net. */
  readonly name: string;
  readonly operator: string;
  /** Names of values; empty for an omitted one. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface GraphConstant extends GraphValue {
  readonly name: string;
  readonly data: ArrayLike<number>;
}

export interface GraphDraw {
  readonly name: string;
  readonly shape: readonly number[];
  readonly draw: ForwardDraw;
}

export interface GraphParam {
  readonly name: string;
  /** Index in `DrawPlan.blobs` of the blob whose values it has. */
  readonly param: number;
  readonly shape: readonly number[];
}

/** A Caffe blob, directly after its layer. */
export interface GraphTop {
  readonly blob: string;
  readonly id: number;
  /** The value that holds it. */
  readonly value: string;
  readonly shape: readonly number[];
  /** True where its size depends on the data. */
  readonly dynamic: boolean;
  /** Its weight in the loss; 0 if it is no loss. */
  readonly lossWeight: number;
}

export interface GraphInput {
  /** The name of its value, and of its blob. */
  readonly value: string;
  readonly blob: string;
  readonly shape: readonly number[];
  /** Undefined where any numbers are valid. */
  readonly expected: Expected | undefined;
}

/** `cut`: names of blobs that become inputs, even where a layer makes them. */
export function netGraph(analysis: StateAnalysis, cut: ReadonlySet<string> = new Set()): Graph {
  const builder = graphBuilder(analysis, cut);
  for (const layer of analysis.layers) builder.add(layer);
  return builder.graph();
}

interface Builder {
  readonly add: (layer: InferredLayer) => void;
  readonly graph: () => Graph;
}

function graphBuilder(analysis: StateAnalysis, cut: ReadonlySet<string>): Builder {
  const plan = drawPlan(analysis);
  const memory = memoryOf(analysis);
  const names = valueNames(analysis);
  const values = new Map<string, GraphValue>();
  const held = new Map<number, Value & { readonly kind: 'blob' }>();
  const nameOfBlob = new Map<number, string>();
  const layers: GraphLayer[] = [];
  const inputs: GraphInput[] = [];
  let nParams = 0;

  const read = (blob: Blob | undefined, shape: readonly number[]): Value | undefined => {
    const value = blob && held.get(memory.latest(blob.id));
    return value && reshape(value, shape);
  };

  const add = (inferred: InferredLayer): void => {
    const { layer, rule, params } = inferred;
    const first = nParams;
    nParams += params.length;
    const isCut =
      layer.tops.length > 0 && layer.tops.every(({ name }) => cut.has(name)) && inferred.tops.every(isKnown);
    const found = isCut ? madeTops(inferred) : lowered(inferred, analysis, plan, first, read);
    const writer = layerWriter(names.prefix(layer.index), nameOfBlob, values);
    const isSource = isCut || (rule?.source === true && !rule.onnx);
    const tops: GraphTop[] = [];
    if (typeof found !== 'string') {
      layer.tops.forEach((top, i) => {
        const [value] = [found[i]];
        if (!value) return;
        const wanted = names.blob(top.blob.id);
        const name = value.kind === 'blob' && value.blob === top.blob.id ? wanted : writer.name(value, wanted);
        nameOfBlob.set(top.blob.id, name);
        const { type, shape, dynamic = false } = value;
        if (!values.has(name)) values.set(name, { type, shape });
        held.set(top.blob.id, { kind: 'blob', type, shape, blob: top.blob.id, ...(dynamic && { dynamic }) });
        memory.write(top.blob.id);
        const lossWeight = lossWeightOf(inferred, i);
        tops.push({ blob: top.name, id: top.blob.id, value: name, shape, dynamic, lossWeight });
        if (isSource) inputs.push({ value: name, blob: top.name, shape, expected: expectedOf(analysis, top.blob.id) });
      });
    }
    const missing = typeof found === 'string' ? found : undefined;
    layers.push({ index: layer.index, name: layer.name, type: layer.type, missing, tops, ...writer.written() });
  };
  return { add, graph: () => ({ layers, inputs, values, plan }) };
}

/** The values of a layer's tops, or why there are none. */
function lowered(
  inferred: InferredLayer,
  analysis: StateAnalysis,
  plan: DrawPlan,
  firstParam: number,
  read: (blob: Blob | undefined, shape: readonly number[]) => Value | undefined,
): readonly Value[] | NotLowered | 'follows' {
  const { layer, rule, params, tops, bottoms, fills } = inferred;
  if (!tops.every(isKnown)) return bottoms.every(isKnown) ? 'unknown' : 'follows';
  if (rule?.source && !rule.onnx) return madeTops(inferred);
  if (!rule?.onnx) return 'not-modelled';
  if (!bottoms.every(isKnown)) return 'follows';
  const given = layer.bottoms.map(({ blob }, i) => read(blob, bottoms[i] ?? []));
  if (!given.every((value) => value !== undefined)) return 'follows';
  if (given.some(({ dynamic }) => dynamic)) return 'dynamic';
  if (!params.every(({ shape }) => isKnown(shape))) return 'unknown';
  const param = paramOf(layer, rule);
  const cost = { param, bottoms, tops, params: params.map(({ shape }) => shape) };
  if (
    layer.tops.some(({ inPlaceOf }) => inPlaceOf >= 0) &&
    rule.inPlace?.spoils?.({ ...cost, inPlace: true }) === 'values'
  )
    return 'spoilt';
  return rule.onnx({
    layer,
    param,
    state: analysis.state,
    bottoms: given,
    params: params.map(({ shape }, i) => paramValue(plan, firstParam + i, shape ?? [])),
    tops: tops.map((shape) => shape ?? []),
    fills: fills.map(({ distribution }) => (distribution?.kind === 'table' ? undefined : distribution)),
  });
}

/** Tops that are inputs of the graph. */
function madeTops({ layer, tops }: InferredLayer): readonly Value[] {
  return layer.tops.map(({ blob }, i) => ({
    kind: 'blob',
    type: 'float',
    shape: (tops[i] ?? []).map((dim) => dim ?? 0),
    blob: blob.id,
  }));
}

/** A blob that is shared by name may have another shape in the layer that owns it. */
function paramValue(plan: DrawPlan, index: number, shape: readonly (number | null)[]): Value {
  const owner = plan.blobs[index]?.owner ?? index;
  const own = plan.blobs[owner]?.shape ?? shape;
  const known = (dims: readonly (number | null)[]): readonly number[] => dims.map((dim) => dim ?? 0);
  return reshape({ kind: 'param', type: 'float', shape: known(own), param: owner }, known(shape));
}

/** `loss_weight` of the layer; a loss without one has 1 (layer.hpp, loss_layer.cpp). */
function lossWeightOf({ layer, rule }: InferredLayer, top: number): number {
  const weights = layer.message.entries.filter(({ field }) => field.name === 'loss_weight');
  if (weights.length > 0) return Number(weights[top]?.value ?? 0);
  return top === 0 && rule?.arity.automaticTops !== undefined ? 1 : 0;
}

/** Which blobs share memory, and which of them was written last. */
interface Memory {
  readonly latest: (blob: number) => number;
  readonly write: (blob: number) => void;
}

/**
 * A layer that works in place writes to its bottom's memory, unless others read that as well: then Caffe gives each
 * reader its own copy (insert_splits.cpp). Tops of layers that share their bottom have its memory under another name.
 */
function memoryOf({ layers, net }: StateAnalysis): Memory {
  const readers = new Map<number, number>();
  for (const { layer } of layers)
    for (const { blob } of layer.bottoms) if (blob) readers.set(blob.id, (readers.get(blob.id) ?? 0) + 1);
  const owner = net.blobs.map(({ id }) => id);
  for (const { layer, rule } of layers) {
    for (const { blob, inPlaceOf } of layer.tops) {
      const source = layer.bottoms[rule?.sharesBottom ? 0 : inPlaceOf]?.blob;
      if (source && (rule?.sharesBottom || readers.get(source.id) === 1))
        owner[blob.id] = owner[source.id] ?? source.id;
    }
  }
  const last = new Map<number, number>();
  return {
    latest: (blob) => last.get(owner[blob] ?? blob) ?? blob,
    write: (blob) => void last.set(owner[blob] ?? blob, blob),
  };
}

/** From the first layer that reads the blob, or a copy of it, and requires certain values. */
function expectedOf({ layers }: StateAnalysis, blob: number): Expected | undefined {
  const same = new Set([blob]);
  for (const inferred of layers) {
    const { layer, rule, bottoms } = inferred;
    const reads = layer.bottoms.map((bottom) => bottom.blob !== undefined && same.has(bottom.blob.id));
    if (!rule || !reads.includes(true)) continue;
    const expected = rule.expects?.({ layer, param: paramOf(layer, rule), bottoms });
    const found = reads.map((is, i) => (is ? expected?.[i] : undefined)).find((each) => each !== undefined);
    if (found) return found;
    if (rule.copies) for (const top of layer.tops) same.add(top.blob.id);
  }
  return undefined;
}

interface ValueNames {
  /** The blob's name; for its earlier versions followed by the layer's name. */
  readonly blob: (id: number) => string;
  /** The prefix of the values within a layer. */
  readonly prefix: (layer: number) => string;
}

function valueNames({ net: { blobs, layers } }: StateAnalysis): ValueNames {
  const used = new Set<string>();
  const unique = (wanted: string): string => {
    let name = wanted;
    for (let i = 2; used.has(name); i++) name = `${wanted}#${i}`;
    used.add(name);
    return name;
  };
  const byBlob: string[] = [];
  for (const { id, name } of [...blobs].reverse()) {
    const taken = used.has(name);
    byBlob[id] = unique(taken ? `${name}@${layers[blobs[id]?.layer ?? 0]?.name ?? ''}` : name);
  }
  const prefixes = layers.map(({ name }) => unique(`${name}/`));
  return { blob: (id) => byBlob[id] ?? '', prefix: (layer) => prefixes[layer] ?? '' };
}

type Written = Pick<GraphLayer, 'nodes' | 'constants' | 'draws' | 'params'>;

interface LayerWriter {
  /** Emits the nodes that compute a value; `wanted` is the name to use if it has none yet. */
  readonly name: (value: Value, wanted: string) => string;
  readonly written: () => Written;
}

function layerWriter(
  prefix: string,
  nameOfBlob: ReadonlyMap<number, string>,
  values: Map<string, GraphValue>,
): LayerWriter {
  const nodes: GraphNode[] = [];
  const constants: GraphConstant[] = [];
  const draws: GraphDraw[] = [];
  const params: GraphParam[] = [];
  const outputs = new Map<Node, string[]>();
  const known = new Map<Value, string>();
  const wantedNames = new Map<Node, Map<number, string>>();
  let next = 0;
  const fresh = (word: string): string => `${prefix}${word}${next++}`;

  const leaf = (value: Exclude<Value, { kind: 'output' }>): string => {
    const { type, shape } = value;
    switch (value.kind) {
      case 'blob':
        return nameOfBlob.get(value.blob) ?? '';
      case 'param': {
        const name = `param:${value.param}`;
        if (!params.some((each) => each.name === name)) params.push({ name, param: value.param, shape });
        return name;
      }
      case 'constant': {
        const name = fresh('const');
        constants.push({ name, type, shape, data: value.data });
        return name;
      }
      case 'drawn': {
        const name = fresh('random');
        draws.push({ name, shape, draw: value.draw });
        return name;
      }
    }
  };
  const put = (value: Value, name: string): string => {
    known.set(value, name);
    if (!values.has(name)) values.set(name, { type: value.type, shape: value.shape });
    return name;
  };
  const nodeName = (node: Node, index: number): string => {
    const names = outputs.get(node) ?? [];
    outputs.set(node, names);
    return (names[index] ??= wantedNames.get(node)?.get(index) ?? fresh(node.operator));
  };
  const write = (node: Node): void => {
    const inputs = node.inputs.map((input) =>
      input
        ? (known.get(input) ?? put(input, input.kind === 'output' ? nodeName(input.node, input.index) : leaf(input)))
        : '',
    );
    for (let i = 0; i < (node.outputs ?? 1); i++) nodeName(node, i);
    const names = outputs.get(node) ?? [];
    const name = fresh(node.operator);
    nodes.push({ name, operator: node.operator, inputs, outputs: names, attributes: node.attributes });
  };
  const name = (value: Value, wanted: string): string => {
    if (value.kind !== 'output') return known.get(value) ?? put(value, leaf(value));
    const already = known.get(value);
    if (already !== undefined) return already;
    const names = wantedNames.get(value.node) ?? new Map<number, string>();
    wantedNames.set(value.node, names.set(value.index, wanted));
    for (const node of inOrder(value.node, outputs)) write(node);
    return put(value, nodeName(value.node, value.index));
  };
  return { name, written: () => ({ nodes, constants, draws, params }) };
}

/**
 * The nodes that a node depends on and that are not emitted yet, each after those that it reads. Iterative, since
 * unrolled time steps nest deeply.
 */
function inOrder(last: Node, written: ReadonlyMap<Node, unknown>): readonly Node[] {
  const order: Node[] = [];
  const seen = new Set<Node>();
  const stack: { readonly node: Node; next: number }[] = [{ node: last, next: 0 }];
  if (written.has(last)) return order;
  seen.add(last);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const input = top.node.inputs[top.next++];
    if (top.next > top.node.inputs.length) {
      order.push(top.node);
      stack.pop();
    } else if (input?.kind === 'output' && !seen.has(input.node) && !written.has(input.node)) {
      seen.add(input.node);
      stack.push({ node: input.node, next: 0 });
    }
  }
  return order;
}
