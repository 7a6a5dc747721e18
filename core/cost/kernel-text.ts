import type { InferredLayer } from '../infer/types';
import type { Window } from '../net/cost';

/** The first spatial axis of an image. */
const firstSpatial = 2;

/**
 * The kernel and stride of a layer for a small place: `3×3`, `3×3 /2` with a stride, `4×4 ×2` where the top is larger.
 * Undefined for a layer without a window over positions. The kernel is that of the weights, if there are any: a window
 * of a dilated kernel is larger.
 */
export function kernelText(
  { rule, params: [weight] }: Pick<InferredLayer, 'rule' | 'params'>,
  window: Window | null | undefined,
): string | undefined {
  if (window?.kind !== 'slide') return undefined;
  const axes = window.axes.filter(({ axis }) => axis >= firstSpatial);
  if (axes.length === 0) return undefined;
  const written = rule?.startsGradient && weight?.shape ? weight.shape.slice(-axes.length) : undefined;
  const kernel = axes.map(({ extent }, i) => written?.[i] ?? extent).join('×');
  const steps = axes.map(({ step }) => step);
  if (steps.every((step) => step === 1)) return kernel;
  const isUp = steps.every((step) => step <= 1);
  const sizes = [...new Set(steps.map((step) => Number((isUp ? 1 / step : step).toPrecision(6))))];
  return `${kernel} ${isUp ? '×' : '/'}${sizes.join('×')}`;
}
