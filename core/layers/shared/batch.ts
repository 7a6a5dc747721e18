import type { Layer } from '../../net/model';
import type { Problem } from '../../problems';
import { has, num, placeOf, subOrEmpty, type Message } from '../../schema/message';
import { int32 } from './geometry';

/** `batch_size` of a data layer, which must be above 0: an empty batch has no memory to prefetch into. */
export function batchOf(param: Message): { readonly size: number | null; readonly problems: readonly Problem[] } {
  const size = int32(num(param, 'batch_size'));
  return size > 0
    ? { size, problems: [] }
    : { size: null, problems: [{ code: 'data/batch-size', span: placeOf(param, 'batch_size'), args: { size } }] };
}

/**
 * The queue of batches has the size given by `data_param`, for every data layer (base_data_layer.cpp): with a size of
 * 0, Forward waits forever.
 */
export function refuseNoPrefetch({ message }: Layer): readonly Problem[] {
  const param = subOrEmpty(message, 'data_param');
  if (!has(param, 'prefetch') || num(param, 'prefetch') !== 0) return [];
  return [{ code: 'data/no-prefetch', span: placeOf(param, 'prefetch'), args: {} }];
}
