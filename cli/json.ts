/** The JSON output for other programs: one object per line, for each file and state. */
import type { Analysis } from '#core/analysis/analysis';
import type { StateAnalysis, Weight } from '#core/infer/types';
import { costOf, type LayerCost, type NetCost } from '#core/cost/cost';
import { argumentsOf, infoOf, pageOf, type Problem, type Severity } from '#core/problems/index';
import { english } from '#core/messages/en/index';
import { say } from '#core/messages/language';
import type { Lost } from '#core/onnx/back-graph';
import type { Stopped } from '#core/onnx/run-plan';
import { messageOf } from '#core/messages/render';
import { inJson } from '#core/messages/shown';
import type { NetState } from '#core/net/model';
import type { Distribution } from '#core/net/distribution';
import type { Dim, Shape } from '#core/net/shape';
import { shortestFloat32 } from '#core/numbers';
import { learningRate } from '#core/solver/learning-rate';
import { lines, type Lines, type Place } from '#core/text/lines';

/** What the objects contain: `problems` for `check`, `layers` for `inspect`, `weights` for `init`. */
export type Content = 'problems' | 'layers' | 'weights';

export interface JsonProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Only for problems of a target: its name. */
  readonly target?: string;
  /** Zero-based lines and characters, in UTF-16 units. */
  readonly range: { readonly start: Place; readonly end: Place };
}

export interface JsonLayer {
  readonly name: string;
  readonly type: string;
  readonly line: number;
  readonly tops: readonly { readonly blob: string; readonly shape: Shape }[];
  readonly params: readonly JsonParam[];
  /** Only for `inspect`: the multiply–accumulates of a forward pass, and the memory of the tops in bytes. */
  readonly macs?: number | null;
  readonly memory?: number | null;
  /**
   * The receptive field of the first top's values, per spatial axis, in pixels of the input. `stride` is 0 if all values see
   * the same region.
   */
  readonly receptiveField?:
    | readonly { readonly size: number; readonly stride: number; readonly start: number }[]
    | null;
}

export interface JsonParam {
  readonly shape: Shape;
  readonly filler: string | null;
  readonly fanIn: Dim;
  readonly fanOut: Dim;
  readonly n: Dim;
  /** Without the values of a blob that is written in the file. */
  readonly distribution: Exclude<Distribution, { kind: 'written' }> | { readonly kind: 'written' } | null;
  readonly mean: number | null;
  readonly std: number | null;
  /** With `--weights`: the CRC-32 of the values' bytes; null if they are unknown. */
  readonly crc32?: string | null;
}

/** One file, with the options that determine its output. */
export interface FileView {
  readonly path: string;
  readonly analysis: Analysis;
  readonly content: Content;
  readonly depth: 'syntax' | 'all';
  readonly iterations: number;
  /** The checksum of a drawn blob; absent if nothing is to be drawn. */
  readonly sums?: (state: StateAnalysis) => (weight: Weight) => string | null;
}

/** The lines of one file, each with its newline. */
export function jsonLines(view: FileView): string {
  const { analysis, depth } = view;
  const table = lines(analysis.text);
  if (depth === 'syntax') return line(head(view, analysis.textProblems, table));
  switch (analysis.kind) {
    case 'net':
      return analysis.states.map((state) => line(stateObject(view, state, table))).join('');
    case 'solver':
      return line({ ...head(view, analysis.problems, table), lr: rates(analysis, view.iterations) });
    case 'other':
      return line(head(view, analysis.problems, table));
  }
}

/** The line for a file that can't be read. */
export function unreadableLine(path: string, schema: string, problem: Problem): string {
  return line({ file: path, kind: 'other', schema, problems: [problemObject(problem, lines(''))] });
}

function line(object: unknown): string {
  return `${inJson(object)}\n`;
}

function head({ path, analysis }: FileView, problems: readonly Problem[], table: Lines): object {
  return {
    file: path,
    kind: analysis.kind,
    schema: analysis.dialect.id,
    problems: problems.map((problem) => problemObject(problem, table)),
  };
}

function stateObject({ path, analysis, content, sums }: FileView, state: NetState, table: Lines): object {
  return {
    file: path,
    kind: analysis.kind,
    schema: analysis.dialect.id,
    state: { phase: state.phase, level: state.level, stages: state.stages },
    problems: analysis.problemsIn(state).map((problem) => problemObject(problem, table)),
    ...(content !== 'problems' && {
      layers: layerObjects(analysis.state(state), content, table, sums?.(analysis.state(state))),
    }),
    ...(content === 'layers' && { total: totalObject(costOf(analysis.state(state))) }),
  };
}

/** The learning rates of iterations 0 to `last`; null if Caffe would fail before computing one. */
function rates({ message, dialect }: Analysis, last: number): readonly (number | null)[] | null {
  if (!message || message.state === 'unreadable' || learningRate(message, dialect.solver, 0) === undefined) return null;
  return Array.from({ length: last + 1 }, (_, iteration) =>
    short(learningRate(message, dialect.solver, iteration) ?? null),
  );
}

function problemObject(problem: Problem, table: Lines): JsonProblem {
  const { code, span } = problem;
  const id = pageOf(code) === 'target' ? argumentsOf(problem)['id'] : undefined;
  return {
    code,
    severity: infoOf(code).severity,
    message: messageOf(problem, english),
    ...(typeof id === 'string' && { target: id }),
    range: { start: table.positionAt(span.start), end: table.positionAt(span.end) },
  };
}

function layerObjects(
  state: StateAnalysis,
  content: Content,
  table: Lines,
  sum?: (weight: Weight) => string | null,
): readonly JsonLayer[] {
  const costs = content === 'layers' ? costOf(state).layers : [];
  const shown = content === 'weights' ? state.layers.filter(({ params }) => params.length > 0) : state.layers;
  return shown.map(({ layer, tops, params }, i) => ({
    name: layer.name,
    type: layer.type,
    line: table.positionAt(layer.span.start).line,
    tops: layer.tops.map((top, i) => ({ blob: top.name, shape: tops[i] ?? null })),
    params: params.map((weight) => ({ ...paramObject(weight), ...(sum && { crc32: sum(weight) }) })),
    ...costObject(costs[i]),
  }));
}

/** `macs` is omitted if it is not modelled, `receptiveField` for tops without spatial axes. */
function costObject(cost: LayerCost | undefined): Partial<JsonLayer> {
  if (!cost) return {};
  const {
    macs,
    memory,
    fields: [field = []],
  } = cost;
  return {
    ...(macs !== undefined && { macs }),
    memory,
    ...(field?.length !== 0 && {
      receptiveField: field?.map(({ size, jump, start }) => ({ size, stride: jump, start })) ?? null,
    }),
  };
}

function totalObject({ total: { params, macs, memory }, required }: NetCost): object {
  const unsure = Object.entries({ params, macs, memory }).flatMap(([name, { kind }]) =>
    kind === 'exact' ? [] : [name],
  );
  return { params: params.value, macs: macs.value, memory: memory.value, atLeast: unsure, memoryRequired: required };
}

function paramObject(weight: Weight): JsonParam {
  return {
    shape: weight.shape,
    filler: weight.filler,
    fanIn: weight.fanIn,
    fanOut: weight.fanOut,
    n: weight.n,
    distribution: weight.distribution ? shortened(weight.distribution) : null,
    mean: short(weight.mean),
    std: short(weight.std),
  };
}

/** The same distribution, with each number in the shortest form that reads back as the same float32. */
function shortened(distribution: Distribution): JsonParam['distribution'] {
  if (distribution.kind === 'written') return { kind: 'written' };
  const entries = Object.entries(distribution).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'number' ? short(value) : value,
  ]);
  return Object.fromEntries(entries) as JsonParam['distribution'];
}

function short(value: number | null): number | null {
  return value === null ? null : shortestFloat32(value);
}

/** Why a run stopped at a layer. */
export function englishReason({ layer, type, reason }: Stopped | Lost): string {
  return say(english.lowering, reason, { layer, type });
}
