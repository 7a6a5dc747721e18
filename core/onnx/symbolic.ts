/**
 * A graph for any batch size. The same net is lowered at two batch sizes; whatever differs must be a size of a value,
 * or the one dimension of a new shape that can be inferred from the others. Layers need no support for this.
 */
import type { Graph, GraphLayer } from './graph';
import type { GraphConstant } from './nodes';
import type { ModelDim } from './model';

export const symbolicBatches = [2, 3] as const;

export interface Symbolic {
  readonly shapeOf: (value: string) => readonly ModelDim[];
  /** Constants whose values were changed, by name. */
  readonly constants: ReadonlyMap<string, GraphConstant>;
  /** Layers that contain a number that depends on the batch size. */
  readonly fixed: ReadonlySet<number>;
}

/** The same net at both `symbolicBatches`. */
export function symbolic(one: Graph, other: Graph): Symbolic {
  const constants = new Map<string, GraphConstant>();
  const fixed = new Set<number>();
  one.layers.forEach((layer, i) => {
    const twin = other.layers[i];
    if (!twin || !compareLayers(layer, twin, constants)) fixed.add(layer.index);
  });
  const shapeOf = (name: string): readonly ModelDim[] => {
    const shape = one.values.get(name)?.shape ?? [];
    const twin = other.values.get(name)?.shape ?? [];
    return shape.map((dim, i) => (dim === twin[i] ? dim : multiple(dim)));
  };
  return { shapeOf, constants, fixed };
}

/** `N`, or a multiple of it. */
function multiple(dim: number): string {
  const times = dim / symbolicBatches[0];
  return times === 1 ? 'N' : `${times}*N`;
}

function compareLayers(layer: GraphLayer, twin: GraphLayer, changed: Map<string, GraphConstant>): boolean {
  if (layer.nodes.length !== twin.nodes.length || layer.constants.length !== twin.constants.length) return false;
  const attributes = (of: GraphLayer): string => JSON.stringify(of.nodes.map((node) => node.attributes));
  if (attributes(layer) !== attributes(twin)) return false;
  const shapes = new Set(layer.nodes.filter(({ operator }) => operator === 'Reshape').map(({ inputs }) => inputs[1]));
  return layer.constants.every((constant, i) => {
    const other = twin.constants[i];
    if (!other || constant.data.length !== other.data.length) return false;
    const differing = Array.from(constant.data, (value, at) => (Object.is(value, other.data[at]) ? -1 : at)).filter(
      (at) => at >= 0,
    );
    if (differing.length === 0) return true;
    if (differing.length > 1 || !shapes.has(constant.name)) return false;
    changed.set(constant.name, {
      ...constant,
      data: Array.from(constant.data, (value, at) => (at === differing[0] ? -1 : value)),
    });
    return true;
  });
}
