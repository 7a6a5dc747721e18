/** The windows of Convolution and Im2col, and of Deconvolution, which runs backwards. */
import type { CostInput, Slide, Window } from '../../net/cost';
import { frontAxis, slide } from './windows';
import { spatialOf } from './spatial';

/**
 * Forwards, a kernel covers dilation·(kernel − 1) + 1 values of the bottom, with windows a stride apart. Backwards,
 * value o of the top is computed from the i with o = i·stride − pad + dilation·t for a t of the kernel: at most
 * ⌊dilation·(kernel − 1) / stride⌋ + 1.
 */
export function kernelWindow(input: CostInput, direction: 'forwards' | 'backwards'): Window | null {
  const {
    param,
    bottoms: [data = null],
  } = input;
  const channels = frontAxis(param, 'axis', input);
  if (data === null || channels === null) return null;
  const { kernel, stride, pad, dilation } = spatialOf(
    param,
    data.length - channels - 1,
    direction === 'forwards' ? 'divides' : 'multiplies',
  );
  const axes = kernel.map((size, i): Slide => {
    const [s, p, reach] = [stride[i] ?? 1, pad[i] ?? 0, (dilation[i] ?? 1) * (size - 1)];
    const axis = channels + 1 + i;
    if (direction === 'forwards') return slide(axis, reach + 1, s, p);
    return { axis, step: 1 / s, first: Math.ceil((p - reach) / s), extent: Math.floor(reach / s) + 1 };
  });
  return { kind: 'slide', axes };
}
