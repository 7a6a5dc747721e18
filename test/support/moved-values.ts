/** The values of operators that only move numbers, for small constants: a second implementation to compare with. */
import type { Value } from '#core/net/graph';

/** 0, 1, 2, … in a shape. */
export function counted(shape: readonly number[]): Value {
  return { kind: 'constant', type: 'float', shape, data: Array.from({ length: sizeOf(shape) }, (_, i) => i) };
}

/** Reshape, Transpose, Expand and Gather; throws for others. */
export function valuesOf(value: Value): readonly number[] {
  if (value.kind === 'constant') return Array.from(value.data);
  if (value.kind !== 'output') throw new Error(`a ${value.kind} has no values`);
  const { operator, inputs, attributes } = value.node;
  const [x, second] = inputs;
  if (!x) throw new Error(`${operator} reads nothing`);
  const from = valuesOf(x);
  const pick = (place: (at: readonly number[]) => readonly number[]): readonly number[] =>
    placesIn(value.shape).map((at) => from[indexOf(place(at), x.shape)] ?? NaN);
  switch (operator) {
    case 'Reshape':
      return from;
    case 'Transpose': {
      const perm = attributes['perm'] as readonly number[];
      return pick((at) => x.shape.map((_, axis) => at[perm.indexOf(axis)] ?? 0));
    }
    case 'Expand':
      return pick((at) => x.shape.map((dim, axis) => (dim === 1 ? 0 : (at[axis] ?? 0))));
    case 'Gather': {
      const indices = second ? valuesOf(second) : [];
      return pick((at) => at.map((i, axis) => (axis === attributes['axis'] ? (indices[i] ?? 0) : i)));
    }
    default:
      throw new Error(`${operator} is not implemented here`);
  }
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}

function indexOf(at: readonly number[], shape: readonly number[]): number {
  return at.reduce((index, i, axis) => index * (shape[axis] ?? 1) + i, 0);
}

/** All places of a shape, in order. */
function placesIn(shape: readonly number[]): readonly (readonly number[])[] {
  return shape.reduce<readonly (readonly number[])[]>(
    (places, dim) => places.flatMap((place) => Array.from({ length: dim }, (_, i) => [...place, i])),
    [[]],
  );
}
