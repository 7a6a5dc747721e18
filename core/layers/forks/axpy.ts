/**
 * a · x + y with one factor per channel: bottoms a (N, C or N, C, 1, 1), x, y; top shaped as x (axpy_layer.cpp of
 * SENet).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import { formatShape, isKnown, sameShape } from '../../net/shape';
import type { Problem } from '../../problems';
import { atBottom } from '../shared/at';
import { oneEach } from '../shared/macs';
import { samePlace } from '../shared/windows';
import { made } from './results';
import { add, mul, reshape } from '../../graph/operators';
import { product, toEach, weightedSum } from '../../moments/mix';
import { signalMoments } from '../../moments/part';

export const axpy: LayerRule = {
  type: 'Axpy',
  summary:
    'a · x + y, with one factor per channel. Bottoms: a (N, C) or (N, C, 1, 1), x, y (N, C, H, W). Top: the shape of x.',
  arity: { bottoms: { min: 3, max: 3 }, tops: { min: 1, max: 1 } },
  sameEverywhere: true,
  macs: oneEach,
  window: samePlace,
  onnx: ({ bottoms: [factor, x, y] }) => {
    if (!factor || !x || !y) return 'unknown';
    const perChannel = reshape(factor, [...x.shape.slice(0, 2), ...x.shape.slice(2).map(() => 1)]);
    return [add(mul(x, perChannel), y)];
  },
  setUp: (input) => made(input, [input.bottoms[1] ?? null], shapeProblems(input)),
  moments({ bottoms: [factor = null, x = null, y = null], bottomShapes: [, shape = null] }) {
    const scaled = factor && x && product([factor, x]);
    const top = scaled && y && weightedSum([scaled, y], [1, 1]);
    if (!top) return null;
    // A factor gets the gradients of all positions of its channel, which are uncorrelated.
    const positions = shape?.slice(2).reduce<number>((all, size) => all * (size ?? 1), 1) ?? 1;
    const gains = [positions * signalMoments(x).second, signalMoments(factor).second, 1];
    return { tops: [top], backward: ([gradient = null]) => toEach(gradient, top, gains) };
  },
};

function shapeProblems({ layer, bottoms: [factor = null, x = null, y = null] }: SetUpInput): readonly Problem[] {
  const problems: Problem[] = [];
  const differ = (index: number, dimension: string, found: number | null, expected: number | null): void => {
    if (found === null || expected === null || found === expected || problems.length > 0) return;
    problems.push(
      atBottom(layer, index, 'fork/bottoms-differ', {
        dimension,
        found,
        expected,
        other: layer.bottoms[1]?.name ?? '',
      }),
    );
  };
  for (const [index, shape] of [factor, x].entries()) {
    if (shape !== null && shape.length < 2)
      return [atBottom(layer, index, 'layer/no-channels', { shape: formatShape(shape) })];
  }
  if (factor !== null && x !== null) {
    differ(0, 'num', factor[0] ?? null, x[0] ?? null);
    differ(0, 'channels', factor[1] ?? null, x[1] ?? null);
    if (factor.length === 4) {
      for (const axis of [2, 3]) {
        const found = factor[axis] ?? null;
        if (found !== null && found !== 1 && problems.length === 0) {
          problems.push(
            atBottom(layer, 0, 'fork/bottom-size', { dimension: axis === 2 ? 'height' : 'width', found, expected: 1 }),
          );
        }
      }
    }
  }
  if (problems.length === 0 && isKnown(x) && isKnown(y) && !sameShape(x, y)) {
    problems.push(
      atBottom(layer, 2, 'layer/shapes-differ', {
        shape: formatShape(y),
        first: layer.bottoms[1]?.name ?? '',
        expected: formatShape(x),
      }),
    );
  }
  return problems;
}
