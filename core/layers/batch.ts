import type { Problem } from '../problems';
import { num, placeOf, type Message } from '../schema/message';
import { int32 } from './geometry';

/** `batch_size`, which a data layer needs above 0: an empty batch has no memory to prefetch into. */
export function batchOf(param: Message): { readonly size: number | null; readonly problems: readonly Problem[] } {
  const size = int32(num(param, 'batch_size'));
  return size > 0 ? { size, problems: [] } : { size: null, problems: [{ code: 'data/batch-size', span: placeOf(param, 'batch_size'), args: { size } }] };
}
