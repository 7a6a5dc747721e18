/** Sums and means of a batch, as the normalizations of a batch compute them: one for each channel, axis 1. */
import { countOf, reduce, scaled } from '../../graph/operators';
import type { Value } from '../../net/graph';
import { range } from './lowered';

export function batchMean(x: Value): Value {
  return scaled(batchSum(x), 1 / valuesPerChannel(x));
}

export function batchSum(x: Value): Value {
  const axes = range(x.shape.length).filter((axis) => axis !== 1);
  return reduce('ReduceSum', x, axes);
}

export function valuesPerChannel({ shape: [items = 1, , ...spatial] }: Value): number {
  return items * countOf(spatial);
}
