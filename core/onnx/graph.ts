/**
 * A net in one state as a graph of ONNX operators, as plain data: what each layer computes, connected through blobs. It
 * records which values are Caffe's blobs, and treats no layer type specially.
 */
import type { InferredLayer, StateAnalysis } from '../infer/types';
import { paramOf } from '../infer/param-of';
import { reshape } from '../graph/operators';
import type { Expected, LoweringInput, NotLowered, Value } from '../net/graph';
import type { Blob } from '../net/model';
import { isKnown } from '../net/shape';
import { drawPlan, type DrawPlan } from '../weights/plan';
import { expectedOf } from './expected';
import { contentOf, lastVersions, memoryOf } from './memory';
import { layerWriter, type LayerWriter } from './layer-writer';
import type { GraphValue, Written } from './nodes';

export interface Graph {
  readonly layers: readonly GraphLayer[];
  /** Tops that the calling program fills: those of the layers that make data. */
  readonly inputs: readonly GraphInput[];
  /** The types and shapes of all values, by name. */
  readonly values: ReadonlyMap<string, GraphValue>;
  /** Describes the params of the layers, by their index. */
  readonly plan: DrawPlan;
}

/** The part of the graph from one layer. In Caffe's order, so that each reads only earlier ones. */
export interface GraphLayer extends Written {
  /** Index in the state. */
  readonly index: number;
  readonly name: string;
  readonly type: string;
  /** Undefined for a layer that could be lowered. `follows`: something that it reads could not. */
  readonly missing: NotLowered | 'follows' | undefined;
  /** Index in `DrawPlan.blobs` of the learned filter that its first top is linear in; undefined for other layers. */
  readonly filter: number | undefined;
  readonly tops: readonly GraphTop[];
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
  /** Its values outside of this range are those of a saturated activation; undefined for other tops. */
  readonly unsaturated?: readonly [low: number, high: number] | undefined;
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
  return lowerNet(analysis, cut).graph;
}

export interface LoweredNet {
  readonly graph: Graph & { readonly values: Map<string, GraphValue> };
  /** The layers of the graph as operators, for their gradients; undefined for those that have none. */
  readonly lowered: readonly (LoweredLayer | undefined)[];
  /** The names of the values that Forward has written to a blob's memory, by `Blob.id`, the last one first. */
  readonly written: (blob: number) => readonly string[];
  /** The shape of a blob at the end of Forward. */
  readonly lastShape: (blob: number) => readonly number[];
}

/** The values of a layer before they were written, and the writer that knows their names. */
export interface LoweredLayer {
  readonly inferred: InferredLayer;
  readonly input: LoweringInput;
  readonly tops: readonly Value[];
  /** The names of the values that it has read as its bottoms. */
  readonly read: readonly string[];
  /** True where it works in place, which makes Caffe compute something else than the layer's formula. */
  readonly spoilt: boolean;
  /** Index in `DrawPlan.blobs` of its first blob. */
  readonly firstParam: number;
  readonly writer: LayerWriter;
}

export function lowerNet(analysis: StateAnalysis, cut: ReadonlySet<string> = new Set()): LoweredNet {
  const builder = graphBuilder(analysis, cut);
  for (const layer of analysis.layers) builder.add(layer);
  return builder.net();
}

interface Builder {
  readonly add: (layer: InferredLayer) => void;
  readonly net: () => LoweredNet;
}

function graphBuilder(analysis: StateAnalysis, cut: ReadonlySet<string>): Builder {
  const plan = drawPlan(analysis);
  const memory = memoryOf(analysis);
  const last = lastVersions(analysis);
  const names = valueNames(analysis);
  const values = new Map<string, GraphValue>();
  const held = new Map<number, Value & { readonly kind: 'blob' }>();
  const nameOfBlob = new Map<number, string>();
  const layers: GraphLayer[] = [];
  const inputs: GraphInput[] = [];
  const loweredLayers: (LoweredLayer | undefined)[] = [];
  let nParams = 0;

  const read = (blob: Blob | undefined, shape: readonly number[]): Value | undefined => {
    if (!blob) return undefined;
    return contentOf(
      memory.written(blob.id).flatMap((id) => held.get(id) ?? []),
      shape,
    );
  };

  const latestName = (blob: number): string | undefined => nameOfBlob.get(memory.written(blob)[0] ?? blob);

  const add = (inferred: InferredLayer): void => {
    const { layer, rule, params } = inferred;
    const first = nParams;
    nParams += params.length;
    const isCut =
      layer.tops.length > 0 && layer.tops.every(({ name }) => cut.has(name)) && inferred.tops.every(isKnown);
    const isSource = isCut || (rule?.source === true && !rule.onnx);
    const input = isSource ? undefined : loweringInput(inferred, analysis, plan, first, read);
    const spoilt = typeof input === 'object' && isSpoilt(inferred, input);
    const lower = spoilt ? rule?.inPlace?.onnx : rule?.onnx;
    const lowered = typeof input === 'object' ? (lower?.(input) ?? (spoilt ? 'spoilt' : 'not-modelled')) : undefined;
    const found = lowered ?? (typeof input === 'string' ? causeOf(input, inferred) : madeTops(inferred));
    const writer = layerWriter(names.prefix(layer.index), nameOfBlob, values);
    const namesRead = layer.bottoms.map(({ blob }) => (blob && latestName(blob.id)) ?? '');
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
        const unsaturated = rule?.saturates?.outputs;
        tops.push({ blob: top.name, id: top.blob.id, value: name, shape, dynamic, unsaturated, lossWeight });
        if (isSource) inputs.push({ value: name, blob: top.name, shape, expected: expectedOf(analysis, top.blob.id) });
      });
    }
    const missing = typeof found === 'string' ? found : undefined;
    const filter = rule?.startsGradient && params.length > 0 ? (plan.blobs[first]?.owner ?? first) : undefined;
    layers.push({ index: layer.index, name: layer.name, type: layer.type, missing, filter, tops, ...writer.take() });
    loweredLayers.push(
      typeof input !== 'object' || typeof lowered !== 'object'
        ? undefined
        : { inferred, input, read: namesRead, tops: lowered, spoilt, firstParam: first, writer },
    );
  };
  /** Where all layers that it reads run, but one of them does not make what it reads, the cause is here. */
  const causeOf = (input: NotLowered | 'follows', { layer: { bottoms } }: InferredLayer): NotLowered | 'follows' =>
    input === 'follows' && bottoms.every(({ blob }) => !blob || layers[blob.layer]?.missing === undefined)
      ? 'unknown'
      : input;
  const net = (): LoweredNet => ({
    graph: { layers, inputs, values, plan },
    lowered: loweredLayers,
    written: (blob) => memory.written(blob).flatMap((id) => nameOfBlob.get(id) ?? []),
    lastShape: (blob) => held.get(last[blob] ?? blob)?.shape ?? [],
  });
  return { add, net };
}

/** What a layer is lowered from, or why it can't be. */
function loweringInput(
  inferred: InferredLayer,
  analysis: StateAnalysis,
  plan: DrawPlan,
  firstParam: number,
  read: (blob: Blob | undefined, shape: readonly number[]) => Value | undefined,
): LoweringInput | NotLowered | 'follows' {
  const { layer, rule, params, tops, bottoms, fills } = inferred;
  if (inferred.isUnfit) return 'reshaped';
  if (!tops.every(isKnown)) return bottoms.every(isKnown) ? 'unknown' : 'follows';
  if (!rule?.onnx) return 'not-modelled';
  if (!bottoms.every(isKnown)) return 'follows';
  // A blob that is read twice is two values, each with a gradient of its own.
  const given = layer.bottoms.map(({ blob }, i) => {
    const value = read(blob, bottoms[i] ?? []);
    return value && { ...value };
  });
  if (!given.every((value) => value !== undefined)) return 'follows';
  if (given.some(({ dynamic }) => dynamic)) return 'dynamic';
  if (!params.every(({ shape }) => isKnown(shape))) return 'unknown';
  return {
    layer,
    param: paramOf(layer, rule),
    state: analysis.state,
    bottoms: given,
    params: params.map(({ shape }, i) => paramValue(plan, firstParam + i, shape ?? [])),
    tops: tops.map((shape) => shape ?? []),
    fills: fills.map(({ distribution }) => (distribution?.kind === 'table' ? undefined : distribution)),
    passedItems: inferred.passedItems,
  };
}

function isSpoilt({ layer, rule, bottoms, tops, params }: InferredLayer, { param }: LoweringInput): boolean {
  const cost = { param, bottoms, tops, params: params.map(({ shape }) => shape), inPlace: true };
  return layer.tops.some(({ inPlaceOf }) => inPlaceOf >= 0) && rule?.inPlace?.spoils?.(cost) === 'values';
}

/** Tops that are inputs of the graph; undefined for those of unknown shape, such as the boxes of a detection data set. */
function madeTops({ layer, tops }: InferredLayer): readonly (Value | undefined)[] | 'unknown' {
  if (tops.length > 0 && !tops.some(isKnown)) return 'unknown';
  return layer.tops.map(({ blob }, i) => {
    const shape = tops[i] ?? null;
    return isKnown(shape) ? { kind: 'blob', type: 'float', shape, blob: blob.id } : undefined;
  });
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
