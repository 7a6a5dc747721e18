/** reorg_layer.cpp of Intel's: blocks of stride × stride become channels. */
import { expect, test } from 'vitest';
import { layerTable } from '../../support/layer-table';
import { lowered, loweredTop } from '../../support/lowered';
import { counted, valuesOf } from '../../support/moved-values';

layerTable(
  'Reorg',
  [
    ['1×3×4×6', 'stride: 2', '1×12×2×3'],
    ['1×12×2×3', 'stride: 2 reverse: true', '1×3×4×6'],
    ['1×3×5×7', 'stride: 2', '1×12×2×3'],
    ['1×3×4×6', '', '? ! fork/field-missing Reorg'],
    ['1×3×4×6', 'top: "b0" reorg_param { stride: 2 }', '? ! layer/in-place b0'],
    ['1×3×4×6×1', 'stride: 2', '? ! layer/legacy-axes b0'],
  ],
  'intel',
);

layerTable('Reorg', [['1×3×4×6', '', '1×12×2×3']], 'ascend');

/** reorg_cpu, which reads a blob of b_c × b_h × b_w where `isReverse`, and writes one otherwise. */
function reorgOf(
  from: readonly number[],
  [c, h, w]: readonly [number, number, number],
  stride: number,
  isReverse: boolean,
): readonly number[] {
  const result = new Array<number>(from.length).fill(NaN);
  const wide = Math.trunc(c / (stride * stride));
  for (let k = 0; k < c; k++)
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++) {
        const inner = x + w * (y + h * k);
        const offset = Math.trunc(k / wide);
        const column = x * stride + (offset % stride);
        const row = y * stride + Math.trunc(offset / stride);
        const outer = column + w * stride * (row + h * stride * (k % wide));
        if (isReverse) result[outer] = from[inner] ?? NaN;
        else result[inner] = from[outer] ?? NaN;
      }
  return result;
}

test.each([
  [[1, 3, 4, 6], 2, false, [12, 2, 3]],
  [[1, 16, 2, 3], 2, true, [4, 4, 6]],
  [[1, 2, 6, 3], 3, false, [18, 2, 1]],
] as const)('moves the values of %j by %i as Caffe does (reverse: %s)', (shape, stride, isReverse, size) => {
  const x = counted(shape);
  const top = loweredTop('intel', 'Reorg', `stride: ${stride} reverse: ${isReverse}`, x);
  expect(valuesOf(top)).toEqual(reorgOf(valuesOf(x), size, stride, isReverse));
});

test('has no operators where the sizes are not divisible', () => {
  expect(lowered('intel', 'Reorg', 'stride: 2', [counted([1, 3, 5, 6])])).toBe('not-modelled');
});
