/** Compares the first forward and backward pass of nets in Caffe (run.jsonl) with the engine. */
import { analyze, type Analysis } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { lazy } from '#core/lazy';
import type { StateAnalysis } from '#core/infer/types';
import type { NetState, Phase } from '#core/net/model';
import { planOf as runPlanOf } from '#core/onnx/plan-of';
import type { RunPlan } from '#core/onnx/run-plan';
import type { WeightFiller } from '#core/onnx/what-if';
import { fastEngine } from '#core/random/wasm-engine';
import type { Reduced } from '#run/reduce';
import { runNet, type RanBack, type RanLayer } from '#run/run';
import { nodeRuntime } from './runtime';
import { readShared, readSharedLines } from './shared';

export interface RunCase {
  readonly id: number;
  readonly origin: 'layers' | 'nets' | 'corpus';
  readonly type?: string;
  readonly file?: string;
  readonly case?: number;
  readonly phase: Phase;
  readonly prototxt?: string;
  readonly batch?: number;
  readonly what_if?: WeightFiller;
  readonly inputs: Readonly<Record<string, string>>;
  readonly layers: readonly CaffeLayer[];
  readonly loss: number | string;
  readonly back_from?: string;
  /** Absent where Backward of a layer does not exist. */
  readonly back?: readonly CaffeBack[];
}

export interface CaffeBack {
  readonly name: string;
  readonly bottoms: readonly (CaffeValues | null)[];
  readonly params: readonly CaffeValues[];
}

export interface CaffeLayer {
  readonly name: string;
  readonly type: string;
  readonly tops: readonly { readonly blob: string; readonly shape: readonly number[]; readonly v: CaffeValues }[];
}

type Printed = number | 'nan' | 'inf' | '-inf';

export interface CaffeValues {
  readonly n: number;
  readonly mean: Printed;
  readonly m2: Printed;
  readonly min: Printed;
  readonly max: Printed;
  readonly at: readonly Printed[];
}

export const runCases: () => readonly RunCase[] = lazy(() => readSharedLines('oracle/run.jsonl') as readonly RunCase[]);

export interface JudgedLayer {
  readonly type: string;
  readonly name: string;
  /** The difference; empty if there is none. */
  readonly wrong: string;
}

export interface JudgedRun {
  readonly case: RunCase;
  readonly layers: readonly JudgedLayer[];
  /** The gradients, from the last layer to the first; empty for a case without. */
  readonly back: readonly JudgedLayer[];
  /** The errors of single values, relative to the blob's root mean square. */
  readonly errors: readonly number[];
}

const datums = new Map<string, readonly number[] | undefined>();

export interface Planned {
  readonly plan: RunPlan;
  readonly analysis: Analysis;
  /** The net as it is run. */
  readonly state: StateAnalysis;
}

/** `which`: an exported file has no Backward. */
export function planOf(asked: RunCase, which: 'forward' | 'recorded' = 'recorded'): Planned {
  const { file, phase, batch, what_if: filler } = asked;
  const text = file === undefined ? (asked.prototxt ?? '') : readShared(`corpus/files/${file}`);
  const datum = file === undefined ? undefined : datumOf(file, phase);
  const args = argsOf(asked);
  const state: NetState = { phase, level: args.level, stages: args.stages };
  const analysis = analyze(text, {
    dialect: bvlc,
    kind: 'net',
    states: [state],
    ...(datum && { world: { datum } }),
  });
  if (!analysis.world) throw new Error('not a net');
  return {
    ...runPlanOf(analysis.state(state), analysis.dialect, analysis.world, {
      seed: 1701,
      batch,
      whatIf: filler,
      back: which === 'recorded' && asked.back !== undefined,
    }),
    analysis,
  };
}

/** The shape of the records of a file of the corpus, as it was recorded. */
export function datumOf(file: string, phase: Phase): readonly number[] | undefined {
  if (datums.size === 0)
    for (const line of readSharedLines('corpus/expected.jsonl') as readonly {
      readonly file: string;
      readonly TRAIN?: { readonly datum?: readonly number[] };
      readonly TEST?: { readonly datum?: readonly number[] };
    }[])
      for (const each of ['TRAIN', 'TEST'] as const) datums.set(`${line.file} ${each}`, line[each]?.datum);
  return datums.get(`${file} ${phase}`);
}

let netArgs: ReadonlyMap<number, { readonly level: number; readonly stages: readonly string[] }> | undefined;

/** The level and stages with which the case of `nets.jsonl` was recorded. */
function argsOf({ origin, case: id }: RunCase): { readonly level: number; readonly stages: readonly string[] } {
  if (origin !== 'nets' || id === undefined) return { level: 0, stages: [] };
  netArgs ??= new Map(
    (readSharedLines('oracle/nets.jsonl') as readonly { readonly id: number; readonly args?: readonly string[] }[]).map(
      ({ id: each, args = [] }) => [
        each,
        {
          level: Number(args.find((arg) => arg.startsWith('level='))?.slice(6) ?? 0),
          stages: args.filter((arg) => arg.startsWith('stage=')).map((arg) => arg.slice(6)),
        },
      ],
    ),
  );
  return netArgs.get(id) ?? { level: 0, stages: [] };
}

export async function judgeRun(asked: RunCase): Promise<JudgedRun> {
  const errors: number[] = [];
  const { plan } = planOf(asked);
  const ran = new Map<string, RanLayer[]>();
  const ranBack: RanBack[] = [];
  let failure = '';
  let loss = NaN;
  try {
    for await (const event of runNet(plan, fastEngine(), await nodeRuntime())) {
      if (event.kind === 'layer') ran.set(event.layer.name, [...(ran.get(event.layer.name) ?? []), event.layer]);
      if (event.kind === 'back') ranBack.push(event.layer);
      if (event.kind === 'done') loss = event.loss ?? 0;
    }
  } catch (error) {
    failure = String(error).slice(0, 200);
  }
  const largest = Math.max(
    ...asked.layers.flatMap(({ tops }) => tops.map(({ v }) => Math.sqrt(numberOf(v.m2)))).filter(Number.isFinite),
    0,
  );
  const layers = asked.layers.map((expected) => {
    const found = ran.get(expected.name)?.shift();
    const wrong = found
      ? differences(expected, found, largest, errors)
      : failure || (plan.stopped ? `stopped at ${plan.stopped.type}: ${plan.stopped.reason}` : 'did not run');
    return { type: expected.type, name: expected.name, wrong };
  });
  const wanted = numberOf(asked.loss as Printed);
  if (!failure && !plan.stopped && !close(loss, wanted, 1e-4 * Math.abs(wanted) + 1e-6 * largest))
    layers.push({ type: 'loss', name: '', wrong: `${loss} for ${wanted}` });
  return { case: asked, layers, back: judgeBack(asked, plan, ranBack, failure), errors };
}

function judgeBack(
  { back = [], back_from, layers }: RunCase,
  plan: RunPlan,
  ran: readonly RanBack[],
  failure: string,
): readonly JudgedLayer[] {
  if (back.length === 0) return [];
  const types = new Map(layers.map(({ name, type }) => [name, type]));
  const all = back.flatMap(({ bottoms, params }) => [...bottoms, ...params]);
  const recorded = ran.filter(({ type }) => type !== 'Split');
  const largest = Math.max(0, ...all.map((v) => (v ? Math.sqrt(numberOf(v.m2)) : 0)).filter(Number.isFinite));
  const wrongStart = plan.back?.from === back_from ? '' : `from ${plan.back?.from} for ${back_from}`;
  return back.map((expected, i) => {
    const found = recorded[i];
    const wrong =
      failure ||
      wrongStart ||
      (found?.name === expected.name ? gradientDifferences(expected, found, largest) : `${found?.name} for it`);
    return { type: types.get(expected.name) ?? '', name: expected.name, wrong };
  });
}

function gradientDifferences(expected: CaffeBack, found: RanBack, largest: number): string {
  for (const kind of ['bottoms', 'params'] as const) {
    if (expected[kind].length !== found[kind].length)
      return `${found[kind].length} ${kind} for ${expected[kind].length}`;
    for (const [i, v] of expected[kind].entries()) {
      const own = found[kind][i] ?? null;
      const wrong =
        v === null || own === null
          ? v === own
            ? ''
            : `${own && own.m2} for ${v && v.m2}`
          : difference(v, own, largest, []);
      if (wrong !== '') return `${kind} ${i}: ${wrong}`;
    }
  }
  return '';
}

function differences(expected: CaffeLayer, found: RanLayer, largest: number, errors: number[]): string {
  for (const [i, { v, shape }] of expected.tops.entries()) {
    const top = found.tops[i];
    if (!top) return `no top ${i}`;
    if (top.shape.join() !== shape.join()) return `shape ${top.shape.join('×')} for ${shape.join('×')}`;
    const wrong = difference(v, top, largest, errors);
    if (wrong !== '') return `top ${i}: ${wrong}`;
  }
  return '';
}

/** Compares within the tolerances that `oracle/README.md` defines. */
export function difference(v: CaffeValues, found: Reduced, largest: number, errors: number[]): string {
  if (v.n !== found.n) return `${found.n} values for ${v.n}`;
  const m2 = numberOf(v.m2);
  const rms = Math.sqrt(m2);
  const tolerance = 1e-3 * rms + 1e-6 * largest;
  for (const [i, each] of v.at.entries()) {
    const [wanted, got] = [numberOf(each), found.at[i] ?? NaN];
    // If a value is NaN, the root mean square is NaN too.
    const allowed = Number.isNaN(rms) ? 1e-3 * Math.abs(wanted) : tolerance;
    if (!close(got, wanted, allowed)) return `at ${i}: ${got} for ${wanted}`;
    if (Number.isFinite(wanted) && rms > 0 && rms < Infinity) errors.push(Math.abs(got - wanted) / rms);
  }
  if (!close(found.mean, numberOf(v.mean), tolerance)) return `mean ${found.mean} for ${v.mean}`;
  if (!close(found.m2, m2, Math.max(2e-3 * m2, (1e-6 * largest) ** 2))) return `m2 ${found.m2} for ${m2}`;
  return '';
}

function close(got: number, wanted: number, tolerance: number): boolean {
  return (
    Object.is(got, wanted) ||
    got === wanted ||
    (Number.isNaN(got) && Number.isNaN(wanted)) ||
    Math.abs(got - wanted) <= tolerance
  );
}

function numberOf(printed: Printed): number {
  return printed === 'nan' ? NaN : printed === 'inf' ? Infinity : printed === '-inf' ? -Infinity : printed;
}
