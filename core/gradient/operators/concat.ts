import { slice } from '../../graph/operators';
import { intOf, type GradientRule } from '../rule';

export const concat: GradientRule = ({ node: { attributes }, inputs, gradient, wants }) => {
  const axis = intOf(attributes['axis']);
  let end = 0;
  return inputs.map((input, i) => {
    const start = end;
    end += input?.shape[axis] ?? 0;
    return wants(i) ? slice(gradient, [axis], [start], [end]) : undefined;
  });
};
