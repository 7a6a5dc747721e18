/** Writes values as named nodes: those that a layer computes, then those of its gradients. */
import type { Node, Value } from '../net/graph';
import type { GraphConstant, GraphDraw, GraphNode, GraphParam, GraphValue, Written } from './nodes';

export interface LayerWriter {
  /** The prefix of the names that it makes. */
  readonly prefix: string;
  /** Emits the nodes that compute a value; `wanted` is the name to use if it has none yet. */
  readonly name: (value: Value, wanted: string) => string;
  /** A value that is made elsewhere under this name. */
  readonly given: (name: string) => Value;
  /** From now on, reads the value from what is made elsewhere under this name. */
  readonly replace: (value: Value, name: string) => void;
  /** What has been written since the last call. */
  readonly take: () => Written;
}

export function layerWriter(
  prefix: string,
  nameOfBlob: ReadonlyMap<number, string>,
  values: Map<string, GraphValue>,
): LayerWriter {
  let written = nothing();
  const outputs = new Map<Node, string[]>();
  const known = new Map<Value, string>();
  const wantedNames = new Map<Node, Map<number, string>>();
  let next = 0;
  const fresh = (word: string): string => `${prefix}${word}${next++}`;

  const put = (value: Value, name: string): string => {
    known.set(value, name);
    if (!values.has(name)) values.set(name, { type: value.type, shape: value.shape });
    return name;
  };
  const nodeName = (node: Node, index: number): string => {
    const names = outputs.get(node) ?? [];
    outputs.set(node, names);
    return (names[index] ??= wantedNames.get(node)?.get(index) ?? fresh(node.operator));
  };
  const leaf = (value: Leaf): string =>
    value.kind === 'blob' ? (nameOfBlob.get(value.blob) ?? '') : leafName(value, written, fresh);
  const write = (node: Node): void => {
    const inputs = node.inputs.map((input) =>
      input
        ? (known.get(input) ?? put(input, input.kind === 'output' ? nodeName(input.node, input.index) : leaf(input)))
        : '',
    );
    for (let i = 0; i < (node.outputs ?? 1); i++) nodeName(node, i);
    const names = outputs.get(node) ?? [];
    const name = fresh(node.operator);
    const { operator, attributes, isExact } = node;
    written.nodes.push({ name, operator, inputs, outputs: names, attributes, ...(isExact && { isExact }) });
  };
  const name = (value: Value, wanted: string): string => {
    if (value.kind !== 'output') return known.get(value) ?? put(value, leaf(value));
    const already = known.get(value);
    if (already !== undefined) return already;
    const names = wantedNames.get(value.node) ?? new Map<number, string>();
    wantedNames.set(value.node, names.set(value.index, wanted));
    for (const node of inOrder(value.node, outputs)) write(node);
    return put(value, nodeName(value.node, value.index));
  };
  const given = (from: string): Value => {
    const { type = 'float', shape = [] } = values.get(from) ?? {};
    const value: Value = { kind: 'blob', type, shape, blob: -1 };
    known.set(value, from);
    return value;
  };
  const take = (): Written => {
    const taken = written;
    written = nothing();
    return taken;
  };
  return { prefix, name, given, replace: (value, by) => void known.set(value, by), take };
}

interface Writing {
  readonly nodes: GraphNode[];
  readonly constants: GraphConstant[];
  readonly draws: GraphDraw[];
  readonly params: GraphParam[];
}

function nothing(): Writing {
  return { nodes: [], constants: [], draws: [], params: [] };
}

type Leaf = Exclude<Value, { kind: 'output' }>;

function leafName(
  value: Exclude<Leaf, { kind: 'blob' }>,
  { constants, draws, params }: Writing,
  fresh: (word: string) => string,
): string {
  const { type, shape } = value;
  switch (value.kind) {
    case 'param': {
      const name = `param:${value.param}`;
      if (!params.some((each) => each.name === name)) params.push({ name, param: value.param, shape });
      return name;
    }
    case 'constant': {
      const name = fresh('const');
      constants.push({ name, type, shape, data: value.data });
      return name;
    }
    case 'drawn': {
      const name = fresh('random');
      draws.push({ name, shape, draw: value.draw });
      return name;
    }
  }
}

/**
 * The nodes that a node depends on and that are not emitted yet, each after those that it reads. Iterative, since
 * unrolled time steps nest deeply.
 */
function inOrder(last: Node, written: ReadonlyMap<Node, unknown>): readonly Node[] {
  const order: Node[] = [];
  const seen = new Set<Node>();
  const stack: { readonly node: Node; next: number }[] = [{ node: last, next: 0 }];
  if (written.has(last)) return order;
  seen.add(last);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const input = top.node.inputs[top.next++];
    if (top.next > top.node.inputs.length) {
      order.push(top.node);
      stack.pop();
    } else if (input?.kind === 'output' && !seen.has(input.node) && !written.has(input.node)) {
      seen.add(input.node);
      stack.push({ node: input.node, next: 0 });
    }
  }
  return order;
}
