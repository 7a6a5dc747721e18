/** Compares gradient rules with central finite differences. */
import { gradientRules } from '#core/gradient/index';
import { gradientsOf } from '#core/gradient/reverse';
import { add, concat, countOf, floats, mul, reshape, total } from '#core/graph/operators';
import type { Value } from '#core/net/graph';
import { evaluate, input } from './evaluate';
import { generator } from './random';

/** Small enough for smooth functions, and large enough for float32. */
const step = 1 / 64;

export interface Checked {
  /** Of each input, all its values one after the other. */
  readonly gradient: readonly number[];
  readonly differences: readonly number[];
}

/**
 * Of the function of inputs with these shapes, for one random gradient of its result. The values are different
 * multiples of 0.1 and no closer to 0 than 0.05, so that no step reaches a kink; `scale` brings them into the function's domain.
 */
export async function checkGradient(
  shapes: readonly (readonly number[])[],
  build: (inputs: readonly Value[]) => Value,
  scale: (value: number) => number = (value) => value,
): Promise<Checked> {
  const inputs = shapes.map((shape, id) => input(shape, id));
  const made = build(inputs);
  const next = generator(7);
  const seed = floats(
    Float32Array.from({ length: countOf(made.shape) }, () => next(19) / 8 - 1.125),
    made.shape,
  );
  const found = gradientsOf([{ value: made, gradient: seed }], new Set(inputs), (operator) => gradientRules[operator]);
  if (found.missing !== undefined) throw new Error(`${found.missing} has no rule`);
  const gradients = inputs.map((value) => found.of(value) ?? mul(value, floats([0])));
  const given = spread(shapes, next).map((values) => values.map(scale));
  const results = inputs.flatMap(
    (moved, i) =>
      given[i]?.flatMap((_, place) =>
        [step, -step].map((by) => {
          const at = new Float32Array(countOf(moved.shape));
          at[place] = by;
          const shifted = inputs.map((each) => (each === moved ? add(each, floats(at, each.shape)) : each));
          return reshape(total(mul(build(shifted), seed)), [1]);
        }),
      ) ?? [],
  );
  const [ends = [], ...all] = await evaluate([concat(results, 0), ...gradients], given, inputs);
  const differences = Array.from(
    { length: ends.length / 2 },
    (_, i) => ((ends[2 * i] ?? 0) - (ends[2 * i + 1] ?? 0)) / (2 * step),
  );
  return { gradient: all.flatMap((values) => [...values]), differences };
}

/** Different values over all inputs: -0.65, -0.55, … 0.65 in a random order, for instance. */
function spread(shapes: readonly (readonly number[])[], next: (below: number) => number): number[][] {
  const n = shapes.reduce((sum, shape) => sum + countOf(shape), 0);
  const left = Array.from({ length: n }, (_, i) => (i - Math.floor(n / 2) + 0.5) / 10);
  return shapes.map((shape) => Array.from({ length: countOf(shape) }, () => left.splice(next(left.length), 1)[0] ?? 0));
}
