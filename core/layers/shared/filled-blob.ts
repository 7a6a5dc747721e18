import type { ParamBlob, Preset } from '../../net/rules';
import type { Shape } from '../../net/shape';
import { subOrEmpty, type Message } from '../../schema/message';

/** A blob with a filler: the one in `fillerField` of the layer's parameters, else the layer's `preset`, else 0. */
export function filledBlob(
  param: Message,
  role: string,
  fillerField: string,
  shape: Shape,
  preset?: Preset,
): ParamBlob {
  const filler = subOrEmpty(param, fillerField);
  return { role, fillerField, shape, start: preset ? { kind: 'filler', filler, preset } : { kind: 'filler', filler } };
}
