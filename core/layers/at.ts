/** Problems at the token they are about. */
import type { Arguments, Code, Problem } from '../problems';
import type { Layer } from '../net/model';
import { valueSpan, type Entry } from '../schema/message';

/** At the name of a bottom, which is the argument `blob`. */
export function atBottom(layer: Layer, index: number, code: Code, args: Arguments = {}): Problem {
  const bottom = layer.bottoms[index];
  return { code, span: bottom?.span ?? layer.typeSpan, args: { type: layer.type, blob: bottom?.name ?? '', ...args } };
}

/** At the value of one entry of a field, e.g. the third `slice_point`. */
export function atEntry(entry: Entry, code: Code, args: Arguments = {}): Problem {
  return { code, span: valueSpan(entry), args };
}
