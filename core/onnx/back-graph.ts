/**
 * Backward of a net as operators: for each layer the gradients of its bottoms and of its blobs, from those of its tops.
 * Like Caffe with `force_backward`, it computes the gradient of every bottom for which the layer has one. The operators
 * read values of the forward graph by their names.
 */
import { gradientRules } from '../gradient/index';
import { gradientsOf, type Seed } from '../gradient/reverse';
import { add, countOf, expand, reshape, scalar, unary } from '../graph/operators';
import { appended } from '../lists';
import type { BackwardRule, Value } from '../net/graph';
import type { Blob } from '../net/model';
import type { LayerRule } from '../net/rules';
import type { DrawPlan } from '../weights/plan';
import type { GraphLayer, GraphTop, LoweredLayer, LoweredNet } from './graph';
import { contentOf } from './memory';
import type { GraphValue } from './nodes';

export interface BackGraph {
  /** The name of the layer at whose tops it begins. */
  readonly from: string;
  /** Gradients that are drawn from N(0, 1), in this order: those of the tops of `from`, unless it is a loss. */
  readonly seeds: readonly GradientValue[];
  /** In the order of Backward, from the last to the first. */
  readonly layers: readonly BackLayer[];
  /** The first layer, in this order, through which a gradient would pass that is not known. */
  readonly lost: Lost | undefined;
}

export interface Lost {
  readonly layer: string;
  readonly type: string;
  /** `no-backward`: Caffe aborts. `too-large`: as in `Stopped`. */
  readonly reason: 'no-backward' | 'no-gradient' | 'too-large';
}

export interface GradientValue {
  /** Its name in the graph; null for a gradient of zeros. */
  readonly value: string | null;
  readonly shape: readonly number[];
}

export interface BackLayer extends Pick<GraphLayer, 'index' | 'name' | 'type' | 'nodes' | 'constants'> {
  /** Null where the layer passes on none, or where it is not known. */
  readonly bottoms: readonly (GradientValue | null)[];
  /** After this layer's Backward: those of shared blobs add up. Empty where they are not known. */
  readonly params: readonly GradientValue[];
  /** The gradient that arrives at the first top, where it is a sum of those of several readers; null elsewhere. */
  readonly sum: GradientValue | null;
}

/**
 * `nLayers`: the number of layers that run; `fits`: whether there is enough memory for the gradients of a layer. Undefined
 * for a net without any layer that has a gradient.
 */
export function backGraph(
  net: LoweredNet,
  nLayers: number,
  fits: (layer: GraphLayer) => boolean,
): BackGraph | undefined {
  const { graph, lowered } = net;
  const last = lowered.findLastIndex((layer, i) => i < nLayers && layer !== undefined && startsBackward(layer));
  const from = graph.layers[last];
  if (!from || from.tops.some(({ dynamic }) => dynamic)) return undefined;
  const isLoss = from.tops.some(({ lossWeight }) => lossWeight !== 0);
  const gradients = gradientStore(graph.values, graph.plan, isLoss);
  const seeds = isLoss ? [] : from.tops.map((top, i) => gradients.seed(top, `${from.name}/back/seed${i}`));
  const layers: BackLayer[] = [];
  for (let i = last; i >= 0; i--) {
    const [layer, own] = [graph.layers[i], lowered[i]];
    if (layer && own) layers.push(backLayer(layer, asFound(own, net), gradients, net, fits(layer)));
  }
  return { from: from.name, seeds, layers, lost: gradients.lost() };
}

/** The last such layer is where Backward begins: one that has tops of its own, and a Backward. */
function startsBackward({ inferred: { layer, rule } }: LoweredLayer): boolean {
  return layer.tops.length > 0 && rule?.noGradient !== 'any' && rule?.copies !== true;
}

/** What has arrived at each blob and each param so far. */
interface GradientStore {
  /** Whether the weights of losses count: not beside gradients that are drawn. */
  readonly countsLosses: boolean;
  readonly seed: (top: GraphTop, name: string) => GradientValue;
  /** The names of the gradients of a blob by its readers; `unknown` if that of one reader is not known. */
  readonly ofBlob: (blob: number) => readonly string[] | 'unknown';
  readonly arrive: (blob: number, gradient: string) => void;
  readonly lose: (blob: number) => void;
  readonly lost: () => Lost | undefined;
  readonly loseAt: (lost: Lost) => void;
  /** The name of the sum so far of a param, by the index of its owner. */
  readonly ofParam: Map<number, string>;
  readonly owner: (param: number) => number;
}

function gradientStore(values: Map<string, GraphValue>, plan: DrawPlan, countsLosses: boolean): GradientStore {
  const arrived = new Map<number, string[]>();
  const unknown = new Set<number>();
  let lost: Lost | undefined;
  const arrive = (blob: number, gradient: string): void => {
    arrived.set(blob, appended(arrived.get(blob), gradient));
  };
  return {
    countsLosses,
    seed: ({ id, shape }, value) => {
      values.set(value, { type: 'float', shape });
      arrive(id, value);
      return { value, shape };
    },
    ofBlob: (blob) => (unknown.has(blob) ? 'unknown' : (arrived.get(blob) ?? [])),
    arrive,
    lose: (blob) => void unknown.add(blob),
    lost: () => lost,
    loseAt: (at) => void (lost ??= at),
    ofParam: new Map(),
    owner: (param) => plan.blobs[param]?.owner ?? param,
  };
}

/** A layer as Backward finds it. */
interface FoundLayer extends LoweredLayer {
  /** The bottoms as Forward has read them. */
  readonly before: readonly Value[];
}

/**
 * Layers in place may have changed the bottoms and tops of a layer after it: its Backward reads what is there, unless
 * Forward has made copies.
 */
function asFound(own: LoweredLayer, { written }: LoweredNet): FoundLayer {
  const { inferred, input, read, writer, spoilt } = own;
  const { layer, rule } = inferred;
  const before = input.bottoms;
  const names = own.tops.map((top) => writer.name(top, ''));
  const latest = (blob: Blob | undefined): string | undefined => blob && written(blob.id)[0];
  const isSame =
    layer.bottoms.every(({ blob }, i) => (latest(blob) ?? read[i]) === read[i]) &&
    layer.tops.every(({ blob }, i) => (latest(blob) ?? names[i]) === names[i]);
  if (isSame || rule?.keepsCopies === true || !rule?.onnx || (spoilt && !rule.inPlace?.backward))
    return { ...own, before };
  const after = (blob: Blob | undefined, otherwise: string, shape: readonly number[]): Value => {
    const content = contentOf((blob ? written(blob.id) : []).map(writer.given), shape);
    return content ?? reshape(writer.given(otherwise), shape);
  };
  const again = {
    ...input,
    bottoms: before.map(({ shape }, i) => after(layer.bottoms[i]?.blob, read[i] ?? '', shape)),
  };
  if (spoilt) return { ...own, input: again, before };
  const tops = rule.onnx(again);
  if (typeof tops === 'string') return { ...own, before };
  tops.forEach((top, i) => {
    const content = after(layer.tops[i]?.blob, names[i] ?? '', top.shape);
    writer.replace(top, writer.name(content, `${writer.prefix}back/top${i}`));
  });
  return { ...own, input: again, tops, before };
}

function backLayer(
  layer: GraphLayer,
  own: FoundLayer,
  gradients: GradientStore,
  { lastShape }: LoweredNet,
  fits: boolean,
): BackLayer {
  const { inferred, input, writer } = own;
  const { index, name, type } = layer;
  const seeds = seedsOf(layer, own, gradients);
  const sum = seeds === 'unknown' ? null : sumOf(layer, own, seeds, gradients);
  const lastTops = layer.tops.map(({ id }) => lastShape(id));
  const known = seeds === 'unknown' || !fits ? 'unknown' : layerGradients(own, seeds, lastTops);
  if (seeds !== 'unknown' && known === 'unknown') {
    const reason = !fits ? 'too-large' : inferred.rule?.noGradient === 'any' ? 'no-backward' : 'no-gradient';
    gradients.loseAt({ layer: name, type, reason });
  }
  const without = withoutGradient(inferred.rule, input.bottoms.length);
  const bottoms = inferred.layer.bottoms.map(({ blob }, i): GradientValue | null => {
    if (!blob || (without.has(i) && inferred.rule?.noGradient !== 'any')) return null;
    if (known === 'unknown') gradients.lose(blob.id);
    if (known === 'unknown' || without.has(i)) return null;
    const gradient = known.bottoms[i];
    // Layers in place may have made the blob smaller since, and a gradient is as large as its blob.
    const own = input.bottoms[i]?.shape ?? [];
    const shape = countOf(lastShape(blob.id)) < countOf(own) ? lastShape(blob.id) : own;
    if (!gradient) return { value: null, shape };
    const first = shape === own ? written(gradient) : (contentOf([gradient], shape) ?? gradient);
    const value = writer.name(first, `${writer.prefix}back/bottom${i}`);
    gradients.arrive(blob.id, value);
    return { value, shape };
  });
  const params =
    known === 'unknown' ? [] : inferred.params.map((_, i) => paramGradient(i, known.params[i], own, gradients));
  const { nodes, constants } = writer.take();
  return { index, name, type, bottoms, params, sum, nodes, constants };
}

function sumOf(
  { tops: [first] }: GraphLayer,
  { tops, writer }: FoundLayer,
  seeds: readonly Seed[],
  gradients: GradientStore,
): GradientValue | null {
  const gradient = seeds.find(({ value }) => value === tops[0])?.gradient;
  if (!first || !gradient || gradients.ofBlob(first.id).length < 2) return null;
  return { value: writer.name(gradient, `${writer.prefix}back/sum`), shape: first.shape };
}

/** The gradients of a layer's tops: from their readers, and their weights in the loss. */
function seedsOf(layer: GraphLayer, own: FoundLayer, gradients: GradientStore): readonly Seed[] | 'unknown' {
  const { inferred, tops, writer } = own;
  const seeds: Seed[] = [];
  for (const [i, { id, shape, lossWeight }] of layer.tops.entries()) {
    const arrived = gradients.ofBlob(id);
    if (arrived === 'unknown') return 'unknown';
    const value = tops[i];
    // What no layer has written is 0.
    const terms = arrived.flatMap(
      (each) => contentOf([writer.given(each), expand(scalar(0), [countOf(shape)])], shape) ?? [],
    );
    if (lossWeight !== 0 && gradients.countsLosses) terms.push(expand(scalar(lossWeight), shape));
    if (value && terms.length > 0) seeds.push({ value, gradient: terms.reduce(add) });
  }
  const ignored = inferred.rule?.ignoresGradient?.(tops.map(({ shape }) => shape)) ?? [];
  return seeds.filter(({ value }) => !ignored.some((i) => tops[i] === value));
}

interface LayerGradients {
  /** Undefined for zeros. */
  readonly bottoms: readonly (Value | undefined)[];
  readonly params: readonly (Value | undefined)[];
}

function layerGradients(
  own: FoundLayer,
  seeds: readonly Seed[],
  lastTops: readonly (readonly number[])[],
): LayerGradients | 'unknown' {
  const { inferred, input, tops, before } = own;
  const { layer, rule } = inferred;
  const backward = backwardOf(own, seeds, lastTops);
  if (backward === 'unknown') return backward;
  if (backward) {
    const gradients = tops.map((top) => seeds.find(({ value }) => value === top)?.gradient);
    const inPlace = layer.tops[0]?.inPlaceOf === 0;
    const all = backward({ ...input, before, made: tops, gradients, lastTops, inPlace });
    const nBottoms = input.bottoms.length;
    return all ? { bottoms: all.slice(0, nBottoms), params: all.slice(nBottoms) } : 'unknown';
  }
  if (own.spoilt && seeds.length > 0 && input.params.length > 0) return 'unknown';
  if (own.spoilt && (rule?.inPlace?.clears ?? seeds.length === 0))
    return { bottoms: input.bottoms.map(({ shape }) => expand(scalar(0), shape)), params: [] };
  if (own.spoilt) return 'unknown';
  if (seeds.length === 0) return { bottoms: [], params: [] };
  if (rule?.noGradient === 'any') return 'unknown';
  const without = withoutGradient(rule, input.bottoms.length);
  const wanted = new Set([...input.bottoms.filter((_, i) => !without.has(i)), ...input.params]);
  const found = gradientsOf(seeds, wanted, (operator) => gradientRules[operator]);
  return found.missing === undefined
    ? { bottoms: input.bottoms.map(found.of), params: input.params.map(found.of) }
    : 'unknown';
}

/** What the layer's Backward computes, where that is not the gradient of its operators. */
function backwardOf(
  { inferred: { rule }, spoilt, tops }: FoundLayer,
  seeds: readonly Seed[],
  lastTops: readonly (readonly number[])[],
): BackwardRule | 'unknown' | undefined {
  if (seeds.length === 0) return rule?.backward;
  if (spoilt) return rule?.inPlace?.backward ?? rule?.backward;
  if (!rule?.readsTopShape) return rule?.backward;
  const isReshaped = tops.some(({ shape }, i) => lastTops[i]?.join() !== shape.join());
  if (isReshaped && rule.readsTopShape !== true) return rule.readsTopShape;
  const isSmaller = tops.some(({ shape }, i) => countOf(lastTops[i] ?? []) < countOf(shape));
  return isSmaller ? 'unknown' : rule.backward;
}

/** Bottoms to which the layer passes on no gradient, such as labels. */
function withoutGradient(rule: LayerRule | undefined, nBottoms: number): ReadonlySet<number> {
  const { noGradient = [], passesNone = [] } = rule ?? {};
  if (noGradient === 'any') return new Set(Array.from({ length: nBottoms }, (_, i) => i));
  return new Set([...noGradient, ...passesNone].map((i) => (i < 0 ? i + nBottoms : i)));
}

function paramGradient(
  i: number,
  gradient: Value | undefined,
  { input, firstParam, writer }: LoweredLayer,
  gradients: GradientStore,
): GradientValue {
  const { shape = [] } = input.params[i] ?? {};
  const owner = gradients.owner(firstParam + i);
  const before = gradients.ofParam.get(owner);
  if (!gradient) return { value: before ?? null, shape };
  const sum = before === undefined ? gradient : add(reshape(writer.given(before), shape), gradient);
  const value = writer.name(written(sum), `${writer.prefix}back/param${i}`);
  gradients.ofParam.set(owner, value);
  return { value, shape };
}

/** A result of a node, since a constant can't be an output of a model. */
function written(gradient: Value): Value {
  return gradient.kind === 'constant' ? unary('Identity', gradient) : gradient;
}
