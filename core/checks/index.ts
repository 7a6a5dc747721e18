/** All advice, one code a file. */
import type { InferredLayer, StateAnalysis, Weight } from '../infer/types';
import type { Problem } from '../problems';
import { biasWithoutTerm } from './bias-without-term';
import { bilinearChannels } from './bilinear-channels';
import type { Check, WeightCheck } from './check';
import { deadField } from './dead-field';
import { duplicateLayerName } from './duplicate-layer-name';
import { factsOf, learns, type NetFacts } from './facts';
import { noGradient } from './no-gradient';
import { randomBias } from './random-bias';
import { signal } from './signal';
import { swappedFans } from './swapped-fans';
import { unreadParam } from './unread-param';
import { unusedBlob } from './unused-blob';
import { xavierBeforeRelu } from './xavier-before-relu';
import { zeroStart } from './zero-start';

export const checks: readonly Check[] = [
  biasWithoutTerm, bilinearChannels, deadField, duplicateLayerName, noGradient, randomBias, signal, swappedFans, unreadParam, unusedBlob, xavierBeforeRelu, zeroStart,
];

const weightChecks = checks.filter((check): check is WeightCheck => check.kind === 'weight');

/** What to say of a file, over the states that it serves. Advice comes for every place that it holds for: see `CodeInfo.once`. */
export function advise(states: readonly StateAnalysis[]): readonly Problem[] {
  const facts = states.filter((state, i) => states.findIndex(({ layers }) => layers === state.layers) === i).map(factsOf);
  return checks.flatMap((check) => distinct(facts.flatMap((each) => findIn(check, each, facts))));
}

/** What is to be said of one blob, whether it learns or not: for hover. */
export function adviceOn(weight: Weight, inferred: InferredLayer, analysis: StateAnalysis): readonly Problem[] {
  const facts = factsOf(analysis);
  return weightChecks.flatMap((check) => check.look(weight, inferred, facts) ?? []);
}

function findIn(check: Check, facts: NetFacts, all: readonly NetFacts[]): readonly Problem[] {
  if (check.kind === 'net') return check.find(facts, all);
  if (!facts.hasLoss) return [];
  return facts.analysis.layers.flatMap((inferred) =>
    inferred.params.flatMap((weight) => (learns(weight, facts) ? (check.look(weight, inferred, facts) ?? []) : [])),
  );
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const places = new Set<string>();
  return problems.filter(({ span: { start, end } }) => {
    const place = `${start} ${end}`;
    if (places.has(place)) return false;
    places.add(place);
    return true;
  });
}
