/** Sums and means of a batch, as the normalizations of a batch compute them: one for each channel, axis 1. */
import { countOf, reduceExactly, scaled } from '../../graph/operators';
import type { Value } from '../../net/graph';
import { range } from './lowered';

/** The sum of each image is divided and rounded before these are added up: batch_norm_layer.cpp. */
export function batchMean(x: Value): Value {
  return ofItems(scaled(ofPlanes(x), 1 / valuesPerChannel(x)));
}

export function batchSum(x: Value): Value {
  return ofItems(ofPlanes(x));
}

function ofPlanes(x: Value): Value {
  return reduceExactly('ReduceSum', x, range(x.shape.length).slice(2));
}

function ofItems(x: Value): Value {
  return reduceExactly('ReduceSum', x, [0]);
}

export function valuesPerChannel({ shape: [items = 1, , ...spatial] }: Value): number {
  return items * countOf(spatial);
}
