import type { Weight } from '../infer/types';
import type { Span } from '../problems';
import { has, placeOf } from '../schema/message';

/** The span of the filler's type, else of the filler, else of the layer's type. */
export function placeOfFiller({ layer, start, fillerSpan }: Weight): Span {
  if (start.kind === 'filler' && has(start.filler, 'type')) return placeOf(start.filler, 'type');
  return fillerSpan ?? layer.typeSpan;
}
