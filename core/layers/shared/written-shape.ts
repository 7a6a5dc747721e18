/** A BlobShape in the text (Input, DummyData, Parameter): int64 dimensions, of which Caffe keeps an int32 each. */
import type { Dim, Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { entriesOf, type Message } from '../../schema/message';
import { atEntry } from './at';
import { int32 } from './geometry';

export interface WrittenShape {
  readonly shape: Shape;
  /** At the very `dim`. */
  readonly problems: readonly Problem[];
}

export function writtenShape(message: Message): WrittenShape {
  const dims = entriesOf(message, 'dim');
  // A dimension that the text does not have, or that can't be read, is unknown.
  const shape = dims.map(({ value }): Dim => (value === undefined ? null : int32(Number(value))));
  const negative = dims.filter((_, i) => (shape[i] ?? 0) < 0);
  return {
    shape,
    problems: negative.map((entry) => atEntry(entry, 'layer/dim-negative', { dim: int32(Number(entry.value)) })),
  };
}
