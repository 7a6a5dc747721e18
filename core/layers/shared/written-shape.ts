/** A BlobShape in the text (Input, DummyData, Parameter): int64 dimensions, which Caffe truncates to int32. */
import type { Dim, Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { entriesOf, type Message } from '../../schema/message';
import { atEntry } from './at';
import { int32 } from './geometry';

export interface WrittenShape {
  readonly shape: Shape;
  /** Located at the individual `dim`. */
  readonly problems: readonly Problem[];
}

export function writtenShape(message: Message): WrittenShape {
  const dims = entriesOf(message, 'dim');
  // A dimension that is missing or can't be read is unknown.
  const shape = dims.map(({ value }): Dim => (value === undefined ? null : int32(Number(value))));
  const negative = dims.filter((_, i) => (shape[i] ?? 0) < 0);
  return {
    shape,
    problems: negative.map((entry) => atEntry(entry, 'layer/dim-negative', { dim: int32(Number(entry.value)) })),
  };
}
