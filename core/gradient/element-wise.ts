/** Rules of operators that compute each value from those at the same position. */
import type { Attribute, Value } from '../net/graph';
import type { GradientRule } from './rule';
import { summedTo } from './shapes';

interface Unary {
  readonly x: Value;
  /** The result of the operator. */
  readonly y: Value;
  readonly gradient: Value;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** `back`: the gradient of x. */
export function unaryRule(back: (of: Unary) => Value): GradientRule {
  return ({ node: { attributes }, inputs: [x], output: y, gradient }) =>
    x ? [back({ x, y, gradient, attributes })] : [];
}

interface Binary {
  readonly a: Value;
  readonly b: Value;
  readonly y: Value;
  readonly gradient: Value;
}

/** The gradients of a and b in the shape of the result; each is computed only where it is needed. */
export function binaryRule(first: (of: Binary) => Value, second: (of: Binary) => Value): GradientRule {
  return ({ inputs: [a, b], output: y, gradient, wants }) => {
    if (!a || !b) return [];
    const of = { a, b, y, gradient };
    return [wants(0) ? summedTo(first(of), a.shape) : undefined, wants(1) ? summedTo(second(of), b.shape) : undefined];
  };
}
