/** Layers × targets: what each target makes of each layer of a net. */
import { appended, firstIndexOf, none } from '../lists';
import type { Layer } from '../net/model';
import { argumentsOf, type Problem } from '../problems';
import { judge, type TargetInput } from './judge';
import type { Target } from './target';

/**
 * From the best to the worst. `type`: it takes the type, and it is not known which fields it reads. `left-out`: a layer
 * that the deploy net lacks.
 */
export const verdicts = ['taken', 'type', 'left-out', 'lost', 'rewrite', 'limit', 'unsupported'] as const;
export type Verdict = (typeof verdicts)[number];

export interface LayerPortability {
  readonly layer: Layer;
  /** In the order of the targets. */
  readonly verdicts: readonly TargetVerdict[];
}

export interface TargetVerdict {
  readonly target: Target;
  readonly verdict: Verdict;
  /** Fields that it ignores or rejects. */
  readonly fields: readonly string[];
}

/** One row for each layer of the state. */
export function portability(targets: readonly Target[], input: TargetInput): readonly LayerPortability[] {
  const layers = input.state.layers.map(({ layer }) => layer);
  const found = targets.map((target) => ({ target, problems: byLayer(layers, judge(target, input)) }));
  return layers.map((layer) => ({
    layer,
    verdicts: found.map(({ target, problems }) => verdictOn(target, layer, problems.get(layer) ?? none)),
  }));
}

function byLayer(layers: readonly Layer[], problems: readonly Problem[]): ReadonlyMap<Layer, readonly Problem[]> {
  const sorted = layers.toSorted((a, b) => a.span.start - b.span.start);
  const found = new Map<Layer, Problem[]>();
  for (const problem of problems) {
    const layer = sorted[firstIndexOf(sorted, ({ span }) => span.start > problem.span.start) - 1];
    if (layer && problem.span.end <= layer.span.end) found.set(layer, appended(found.get(layer), problem));
  }
  return found;
}

function verdictOn(target: Target, { type }: Layer, problems: readonly Problem[]): TargetVerdict {
  const worst = Math.max(-1, ...problems.map(({ code }) => verdicts.indexOf(verdictOf(code))));
  const known = Object.hasOwn(target.layers, type) ? target.layers[type] : undefined;
  const verdict = verdicts[worst] ?? (!known ? 'left-out' : known.reads || known.readsIf ? 'taken' : 'type');
  const fields = new Set(
    problems.map((problem) => argumentsOf(problem)['name']).filter((name) => typeof name === 'string'),
  );
  return { target, verdict, fields: [...fields] };
}

function verdictOf(code: string): Verdict {
  switch (code) {
    case 'target/lost-field':
      return 'lost';
    case 'target/rewrite':
      return 'rewrite';
    case 'target/limit':
      return 'limit';
    default:
      return 'unsupported';
  }
}
