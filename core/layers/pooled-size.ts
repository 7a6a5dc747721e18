/** The size of one axis behind a pooling window (pooling_layer.cpp, Reshape), int32; a float in between, as Caffe has it. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
}

/** `padded`: the net pads on some axis, and then windows that would begin in the padding behind the image are dropped. */
export function pooledSize(input: number, { kernel, stride, pad }: Window, round: string, padded: boolean): number {
  const quotient = Math.fround(Math.fround(input + 2 * pad - kernel) / Math.fround(stride));
  const size = ((round === 'FLOOR' ? Math.floor(quotient) : Math.ceil(quotient)) + 1) | 0;
  return padded && (size - 1) * stride >= input + pad ? size - 1 : size;
}
