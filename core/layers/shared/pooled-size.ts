/** The size of one axis behind a pooling window (pooling_layer.cpp, Reshape), int32; a float in between, as Caffe has it. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
}

/** `drops`: a last window that would begin behind the image is dropped, as BVLC's Caffe does where the net pads on some axis. */
export function pooledSize(input: number, { kernel, stride, pad }: Window, round: string, drops: boolean): number {
  const quotient = Math.fround(Math.fround(input + 2 * pad - kernel) / Math.fround(stride));
  const size = ((round === 'FLOOR' ? Math.floor(quotient) : Math.ceil(quotient)) + 1) | 0;
  return drops && (size - 1) * stride >= input + pad ? size - 1 : size;
}
