/** All advice, one code a file. */
import { pageOf, type Problem } from '../problems';
import type { InferredLayer, StateAnalysis, Weight } from '../infer/types';
import { memoize } from '../lazy';
import { none } from '../lists';
import type { Steps } from '../steps';
import { biasWithoutTerm } from './bias-without-term';
import { bilinearChannels } from './bilinear-channels';
import type { Check, WeightCheck } from './check';
import { deadField } from './dead-field';
import { duplicateLayerName } from './duplicate-layer-name';
import { factsOf, learns, type NetFacts } from './facts';
import { inPlace, overwritten, sharedMemory } from './in-place';
import { noGradient } from './no-gradient';
import { randomBias } from './random-bias';
import { signal } from './signal';
import { swappedFans } from './swapped-fans';
import { unreadParam } from './unread-param';
import { unusedBlob } from './unused-blob';
import { xavierBeforeRelu } from './xavier-before-relu';
import { zeroStart } from './zero-start';

export const checks: readonly Check[] = [
  biasWithoutTerm,
  bilinearChannels,
  deadField,
  duplicateLayerName,
  inPlace,
  noGradient,
  overwritten,
  randomBias,
  sharedMemory,
  signal,
  swappedFans,
  unreadParam,
  unusedBlob,
  xavierBeforeRelu,
  zeroStart,
];

const weightChecks = checks.filter((check): check is WeightCheck => check.kind === 'weight');

/** `quick` leaves out the checks that take long in one of the states. */
export type Depth = 'quick' | 'all';

/** The advice on a file over the states that it serves, at every place where it holds; see `CodeInfo.once`. */
export function advise(states: readonly StateAnalysis[], depth: Depth): readonly Problem[] {
  const facts = factsOfEach(states);
  const asked = depth === 'all' ? checks : checks.filter((check) => stepsOf(check, facts).length === 0);
  return asked.flatMap((check) => distinct(facts.flatMap((each) => findIn(check, each, facts))));
}

/**
 * The steps after which `advise` with all checks is as quick as without the slow ones; empty where no check is slow.
 */
export function stepsToAdvice(states: readonly StateAnalysis[]): readonly Steps<unknown>[] {
  const facts = factsOfEach(states);
  return checks.flatMap((check) => stepsOf(check, facts));
}

function stepsOf(check: Check, facts: readonly NetFacts[]): readonly Steps<unknown>[] {
  return check.kind === 'net' ? facts.flatMap((each) => check.steps?.(each) ?? []) : [];
}

/** States with the same layers are checked once. */
function factsOfEach(states: readonly StateAnalysis[]): readonly NetFacts[] {
  return states.filter((state, i) => states.findIndex(({ layers }) => layers === state.layers) === i).map(cachedFacts);
}

const cachedFacts = memoize(factsOf);

/** Whether the problem is one of those that take long to compute in a large net. */
export function isDeep({ code }: Problem): boolean {
  return deepPages.has(pageOf(code));
}

const deepPages = new Set(checks.flatMap((check) => (check.kind === 'net' && check.steps ? [pageOf(check.code)] : [])));

/** The advice on one blob, whether it learns or not: for hover. */
export function adviceOn(weight: Weight, inferred: InferredLayer, analysis: StateAnalysis): readonly Problem[] {
  const facts = cachedFacts(analysis);
  return weightChecks.flatMap((check) => check.look(weight, inferred, facts) ?? none);
}

function findIn(check: Check, facts: NetFacts, all: readonly NetFacts[]): readonly Problem[] {
  if (check.kind === 'net') return check.find(facts, all);
  if (!facts.hasLoss) return [];
  // No advice on a layer that has errors.
  return facts.analysis.layers
    .filter(({ layer }) => layer.message.state === 'sound')
    .flatMap((inferred) =>
      inferred.params.flatMap((weight) =>
        learns(weight, facts) ? (check.look(weight, inferred, facts) ?? none) : none,
      ),
    );
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const places = new Set<string>();
  return problems.filter(({ code, span: { start, end } }) => {
    const place = `${code} ${start} ${end}`;
    if (places.has(place)) return false;
    places.add(place);
    return true;
  });
}
