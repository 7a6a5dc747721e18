/** roi_pooling_layer.cpp of Fast R-CNN: a region, all channels, pooled_h × pooled_w. */
import { expect, test } from 'vitest';
import { layerTable } from '../../support/layer-table';
import { lowered } from '../../support/lowered';
import { counted } from '../../support/moved-values';

layerTable(
  'ROIPooling',
  [
    ['1×8×20×20, 6×5', 'pooled_h: 6 pooled_w: 7', '6×8×6×7'],
    ['1×8×20×20, 6×5', 'pooled_h: 0 pooled_w: 7', '? ! fork/field-bound 0'],
    ['1×8×20×20×1, 6×5', 'pooled_h: 6 pooled_w: 7', '? ! layer/legacy-axes b0'],
  ],
  'fast-rcnn',
);

layerTable(
  'ROIPooling',
  [
    ['1×8×20×20, 6×5', 'pooled_size: 6', '6×8×6×6'],
    ['1×8×20×20, 6×5', 'pooled_size: 6 pooled_size: 7', '6×8×6×7'],
    ['1×8×20×20, 6×5', 'pooled_size: [6, 7, 8]', '? ! fork/field-count 8'],
    ['1×8×20, 6×5', 'pooled_size: 6', '? ! layer/four-axes b0'],
  ],
  'intel',
);

layerTable('ROIAlign', [['1×8×20×20, 6×5', 'pooled_h: 6 pooled_w: 7', '6×8×6×7']], 'mobile');

test('MS-CNN enlarges each region by pad_ratio times its size on each side', () => {
  const says = 'pooled_h: 2 pooled_w: 2 spatial_scale: 0.5 pad_ratio: 0.25';
  const [top] = lowered('mscnn', 'ROIPooling', says, [counted([1, 1, 8, 8]), counted([1, 5])]);
  if (typeof top !== 'object' || top.kind !== 'output') throw new Error('not lowered');
  const sum = top.node.inputs[1];
  const [product, shift] = sum?.kind === 'output' ? sum.node.inputs : [];
  const matrix = product?.kind === 'output' ? product.node.inputs[1] : undefined;
  if (shift?.kind !== 'constant' || matrix?.kind !== 'constant') throw new Error('no matrix');
  // From (40, 20) to (49, 59), so 10 × 40: 2.5 and 10 more on each side.
  const region = [0, 40, 20, 49, 59];
  const moved = region.map((_, to) =>
    region.reduce((total, value, from) => total + value * (matrix.data[5 * from + to] ?? 0), shift.data[to] ?? 0),
  );
  expect(moved).toEqual([0, 37.5, 10, 51.5, 69]);
});
