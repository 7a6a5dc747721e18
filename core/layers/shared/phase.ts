import type { Layer, NetState, Phase } from '../../net/model';
import { phaseNamed } from '../../net/state';
import { has, str } from '../../schema/message';

/** The phase that a layer works in: its own where it is written (layer.hpp), else the net's. */
export function phaseOf({ message }: Layer, { phase }: NetState): Phase {
  return has(message, 'phase') ? phaseNamed(str(message, 'phase')) : phase;
}
