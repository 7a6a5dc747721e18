/**
 * Passes on the items whose selector (the last bottom) is not 0. Their number is known only in Forward: at set-up all
 * items pass, and every top takes its first dimension from the first bottom. Source: filter_layer.cpp.
 */
import type { LayerRule, SetUpInput } from '../net/rules';
import { formatShape, type Shape } from '../net/shape';
import type { Problem } from '../problems';
import { atBottom } from './shared/at';
import { noMacs } from './shared/macs';
import { samePlace } from './shared/windows';
import { compare, compress, floats, gather, ints, not, reshape } from '../graph/operators';
import { range } from './shared/lowered';

export const filter: LayerRule = {
  type: 'Filter',
  summary:
    'Passes on the items of its bottoms for which the last bottom, the selector, is not 0. Tops: the shapes of the bottoms; ' +
    'at run time, their first dimension is the number of selected items.',
  noGradient: [-1],
  arity: { bottoms: { min: 2 }, tops: { min: 1 } },
  macs: noMacs,
  window: samePlace,
  expects: ({ bottoms }) => bottoms.map((_, i) => (i === bottoms.length - 1 ? { kind: 'every second' } : undefined)),
  passedItems: (filled, bottoms) => {
    const items = bottoms.at(-1)?.[0];
    if (filled.at(-1)?.kind !== 'every second' || typeof items !== 'number') return undefined;
    return range(Math.ceil(items / 2)).map((i) => 2 * i);
  },
  onnx: ({ bottoms, passedItems }) => {
    const selector = bottoms.at(-1);
    if (!selector) return 'unknown';
    const passed = bottoms.slice(0, -1);
    if (passedItems) return passed.map((x) => gather(x, ints(passedItems), 0));
    const flags = compare('Equal', reshape(selector, [selector.shape[0] ?? 1]), floats([0]));
    return passed.map((x) => compress(x, not(flags)));
  },
  setUp(input) {
    const { layer, bottoms } = input;
    const problems = [...topCount(input), ...selectorProblems(input)];
    return {
      tops: layer.tops.map((_, i) => (i < bottoms.length - 1 ? (bottoms[i] ?? null) : null)),
      params: [],
      problems,
    };
  },
};

function topCount({ layer }: SetUpInput): readonly Problem[] {
  const expected = layer.bottoms.length - 1;
  const found = layer.tops.length;
  if (found === expected) return [];
  const span = (layer.tops[expected] ?? layer.tops[found - 1])?.span ?? layer.typeSpan;
  return [{ code: 'layer/filter-tops', span, args: { found, expected } }];
}

function selectorProblems({ layer, bottoms }: SetUpInput): readonly Problem[] {
  const last = bottoms.length - 1;
  const selector: Shape = bottoms[last] ?? null;
  if (selector === null) return [];
  if (selector.length === 0) return [atBottom(layer, last, 'layer/scalar-bottom', {})];
  const wide = selector.findIndex((dim, i) => i > 0 && dim !== null && dim !== 1);
  if (wide > 0) return [atBottom(layer, last, 'layer/selector-shape', { shape: formatShape(selector) })];
  // The selector's data is read at set-up, and an empty blob has no memory.
  if (selector[0] === 0) return [atBottom(layer, last, 'layer/empty-bottom', { shape: formatShape(selector) })];
  const problems: Problem[] = [];
  for (let i = 0; i < last; i++) {
    const shape = bottoms[i] ?? null;
    if (shape?.length === 0) problems.push(atBottom(layer, i, 'layer/scalar-bottom', {}));
    const items = shape?.[0] ?? null;
    const expected = selector[0] ?? null;
    if (items === null || expected === null || items === expected) continue;
    const args = { found: items, expected, data: layer.bottoms[last]?.name ?? '' };
    problems.push(atBottom(layer, i, 'layer/first-dimensions-differ', args));
  }
  return problems;
}
