/**
 * Gradients by reverse mode: from the gradients of some values, those of the values that they are computed from. The
 * result is a graph again, whose operators may read any value of the forward one.
 */
import { add } from '../graph/operators';
import type { Node, Value } from '../net/graph';
import type { GradientRule } from './rule';

export interface Seed {
  readonly value: Value;
  /** In the shape of `value`. */
  readonly gradient: Value;
}

export interface Gradients {
  /** Of one of the requested values; undefined if it is zero. */
  readonly of: (value: Value) => Value | undefined;
  /** An operator without a rule through which a requested gradient would pass: then no gradient is known. */
  readonly missing: string | undefined;
}

/** `wanted`: values whose gradients are requested; nothing that these are computed from gets a gradient. */
export function gradientsOf(
  seeds: readonly Seed[],
  wanted: ReadonlySet<Value>,
  ruleOf: (operator: string) => GradientRule | undefined,
): Gradients {
  const found = new Map<Value, Value>();
  const ofOutputs = new Map<Node, { readonly output: Value; gradient: Value }>();
  const order = nodesBetween(
    seeds.map(({ value }) => value),
    wanted,
  );
  const active = new Set(order);
  const reaches = (value: Value): boolean => wanted.has(value) || (value.kind === 'output' && active.has(value.node));
  const arrive = (value: Value, gradient: Value): void => {
    if (wanted.has(value)) {
      const already = found.get(value);
      found.set(value, already ? add(already, gradient) : gradient);
    } else if (value.kind === 'output' && value.index === 0 && active.has(value.node)) {
      const already = ofOutputs.get(value.node);
      ofOutputs.set(value.node, { output: value, gradient: already ? add(already.gradient, gradient) : gradient });
    }
  };
  for (const { value, gradient } of seeds) arrive(value, gradient);
  for (const node of order.toReversed()) {
    const arrived = ofOutputs.get(node);
    // Nothing depends on a value without numbers, which some operators do not take either.
    if (!arrived || arrived.output.shape.includes(0)) continue;
    const wants = (i: number): boolean => {
      const input = node.inputs[i];
      return input?.type === 'float' && reaches(input);
    };
    const results = ruleOf(node.operator)?.({ node, inputs: node.inputs, ...arrived, wants });
    if (!results) return { of: () => undefined, missing: node.operator };
    node.inputs.forEach((input, i) => {
      const [gradient] = [results[i]];
      if (input && gradient && wants(i)) arrive(input, gradient);
    });
  }
  return { of: (value) => found.get(value), missing: undefined };
}

/**
 * The nodes on paths from the wanted values to `ends`, each after those that it reads. Iterative, since unrolled time
 * steps nest deeply.
 */
function nodesBetween(ends: readonly Value[], wanted: ReadonlySet<Value>): readonly Node[] {
  const order: Node[] = [];
  const seen = new Map<Node, { isActive: boolean }>();
  const nodeOf = (value: Value | undefined): Node | undefined =>
    value?.kind === 'output' && !wanted.has(value) ? value.node : undefined;
  for (const end of ends) {
    const stack: { readonly node: Node; next: number }[] = [];
    const enter = (node: Node | undefined): void => {
      if (!node || seen.has(node)) return;
      seen.set(node, { isActive: false });
      stack.push({ node, next: 0 });
    };
    enter(nodeOf(end));
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { node } = top;
      if (top.next < node.inputs.length) {
        enter(nodeOf(node.inputs[top.next++]));
        continue;
      }
      stack.pop();
      const isActive = node.inputs.some((input) => {
        // Integers and conditions pass on no gradient.
        if (input?.type !== 'float') return false;
        const from = nodeOf(input);
        return wanted.has(input) || (from !== undefined && seen.get(from)?.isActive === true);
      });
      seen.set(node, { isActive });
      if (isActive) order.push(node);
    }
  }
  return order;
}
