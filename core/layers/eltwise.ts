/**
 * SUM (with coefficients), PROD or MAX of bottoms of the same shape. There must be one coefficient per bottom, or none;
 * PROD allows none, and MAX ignores them: eltwise_layer.cpp.
 */
import { none } from '../lists';
import type { DeadField, LayerRule, SetUpInput } from '../net/rules';
import { formatShape, type Dim, type Shape } from '../net/shape';
import type { Problem } from '../problems';
import { bool, entriesOf, nums, str } from '../schema/message';
import { atBottom, atEntry } from './shared/at';
import { noMacs } from './shared/macs';
import { samePlace } from './shared/windows';
import { elementwiseMoments } from './shared/eltwise-moments';
import { binary, scaled } from '../graph/operators';

export const eltwise: LayerRule = {
  type: 'Eltwise',
  summary:
    'The SUM (each multiplied by its `coeff`), PROD or MAX of its bottoms, element by element. Top: their common shape.',
  param: 'eltwise_param',
  skeleton: { name: 'sum1', body: 'operation: ${1|SUM,PROD,MAX|}' },
  arity: { bottoms: { min: 2 }, tops: { min: 1, max: 1 } },
  deadFields: ({ param }) => {
    const operation = str(param, 'operation');
    const cause = `operation: ${operation}`;
    const stable: readonly DeadField[] = operation === 'PROD' ? none : [{ field: 'stable_prod_grad', cause }];
    return operation === 'MAX' ? [{ field: 'coeff', cause }, ...stable] : stable;
  },
  // SUM and MAX overwrite the top before they have read all bottoms; the gradient of PROD reads the bottoms, and
  // without `stable_prod_grad` also the top.
  inPlace: {
    spoils: ({ param }) => (str(param, 'operation') === 'PROD' ? 'gradient' : 'values'),
    reads: ({ param }) =>
      str(param, 'operation') === 'PROD' && !bool(param, 'stable_prod_grad') ? 'values' : undefined,
    keeps: () => 'nothing',
  },
  macs: noMacs,
  window: samePlace,
  onnx({ param, bottoms }) {
    const operation = str(param, 'operation');
    const coefficients = nums(param, 'coeff');
    const terms = operation === 'SUM' ? bottoms.map((x, i) => scaled(x, coefficients[i] ?? 1)) : bottoms;
    const operator = operation === 'SUM' ? 'Add' : operation === 'PROD' ? 'Mul' : 'Max';
    // Among equal values the gradient belongs to the second bottom, then to the first, third, fourth…
    const [first, second, ...others] = terms;
    const ordered = operation === 'MAX' && first && second ? [second, first, ...others] : terms;
    return [ordered.reduce((all, term) => binary(operator, all, term))];
  },
  setUp(input) {
    const { shape, problems } = commonShape(input);
    const coefficients = coefficientProblems(input);
    return { tops: [shape], params: [], problems: coefficients.length > 0 ? [...coefficients, ...problems] : problems };
  },
  moments: elementwiseMoments,
};

function coefficientProblems({ layer, param }: SetUpInput): readonly Problem[] {
  const coefficients = entriesOf(param, 'coeff');
  const [first] = coefficients;
  if (!first) return none;
  if (str(param, 'operation') === 'PROD') return [atEntry(first, 'layer/product-coefficients', {})];
  const odd = coefficients[Math.min(layer.bottoms.length, coefficients.length - 1)];
  if (!odd || coefficients.length === layer.bottoms.length) return [];
  return [atEntry(odd, 'layer/coefficient-count', { found: coefficients.length, bottoms: layer.bottoms.length })];
}

/** Each dimension from the first bottom where it is known; null after a mismatch. */
function commonShape({ layer, bottoms }: SetUpInput): { readonly shape: Shape; readonly problems: readonly Problem[] } {
  const known = bottoms.findIndex((shape) => shape !== null);
  let common = bottoms[known] ?? null;
  const problems: Problem[] = [];
  for (let i = known + 1; i < bottoms.length && common !== null; i++) {
    const shape = bottoms[i] ?? null;
    if (shape === null || shape === common) continue;
    const merged = merge(common, shape);
    if (merged) {
      common = merged;
      continue;
    }
    const args = { shape: formatShape(shape), expected: formatShape(common), first: layer.bottoms[known]?.name ?? '' };
    problems.push(atBottom(layer, i, 'layer/shapes-differ', args));
  }
  return { shape: problems.length > 0 ? null : common, problems };
}

/** Undefined where two known dimensions differ; the first shape itself where the second adds no known dimension. */
function merge(a: readonly Dim[], b: readonly Dim[]): readonly Dim[] | undefined {
  if (a.length !== b.length) return undefined;
  let adds = false;
  for (const [i, dim] of a.entries()) {
    const other = b[i] ?? null;
    if (dim === null) adds ||= other !== null;
    else if (other !== null && other !== dim) return undefined;
  }
  return adds ? a.map((dim, i) => dim ?? b[i] ?? null) : a;
}
