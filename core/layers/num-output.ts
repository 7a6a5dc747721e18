import { none } from '../lists';
import type { Problem } from '../problems';
import { has, num, placeOf, type Message } from '../schema/message';
import { int32 } from './geometry';

export interface NumOutput {
  /** Null where it is missing or not above 0. */
  readonly value: number | null;
  readonly problems: readonly Problem[];
}

/** `num_output`, unsigned in the text and int32 in the sums: a huge one is below 0. */
export function numOutput(param: Message): NumOutput {
  const value = int32(num(param, 'num_output'));
  if (value > 0) return { value, problems: none };
  const code = has(param, 'num_output') ? 'layer/num-output-not-positive' : 'layer/num-output-missing';
  return { value: null, problems: [{ code, span: placeOf(param, 'num_output'), args: { value } }] };
}
