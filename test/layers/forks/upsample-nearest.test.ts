/** upsample_layer.cpp of MobileNet-YOLO: the last two axes times scale. */
import { expect, test } from 'vitest';
import { layerTable } from '../../support/layer-table';
import { loweredTop } from '../../support/lowered';
import { counted, valuesOf } from '../../support/moved-values';

layerTable(
  'Upsample',
  [
    ['1×256×13×13', 'scale: 2', '1×256×26×26'],
    ['2×3×4', 'scale: 3', '2×9×12'],
    ['1×2×3×4', '', '1×2×3×4'],
    ['3', 'scale: 2', '? ! fork/too-few-axes b0'],
    ['1×2×3×4, 1×2×3×4', 'scale: 2', '? ! net/bottom-count b1'],
  ],
  'yolo',
);

layerTable(
  'Upsample',
  [
    ['1×8×13×13', 'scale: 1 stride: 2', '1×8×26×26'],
    ['1×8×13×13', 'stride_h: 2 stride_w: 3', '1×8×26×39'],
  ],
  'ascend',
);

test('repeats each value', () => {
  const top = loweredTop('yolo', 'Upsample', 'scale: 2', counted([1, 1, 2, 2]));
  expect(valuesOf(top)).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3]);
});
