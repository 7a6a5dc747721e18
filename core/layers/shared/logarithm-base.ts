/**
 * The `base` of Exp and Log: −1 for e, else a number whose logarithm exists and is finite (exp_layer.cpp,
 * log_layer.cpp).
 */
import type { Problem } from '../../problems';
import { num, placeOf, type Message } from '../../schema/message';

export function baseProblems(param: Message): readonly Problem[] {
  const base = num(param, 'base');
  if (base === -1 || (base > 0 && base < Infinity)) return [];
  return [{ code: 'layer/base-not-positive', span: placeOf(param, 'base'), args: { base: String(base) } }];
}
