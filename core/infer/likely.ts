/**
 * The inference of a net where the dialect is a guess: the text may as well be for another Caffe with the same names,
 * which has other rules for some layers. The rules that reject the least are followed, and what several of these Caffes
 * have otherwise is unknown; only what all of them reject is an error.
 */
import type { Dialect, OtherLayers } from '../dialects/dialect';
import { none } from '../lists';
import type { Net } from '../net/model';
import type { LayerRule, World } from '../net/rules';
import { formatShape, type Shape } from '../net/shape';
import { isError } from '../problems';
import type { Message } from '../schema/message';
import { checkArity } from './arity';
import { infer } from './infer';
import { paramOf } from './param-of';
import type { InferredLayer, StateAnalysis } from './types';

type Change = (layer: InferredLayer) => InferredLayer;

/** As `infer`; the dialect comes first where others reject as much. */
export function inferLikely(
  net: Net,
  dialect: Dialect,
  world: World,
  change: Change = (layer) => layer,
): StateAnalysis {
  const first = infer(net, dialect, world, change);
  const others = (dialect.alternatives ?? none).filter((other) => isPossible(first, dialect, other, world));
  if (others.length === 0) return first;
  const all = [
    { dialect, analysis: first },
    ...others.map(({ layers }) => {
      const other = { ...dialect, layers };
      return { dialect: other, analysis: infer(net, other, world, change) };
    }),
  ];
  const least = Math.min(...all.map(({ analysis }) => errorsOf(analysis)));
  const likely = all.filter(({ analysis }) => errorsOf(analysis) === least);
  const [best = { dialect, analysis: first }] = likely;
  if (likely.length <= 1 || (best.analysis === first && least > 0)) return best.analysis;
  return infer(net, best.dialect, world, (inferred) => {
    const { index } = inferred.layer;
    const tops = inferred.tops.map((shape, i) =>
      likely.reduce((known, { analysis }) => common(known, analysis.layers[index]?.tops[i] ?? null), shape),
    );
    return change({ ...inferred, tops });
  });
}

function errorsOf({ problems }: StateAnalysis): number {
  return problems.filter(isError).length;
}

/**
 * True where the other Caffe sets up a layer otherwise, has all fields, and rejects no layer that this one accepts: else
 * the text shows that it is not for that Caffe.
 */
function isPossible({ layers, net }: StateAnalysis, dialect: Dialect, other: OtherLayers, world: World): boolean {
  let differs = false;
  for (const inferred of layers) {
    const { type, message } = inferred.layer;
    const [rule, otherRule] = [dialect.layers.get(type), other.layers.get(type)];
    if (!rule || !otherRule || rule === otherRule || message.state !== 'sound') continue;
    if (other.lacks.some((name) => uses(message, name))) return false;
    const [own, others] = [rule, otherRule].map((each) => outcomeOf(inferred, each, net, world));
    if (own === others) continue;
    if (others === rejected) return false;
    differs = true;
  }
  return differs;
}

const rejected = 'rejected';

/** The shapes of the tops, or that the layer is rejected. */
function outcomeOf({ layer, bottoms }: InferredLayer, rule: LayerRule, { state }: Net, world: World): string {
  const param = paramOf(layer, rule);
  if (checkArity(layer, rule.arityFor?.(param) ?? rule.arity).length > 0) return rejected;
  const { tops, problems } = rule.setUp({ layer, param, bottoms, state, world, written: none });
  return problems.some(isError) ? rejected : tops.map(formatShape).join();
}

/** Whether a layer has the field `Message.field`, or its parameter message. */
function uses({ type, entries }: Message, name: string): boolean {
  return entries.some(
    ({ field, value }) => `${type.name}.${field.name}` === name || (typeof value === 'object' && uses(value, name)),
  );
}

/** What two shapes agree in. */
function common(a: Shape, b: Shape): Shape {
  if (a === null || b?.length !== a.length) return null;
  return a.map((dim, axis) => (dim === b[axis] ? dim : null));
}
