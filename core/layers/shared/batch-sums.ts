/** Sums and means of a batch, as the normalizations of a batch compute them: one for each channel, axis 1. */
import { countOf, reduce, scaled } from '../../graph/operators';
import type { Value } from '../../net/graph';
import { range } from './lowered';

export function batchMean(x: Value): Value {
  return scaled(batchSum(x), 1 / valuesPerChannel(x));
}

/**
 * Axis by axis: a sum of a few sums rounds less than one of all values in a row. Caffe's products with vectors of ones
 * do so too, and a gradient that is the difference of two means shows it.
 */
export function batchSum(x: Value): Value {
  const axes = range(x.shape.length).filter((axis) => axis !== 1);
  return axes.reduceRight((sum, axis) => reduce('ReduceSum', sum, [axis]), x);
}

export function valuesPerChannel({ shape: [items = 1, , ...spatial] }: Value): number {
  return items * countOf(spatial);
}
