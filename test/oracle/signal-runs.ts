/**
 * `node scripts/agreement.mjs signal --runs GMACS`: the forecast beside runs of public nets of at most so many multiply–
 * accumulates per item, both in TRAIN, and the verdicts of both. It takes minutes.
 */
import { analyze } from '#core/analysis/analysis';
import { signalProblems } from '#core/checks/signal';
import { factsOf } from '#core/checks/facts';
import { costOf, sumOf } from '#core/cost/cost';
import { chooseDialect } from '#core/dialects/choose-dialect';
import type { StateAnalysis } from '#core/infer/types';
import { trainState } from '#core/net/state';
import { runPlan } from '#core/onnx/run-plan';
import { varied } from '#core/onnx/variation';
import { fastEngine } from '#core/random/wasm-engine';
import { forecast, type Forecast } from '#core/signal/forecast';
import { startOf } from '#core/signal/pass';
import { areWeightsZero } from '#core/signal/scenarios';
import { runNet } from '#run/run';
import { datumOf } from '../support/run-cases';
import { nodeRuntime } from '../support/runtime';
import { readShared } from '../support/shared';
import { publicNets } from './lowered-share';

const batch = 8;

/** Factors between forecast and run, of second moments and of gradients, and the codes of the problems of both. */
interface Beside {
  readonly path: string;
  readonly forward: readonly number[];
  readonly back: readonly number[];
  readonly forecast: readonly string[];
  readonly run: readonly string[];
}

export async function signalRuns(most: number): Promise<string> {
  const known = new Set<string>();
  const all: Beside[] = [];
  for (const path of publicNets()) {
    const state = stateOf(path);
    const start = state ? startOf(state.layers) : -1;
    if (!state || start < 2 || (sumOf(costOf(state).layers).macs.value ?? Infinity) > most * 1e9 * batch) continue;
    const same = state.layers.map(({ layer, tops }) => `${layer.type} ${tops.join(' ')}`).join('\n');
    if (known.has(same)) continue;
    known.add(same);
    const measured = await measuredIn(state, start);
    if (measured) all.push(beside(path, state, measured));
  }
  const lines = all.map(
    ({ path, forward, back, ...codes }) =>
      `${at(forward, 0.5)} ${at(forward, 0.9)} back ${at(back, 0.5)} ${at(back, 0.9)} ${differing(codes)} ${path}`,
  );
  const row = (name: string, factors: readonly number[]): string =>
    `${name}: median × ${at(factors, 0.5)}, nine of ten within × ${at(factors, 0.9)}\n`;
  const codes = all.flatMap(({ run }) => run);
  const right = all.flatMap((each) => each.run.filter((code) => each.forecast.includes(code)));
  const wrong = all.flatMap((each) => each.forecast.filter((code) => !each.run.includes(code)));
  return [
    `${lines.join('\n')}\n${all.length} nets\n`,
    row(
      'second moments',
      all.flatMap(({ forward }) => forward),
    ),
    row(
      'gradients',
      all.flatMap(({ back }) => back),
    ),
    `verdicts: ${right.length} of ${codes.length}, and ${wrong.length} that the run does not have\n`,
  ].join('');
}

/** As it is run; weights of 0 are those of msra. Undefined for other files. */
function stateOf(path: string): StateAnalysis | undefined {
  const datum = datumOf(path.replace(/^corpus\/files\//, ''), 'TRAIN');
  const analysis = analyze(readShared(path), { dialect: chooseDialect, ...(datum && { world: { datum } }) });
  if (analysis.kind !== 'net' || !analysis.world) return undefined;
  const state = analysis.state(analysis.states.find(({ phase }) => phase === 'TRAIN') ?? trainState);
  const filler = areWeightsZero(state) ? 'msra' : undefined;
  return varied(state, analysis.dialect, analysis.world, { batch, filler });
}

/**
 * What a run measures in the form of a forecast: its gradient starts as N(0, 1) at the last filter too. Undefined where
 * a layer cannot be run, or a value is not finite.
 */
async function measuredIn(whole: StateAnalysis, start: number): Promise<Forecast | undefined> {
  const to = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, start + 1);
  const state = { ...whole, layers: to(whole.layers), net: { ...whole.net, layers: to(whole.net.layers) } };
  const plan = runPlan(state, 1701, { back: true });
  if (plan.stopped) return undefined;
  const layers = whole.layers.map((layer) => ({ layer, tops: [], topGradients: [], bottomGradients: [] }));
  const found: Forecast['layers'][number][] = [...layers];
  for await (const event of runNet(plan, fastEngine(), await nodeRuntime())) {
    if (event.kind !== 'layer' && event.kind !== 'back') continue;
    const own = found[event.layer.index];
    if (!own) continue;
    found[event.layer.index] =
      event.kind === 'layer'
        ? { ...own, tops: event.layer.tops.map(({ mean, m2 }) => ({ mean, secondMoment: m2 })) }
        : { ...own, bottomGradients: event.layer.bottoms.map((gradient) => gradient?.m2 ?? null) };
  }
  const isFinite = found.every(({ tops }) => tops.every((top) => Number.isFinite(top?.secondMoment)));
  return isFinite ? { source: { mean: 0, secondMoment: 1 }, start, layers: found } : undefined;
}

function beside(path: string, state: StateAnalysis, measured: Forecast): Beside {
  const expected = forecast(state);
  const facts = factsOf(state);
  const codesOf = (each: Forecast): readonly string[] =>
    signalProblems(facts, each).map(({ code }) => code.replace(/-(filler|xavier)$/, ''));
  const factors = (of: (layer: Forecast['layers'][number]) => number | null | undefined): readonly number[] =>
    state.layers.flatMap(({ layer }, i) => {
      const [one, other] = [expected, measured].map(({ layers }) => (layers[i] ? (of(layers[i]) ?? 0) : 0));
      return one && other && layer.bottoms.length > 0 ? [Math.max(one / other, other / one)] : [];
    });
  return {
    path,
    forward: factors(({ tops }) => tops[0]?.secondMoment),
    back: factors(({ bottomGradients }) => bottomGradients[0]),
    forecast: codesOf(expected),
    run: codesOf(measured),
  };
}

function at(factors: readonly number[], share: number): string {
  return [...factors].sort((a, b) => a - b)[Math.floor(share * factors.length)]?.toFixed(2) ?? '-';
}

function differing({ forecast: expected, run }: Pick<Beside, 'forecast' | 'run'>): string {
  return [
    ...run.filter((code) => !expected.includes(code)).map((code) => `-${code}`),
    ...expected.filter((code) => !run.includes(code)).map((code) => `+${code}`),
  ].join(' ');
}
