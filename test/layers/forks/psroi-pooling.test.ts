/** psroi_pooling_layer.cpp of R-FCN: output_dim · group_size² channels become R × output_dim × group_size². */
import { expect, test } from 'vitest';
import { floats } from '#core/graph/operators';
import { layerTable } from '../../support/layer-table';
import { lowered } from '../../support/lowered';
import { counted, valuesOf } from '../../support/moved-values';

layerTable(
  'PSROIPooling',
  [
    ['1×18×9×9, 6×5', 'spatial_scale: 0.5 output_dim: 2 group_size: 3', '6×2×3×3'],
    ['1×17×9×9, 6×5', 'spatial_scale: 0.5 output_dim: 2 group_size: 3', '? ! fork/bottom-size b0'],
    ['1×18×9×9, 6×5', 'spatial_scale: 0 output_dim: 2 group_size: 3', '? ! fork/field-bound 0'],
    ['1×18×9×9, 6×5', 'spatial_scale: 1 output_dim: 0 group_size: 3', '? ! fork/field-bound 0'],
  ],
  'rfcn',
);

test('averages each cell as the loops of psroi_pooling_layer.cu do', () => {
  const [channels, height, width, group, scale] = [8, 5, 6, 2, 0.5];
  // The second item; a region beyond the maps; one of a single position; one that is turned around.
  const regions = [
    [0, 1, 0, 6, 7],
    [1, 4, 3, 20, 19],
    [1, 2, 2, 2, 2],
    [0, 9, 8, 3, 2],
    [0, 30, 30, 40, 40],
  ];
  const maps = counted([2, channels, height, width]);
  const [top] = lowered('rfcn', 'PSROIPooling', `spatial_scale: ${scale} output_dim: 2 group_size: ${group}`, [
    maps,
    floats(regions.flat(), [regions.length, 5]),
  ]);
  if (typeof top !== 'object') throw new Error('not lowered');
  const clipped = (x: number, size: number): number => Math.min(Math.max(x, 0), size);
  const expected = regions.flatMap(([item = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
    Array.from({ length: 8 }, (_, cell) => {
      const [i, j] = [Math.floor(cell / group) % group, cell % group];
      const bounds = (from: number, to: number, at: number, size: number): readonly [number, number] => {
        const bin = Math.max((to + 1) * scale - from * scale, 0.1) / group;
        return [
          clipped(Math.floor(at * bin + from * scale), size),
          clipped(Math.ceil((at + 1) * bin + from * scale), size),
        ];
      };
      const [top_, bottom] = bounds(y1, y2, i, height);
      const [left, right] = bounds(x1, x2, j, width);
      const values: number[] = [];
      for (let h = top_; h < bottom; h++)
        for (let w = left; w < right; w++) values.push(((item * channels + cell) * height + h) * width + w);
      return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
    }),
  );
  valuesOf(top).forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 6));
  expect(expected.filter((value) => value > 0).length).toBeGreaterThan(20);
});
