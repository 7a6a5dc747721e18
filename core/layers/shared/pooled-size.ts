/**
 * The output size of a pooling window along one axis (pooling_layer.cpp, Reshape); int32 with a float in between, as in
 * Caffe.
 */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
}

/**
 * `drops`: a last window that would start beyond the image is dropped, as in BVLC's Caffe where the net pads along any
 * axis. `added`: windows that a fork adds at the end.
 */
export function pooledSize(
  input: number,
  { kernel, stride, pad }: Window,
  round: string,
  drops: boolean,
  added = 0,
): number {
  const quotient = Math.fround(Math.fround(input + 2 * pad - kernel) / Math.fround(stride));
  const size = ((round === 'FLOOR' ? Math.floor(quotient) : Math.ceil(quotient)) + 1 + added) | 0;
  return drops && (size - 1) * stride >= input + pad ? size - 1 : size;
}
