/** One spatial axis of a filter: how many positions of the bottom each position of the top sees. */
export interface Axis {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
  readonly dilation: number;
  /** Sizes of bottom and top; null if not known. */
  readonly input: number | null;
  readonly output: number | null;
  /** Deconvolution: each position of the bottom contributes to several of the top. */
  readonly reversed: boolean;
}

export interface Coverage {
  /** Number of taps that fall on the bottom, averaged over the top's positions. */
  readonly taps: number;
  /**
   * Average number of taps that two distant positions both have. It is smaller than `taps`, since each border cuts off
   * different taps.
   */
  readonly shared: number;
  /** Number of positions of the top that see a position of the bottom, averaged over these. */
  readonly readers: number;
}

export function coverageOf(axis: Axis): Coverage {
  const { kernel, stride, input, output, reversed } = axis;
  if (input === null || output === null || input <= 0 || output <= 0)
    return reversed
      ? { taps: kernel / stride, shared: kernel / stride ** 2, readers: kernel }
      : { taps: kernel, shared: kernel, readers: kernel / stride };
  let hits = 0;
  let shared = 0;
  for (let tap = 0; tap < kernel; tap++) {
    const positions = positionsOf(axis, tap);
    hits += positions;
    shared += (positions / output) ** 2;
  }
  return { taps: hits / output, shared, readers: hits / input };
}

/** The number of windows whose tap of this index is inside. Windows slide over the bottom, or over the top if reversed. */
function positionsOf({ stride, pad, dilation, input, output, reversed }: Axis, tap: number): number {
  const [windows, length] = (reversed ? [input, output] : [output, input]).map((size) => size ?? 0) as [number, number];
  const before = pad - tap * dilation;
  const first = Math.max(0, Math.ceil(before / stride));
  return Math.max(0, Math.min(windows, Math.ceil((length + before) / stride)) - first);
}
