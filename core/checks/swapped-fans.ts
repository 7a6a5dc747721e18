import { str } from '../schema/message';
import type { WeightCheck } from './check';
import { placeOfFiller } from './place';

/**
 * Caffe computes fans from the blob's axes alone (filler.hpp). In layers that use the blob transposed, they are not the
 * layer's actual numbers of inputs and outputs.
 */
export const swappedFans: WeightCheck = {
  kind: 'weight',
  code: 'check/swapped-fans',
  look: (weight) => {
    const { connections, start, n } = weight;
    if (!connections || n === null || start.kind !== 'filler') return undefined;
    const norm = str(start.filler, 'variance_norm');
    const expected =
      { FAN_IN: connections.in, FAN_OUT: connections.out }[norm] ?? average(connections.in, connections.out);
    if (expected === null || Math.abs(expected - n) < 1e-6 * n) return undefined;
    const args = {
      layer: weight.layer.name,
      filler: weight.filler ?? '',
      norm,
      n,
      expected: Number(expected.toPrecision(7)),
    };
    return { code: 'check/swapped-fans', span: placeOfFiller(weight), args };
  },
};

function average(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : (a + b) / 2;
}
