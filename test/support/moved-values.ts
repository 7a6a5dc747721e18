/** The values of operators that only move numbers, for small constants: a second implementation to compare with. */
import type { Value } from '#core/net/graph';

/** 0, 1, 2, … in a shape. */
export function counted(shape: readonly number[]): Value {
  return { kind: 'constant', type: 'float', shape, data: Array.from({ length: sizeOf(shape) }, (_, i) => i) };
}

/** Operators that move numbers, and arithmetic of corresponding ones; throws for others. */
export function valuesOf(value: Value): readonly number[] {
  const known = computed.get(value);
  if (known) return known;
  const values = compute(value);
  computed.set(value, values);
  return values;
}

/** What several operators read is computed once. */
const computed = new WeakMap<Value, readonly number[]>();

function compute(value: Value): readonly number[] {
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
    case 'Slice': {
      const [starts = [], , axes = []] = inputs.slice(1).map((input) => (input ? valuesOf(input) : []));
      return pick((at) => at.map((i, axis) => i + (axes.includes(axis) ? (starts[axes.indexOf(axis)] ?? 0) : 0)));
    }
    case 'Pad': {
      const before = second ? valuesOf(second) : [];
      return placesIn(value.shape).map((at) => {
        const own = at.map((i, axis) => i - (before[axis] ?? 0));
        return own.every((i, axis) => i >= 0 && i < (x.shape[axis] ?? 0)) ? (from[indexOf(own, x.shape)] ?? NaN) : 0;
      });
    }
    case 'MatMul': {
      const by = second ? valuesOf(second) : [];
      const [inner = 1, columns = 1] = second?.shape ?? [];
      return placesIn(value.shape).map((at) => {
        const row = Array.from({ length: inner }, (_, i) => from[indexOf([...at.slice(0, -1), i], x.shape)] ?? NaN);
        return row.reduce((sum, one, i) => sum + one * (by[i * columns + (at.at(-1) ?? 0)] ?? NaN), 0);
      });
    }
    case 'Gather': {
      const axis = Number(attributes['axis']);
      const [indices, among] = second ? [valuesOf(second), second.shape] : [[], []];
      return pick((at) => {
        const index = indices[indexOf(at.slice(axis, axis + among.length), among)] ?? NaN;
        return [...at.slice(0, axis), index, ...at.slice(axis + among.length)];
      });
    }
    default: {
      const each = elementwise[operator];
      if (!each) throw new Error(`${operator} is not implemented here`);
      const all = inputs.flatMap((input) => (input ? [{ shape: input.shape, data: valuesOf(input) }] : []));
      return placesIn(value.shape).map((at) =>
        each(...all.map(({ shape, data }) => data[indexOf(broadcastTo(at, shape), shape)] ?? NaN)),
      );
    }
  }
}

const elementwise: Readonly<Record<string, (...values: readonly number[]) => number>> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
  Min: Math.min,
  Max: Math.max,
  Neg: (a) => -a,
  Floor: Math.floor,
  Relu: (a) => Math.max(a, 0),
  Cast: Math.trunc,
  Greater: (a, b) => Number(a > b),
  GreaterOrEqual: (a, b) => Number(a >= b),
  LessOrEqual: (a, b) => Number(a <= b),
  Where: (a, b, c) => (a ? b : c),
};

/** The place that an operand has there: its axes are the last ones, and one of length 1 is repeated. */
function broadcastTo(at: readonly number[], shape: readonly number[]): readonly number[] {
  return shape.map((dim, axis) => (dim === 1 ? 0 : (at[at.length - shape.length + axis] ?? 0)));
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
