import { none } from '../../lists';
import type { Problem } from '../../problems';
import { has, num, placeOf, type Message } from '../../schema/message';
import { int32 } from './geometry';

export interface NumOutput {
  /** Null where it is missing or not above 0. */
  readonly value: number | null;
  readonly problems: readonly Problem[];
}

/** `num_output`, unsigned in the text and int32 in the computation: a huge one is negative. */
export function numOutput(param: Message): NumOutput {
  const value = int32(num(param, 'num_output'));
  if (value > 0) return { value, problems: none };
  const span = placeOf(param, 'num_output');
  const problem: Problem = has(param, 'num_output')
    ? { code: 'layer/num-output-not-positive', span, args: { value } }
    : { code: 'layer/num-output-missing', span, args: {} };
  return { value: null, problems: [problem] };
}
