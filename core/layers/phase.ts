import type { Layer, NetState, Phase } from '../net/model';
import { has, str } from '../schema/message';

/** The phase that a layer works in: its own where it is written (layer.hpp), else the net's. */
export function phaseOf({ message }: Layer, { phase }: NetState): Phase {
  if (!has(message, 'phase')) return phase;
  return str(message, 'phase') === 'TEST' ? 'TEST' : 'TRAIN';
}
