/** The gradient of a layer's `onnx`, for a `backward` that is another one in some cases only. */
import { gradientRules } from '../../gradient/index';
import { gradientsOf } from '../../gradient/reverse';
import type { BackwardInput, Value } from '../../net/graph';

/** Undefined where it is not known. `wanted`: the bottoms that get a gradient; all blobs do. */
export function byFormula(
  { bottoms, params, made, gradients }: Pick<BackwardInput, 'bottoms' | 'params' | 'made' | 'gradients'>,
  wanted: readonly number[],
): readonly (Value | undefined)[] | undefined {
  const seeds = made.flatMap((value, i) => {
    const gradient = gradients[i];
    return gradient ? [{ value, gradient }] : [];
  });
  const learned = bottoms.filter((_, i) => wanted.includes(i));
  const found = gradientsOf(seeds, new Set([...learned, ...params]), (operator) => gradientRules[operator]);
  return found.missing === undefined ? [...bottoms, ...params].map(found.of) : undefined;
}
