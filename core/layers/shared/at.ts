/** Problems at the token that they are about. */
import { problemAt, type ArgumentsOf, type Code, type OtherArgumentsOf, type Problem } from '../../problems';
import type { Layer } from '../../net/model';
import { valueSpan, type Entry } from '../../schema/message';

/** At the name of a bottom, which becomes the argument `blob`; `type` is the layer's. */
export function atBottom<C extends Code>(
  layer: Layer,
  index: number,
  code: C,
  args: OtherArgumentsOf<C, 'type' | 'blob'>,
): Problem {
  const bottom = layer.bottoms[index];
  const all = { type: layer.type, blob: bottom?.name ?? '', ...(args as object) } as unknown as ArgumentsOf<C>;
  return problemAt(code, bottom?.span ?? layer.typeSpan, all);
}

/** At the value of one entry of a field, e.g. the third `slice_point`. */
export function atEntry<C extends Code>(entry: Entry, code: C, args: ArgumentsOf<C>): Problem {
  return problemAt(code, valueSpan(entry), args);
}
