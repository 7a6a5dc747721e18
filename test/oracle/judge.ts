/** Compares the engine's answer to one case with Caffe's. */
import { analyze, type Analysis } from '#core/analysis/analysis';
import { infoOf, type Problem } from '#core/problems/index';
import { bvlc } from '#core/dialects/bvlc';
import { dialectOf } from '#core/dialects/index';
import type { InferredLayer, StateAnalysis } from '#core/infer/types';
import type { Shape } from '#core/net/shape';
import type { CaffeLayer, Case } from './cases';
import { contradiction } from './plausible';

export type Judgement =
  | { readonly kind: 'agrees'; readonly codes: readonly string[] }
  /** Caffe rejects the file, but the engine reports no error. */
  | { readonly kind: 'missed'; readonly detail: string }
  /** Caffe accepts the file, but the engine reports an error; `about` is its code. */
  | { readonly kind: 'red'; readonly about: string; readonly detail: string }
  /** Both accept, but something else differs; `about` is the layer type. */
  | { readonly kind: 'layers' | 'tops' | 'params' | 'values'; readonly about: string; readonly detail: string }
  /** The engine threw an error. */
  | { readonly kind: 'crash'; readonly about: string; readonly detail: string };

export function judge(each: Case): Judgement {
  try {
    return judgeAnalysis(each, analysisOf(each));
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'crash', about: detail.split('\n')[0] ?? '', detail };
  }
}

export function analysisOf({ text, state, datum, fork }: Case): Analysis {
  return analyze(text, {
    dialect: dialectOf(fork) ?? bvlc,
    kind: 'net',
    depth: 'all',
    states: [state],
    world: datum ? { datum } : {},
  });
}

function judgeAnalysis(each: Case, analysis: Analysis): Judgement {
  const problems = analysis.problemsIn(each.state);
  const chance = problems.find(({ code }) => leftToChance.has(code));
  if (chance) return { kind: 'agrees', codes: [chance.code] };
  const error = problems.find((problem) => infoOf(problem.code).severity === 'error');
  if (each.verdict.kind === 'refused') {
    const codes = problems.filter(isRefusal).map(({ code }) => code);
    return codes.length > 0 ? { kind: 'agrees', codes } : { kind: 'missed', detail: each.verdict.error };
  }
  if (error)
    return {
      kind: 'red',
      about: error.code,
      detail: `${JSON.stringify(error.args)} at ${snippet(analysis.text, error)}`,
    };
  return compare(each, analysis.state(each.state), each.verdict.layers, sharedParams(analysis));
}

/**
 * Problems for which Caffe's own answer varies: dimensions read from uninitialized memory after too few `input_dim`, and a
 * prefetch thread that aborts for a wrong number of mean values, possibly only after the set-up.
 */
export const leftToChance: ReadonlySet<string> = new Set(['net/input-dim-count', 'data/mean-value-count']);

/** Names that only forks have are reported with a lower severity, although BVLC's Caffe rejects them. */
function isRefusal({ code }: Problem): boolean {
  return infoOf(code).severity === 'error' || code === 'net/fork-layer-type' || code === 'schema/fork-field';
}

function compare(
  each: Case,
  state: StateAnalysis,
  caffe: readonly CaffeLayer[],
  shared: ReadonlySet<string>,
): Judgement {
  const listed = new Set(caffe.map(({ name }) => name));
  const ours = state.layers.filter(({ layer }) => {
    if (layer.type === 'Split' || ((each.set === 'layers' || each.set === 'forks') && layer.type === 'Input'))
      return false;
    // Older forks create no layers for inputs, and Intel's Caffe folds normalization into convolutions in TEST.
    return (
      each.set !== 'corpus-forks' ||
      listed.has(layer.name) ||
      !['Input', 'BatchNorm', 'Scale', 'ReLU', 'Dropout'].includes(layer.type)
    );
  });
  const theirs = caffe.filter(({ type }) => type !== 'Split');
  const names = ours.map(({ layer }) => `${layer.name} (${layer.type})`).join(', ');
  const expected = theirs.map(({ name, type }) => `${name} (${type})`).join(', ');
  if (names !== expected) return { kind: 'layers', about: each.type, detail: `Caffe: ${expected}; here: ${names}` };
  for (const [i, layer] of ours.entries()) {
    const judgement = compareLayer(each, state, layer, theirs[i] as CaffeLayer, shared);
    if (judgement) return judgement;
  }
  return { kind: 'agrees', codes: [] };
}

function compareLayer(
  each: Case,
  state: StateAnalysis,
  ours: InferredLayer,
  caffe: CaffeLayer,
  shared: ReadonlySet<string>,
): Judgement | undefined {
  const { name, type } = caffe;
  const tops = topsOf(each, state, ours, caffe);
  if (!same(tops, caffe.tops)) {
    return {
      kind: 'tops',
      about: type,
      detail: `${name}: Caffe ${JSON.stringify(caffe.tops)}, here ${JSON.stringify(tops)}`,
    };
  }
  const shapes = caffe.params.map(({ shape }) => shape);
  const params = ours.params.map(({ shape }) => shape);
  if (!same(params, shapes)) {
    return {
      kind: 'params',
      about: type,
      detail: `${name}: Caffe ${JSON.stringify(shapes)}, here ${JSON.stringify(params)}`,
    };
  }
  // A shared blob has its owner's values.
  if (shared.has(name)) return undefined;
  for (const [i, drawn] of caffe.params.entries()) {
    const weight = ours.params[i];
    const detail = weight && contradiction(weight, drawn);
    if (detail !== undefined) return { kind: 'values', about: type, detail: `${name}, ${weight?.role}: ${detail}` };
  }
  return undefined;
}

/** In the form of the case: a list, or by name; in the corpus, a blob has its last shape. */
function topsOf(each: Case, { net, shapes }: StateAnalysis, { layer, tops }: InferredLayer, caffe: CaffeLayer): Tops {
  const recorded = (shape: Shape): Shape => (layer.type === 'AnnotatedData' ? withOneBox(shape) : shape);
  if (Array.isArray(caffe.tops)) return tops.map(recorded);
  const last = (name: string): Shape => shapes[net.blobs.findLast((blob) => blob.name === name)?.id ?? -1] ?? null;
  return Object.fromEntries(
    layer.tops.map(({ name }, i) => [name, recorded(each.set.startsWith('corpus') ? last(name) : (tops[i] ?? null))]),
  );
}

/** The number of boxes in a record is unknown; the recorded runs had one. */
function withOneBox(shape: Shape): Shape {
  return shape?.length === 4 && shape[3] === 8 ? shape.map((dim) => dim ?? 1) : shape;
}

type Tops = readonly Shape[] | Readonly<Record<string, Shape>>;

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return Array.isArray(value)
    ? JSON.stringify(value)
    : JSON.stringify(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Names of the layers with a param shared by name. */
function sharedParams({ names }: Analysis): ReadonlySet<string> {
  const starts = new Set<number>();
  for (const occurrences of names.params.values()) {
    if (occurrences.length > 1) for (const { layerSpan } of occurrences) starts.add(layerSpan.start);
  }
  const layers = [...names.layers].filter(([, places]) => places.some(({ layerSpan }) => starts.has(layerSpan.start)));
  return new Set(layers.map(([name]) => name));
}

function snippet(text: string, { span }: Problem): string {
  return JSON.stringify(text.slice(Math.max(0, span.start - 30), Math.min(text.length, span.end + 20)));
}
