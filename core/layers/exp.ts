/** y = base^(shift + scale · x); base −1 stands for e: exp_layer.cpp. */
import { elementWise } from './element-wise';
import { baseProblems } from './logarithm-base';

export const exp = elementWise({
  type: 'Exp',
  param: 'exp_param',
  summary: '`y = base ^ (shift + scale · x)`, where the base is e unless given.',
  check: ({ param }) => baseProblems(param),
});
