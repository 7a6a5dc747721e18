/**
 * Pooling as operators. ONNX's windows end with the image and its padding; Caffe's last window may extend beyond, and
 * is padded to its full size here. An average divides by the part of the window within the image and Caffe's own
 * padding; a maximum only sees the image (pooling_layer.cpp).
 */
import {
  averagePool,
  cast,
  floats,
  ints,
  maxPool,
  mul,
  binary,
  pad as padded,
  type PoolWindow,
} from '../../graph/operators';
import type { Value } from '../../net/graph';
import type { Window } from './pooled-size';

/** Caffe's maximum of an empty window. */
export const lowest = -3.4028234663852886e38;

/** `top`: (N, C, H, W) of the result; `windows`: one for H and one for W. */
export function maxPooling(x: Value, windows: readonly Window[], top: readonly number[]): readonly [Value, Value] {
  const { data, window, shift } = fitted(x, windows, top, lowest);
  const [values, places] = maxPool(data, window, top);
  const [height = 1, width = 1] = data.shape.slice(2);
  const inPlane = binary('Mod', places, ints([height * width]));
  return [values, cast(shift === undefined ? inPlane : unpadded(inPlane, width, shift, x.shape[3] ?? 1), 'float')];
}

export function averagePooling(x: Value, windows: readonly Window[], top: readonly number[]): Value {
  const { data, window } = fitted(x, windows, top, 0);
  const pooled = averagePool(data, window, top);
  const lengths = windows.map(({ kernel, stride, pad }, i) => {
    const size = x.shape[2 + i] ?? 1;
    return Array.from({ length: top[2 + i] ?? 0 }, (_, place) => {
      const start = place * stride - pad;
      return kernel / (Math.min(start + kernel, size + pad) - start);
    });
  });
  const factors = (lengths[0] ?? []).flatMap((row) => (lengths[1] ?? []).map((column) => row * column));
  if (factors.every((factor) => factor === 1)) return pooled;
  return mul(pooled, floats(Float32Array.from(factors), [1, 1, ...top.slice(2)]));
}

interface Fitted {
  readonly data: Value;
  readonly window: PoolWindow;
  /** Rows and columns added before the image, where a separate padding was needed. */
  readonly shift: readonly number[] | undefined;
}

function fitted(x: Value, windows: readonly Window[], top: readonly number[], outside: number): Fitted {
  const before = windows.map(({ pad }) => pad);
  const after = windows.map(({ kernel, stride, pad }, i) =>
    Math.max(0, ((top[2 + i] ?? 1) - 1) * stride + kernel - (x.shape[2 + i] ?? 1) - pad),
  );
  const kernel = windows.map((each) => each.kernel);
  const stride = windows.map((each) => each.stride);
  // ONNX requires padding smaller than the kernel.
  if ([...before, ...after].every((pad, i) => pad < (kernel[i % 2] ?? 1)))
    return { data: x, window: { kernel, stride, pads: [...before, ...after] }, shift: undefined };
  const data = padded(x, [0, 0, ...before], [0, 0, ...after], outside);
  return { data, window: { kernel, stride, pads: [0, 0, 0, 0] }, shift: before };
}

/** Converts positions in the padded image to positions in the image; both count row by row. */
function unpadded(place: Value, width: number, [rows = 0, columns = 0]: readonly number[], imageWidth: number): Value {
  const row = binary('Sub', binary('Div', place, ints([width])), ints([rows]));
  const column = binary('Sub', binary('Mod', place, ints([width])), ints([columns]));
  return binary('Add', binary('Mul', row, ints([imageWidth])), column);
}
