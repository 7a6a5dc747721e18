/** Signal moments through Eltwise: blobs made with different weights are uncorrelated, copies of one blob are not. */
import type { Moments, MomentsInput, Signal } from '../../net/signal';
import { maximum, product, toEach, weightedSum } from '../../moments/mix';
import { signalMoments } from '../../moments/part';
import { nums, str } from '../../schema/message';

export function elementwiseMoments({ param, bottoms }: MomentsInput): Moments | null {
  const signals = bottoms.filter((bottom) => bottom !== null);
  if (signals.length < bottoms.length) return null;
  switch (str(param, 'operation')) {
    case 'SUM': {
      const coefficients = nums(param, 'coeff');
      const factors = signals.map((_, i) => coefficients[i] ?? 1);
      return withTop(
        weightedSum(signals, factors),
        factors.map((factor) => factor * factor),
      );
    }
    case 'PROD':
      return withTop(
        product(signals),
        signals.map((_, i) => signals.reduce((by, signal, j) => (i === j ? by : by * signalMoments(signal).second), 1)),
      );
    default:
      return withTop(
        maximum(signals),
        signals.map(() => 1 / signals.length),
      );
  }
}

function withTop(top: Signal | null, factors: readonly number[]): Moments | null {
  return top && { tops: [top], backward: ([gradient = null]) => toEach(gradient, top, factors) };
}
