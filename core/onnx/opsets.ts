/** Adapts operators to an opset where their form has changed: the axes of reductions became an input. */
import type { GraphConstant, GraphNode } from './nodes';

/**
 * From the first on, `Softmax` works along a single axis; the last is the latest that the engine which runs graphs
 * supports.
 */
export const opsets = { first: 13, last: 21, usual: 17 } as const;

const axesAreInput: Readonly<Record<string, number>> = { ReduceSum: 13, ReduceMean: 18, ReduceMax: 18 };

interface Versioned {
  readonly opset: number;
  readonly nodes: readonly GraphNode[];
  readonly constants: readonly GraphConstant[];
}

export function forOpset({ opset, nodes, constants }: Versioned): Versioned {
  const more: GraphConstant[] = [];
  const written = nodes.map((node): GraphNode => {
    const since = axesAreInput[node.operator];
    const { axes, ...attributes } = node.attributes;
    if (since === undefined || opset < since || !isInts(axes)) return node;
    const name = `${node.outputs[0] ?? ''}:axes`;
    more.push({ name, type: 'int64', shape: [axes.length], data: axes });
    return { ...node, inputs: [...node.inputs, name], attributes };
  });
  return { opset, nodes: written, constants: [...constants, ...more] };
}

function isInts(value: unknown): value is readonly number[] {
  return Array.isArray(value);
}
