/** roi_pooling_layer.cpp of Fast R-CNN: a region, all channels, pooled_h × pooled_w. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { dialectOf } from '#core/dialects/index';
import { trainState } from '#core/net/state';
import { runPlan } from '#core/onnx/run-plan';
import { constant, gradientsIn } from '../../support/gradients';
import { floats } from '#core/graph/operators';
import { layerTable } from '../../support/layer-table';
import { lowered } from '../../support/lowered';
import { counted, valuesOf } from '../../support/moved-values';

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

const pooledRegion = (corners: string): readonly string[] => [
  constant('x', 1, [1, 1, 2, 2]),
  `layer { name: "rois" type: "DummyData" top: "rois" dummy_data_param { shape { dim: 1 dim: 5 } data_filler { value: 0 } } }`,
  `layer { name: "moved" type: "Power" bottom: "rois" top: "moved" power_param { ${corners} } }`,
  'layer { name: "it" type: "ROIPooling" bottom: "x" bottom: "moved" top: "y" loss_weight: 3 roi_pooling_param { pooled_h: 1 pooled_w: 1 } }',
];

test('the gradient goes to the maximum of each cell, and none to the regions', async () => {
  const found = await gradientsIn(pooledRegion('shift: 0'), 'TRAIN', dialectOf('fast-rcnn'));
  expect(found.get('it')?.bottoms).toEqual([[3, 0, 0, 0], null]);
});

test('MS-CNN cuts regions in Backward only: its gradient is not known', () => {
  const text = pooledRegion('shift: 0').join('\n');
  const dialect = dialectOf('mscnn');
  if (!dialect) throw new Error('no mscnn');
  const analysis = analyze(text, { dialect, kind: 'net', states: [trainState] });
  const { back, stopped } = runPlan(analysis.state(trainState), 1, { back: true });
  expect(stopped).toBeUndefined();
  expect(back?.lost).toEqual({ layer: 'it', type: 'ROIPooling', reason: 'no-gradient' });
});

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

test('MS-CNN interpolates at the corners of cells as the loops of roi_align_layer.cu do', () => {
  const [channels, height, width, pooled, scale, ratio] = [2, 5, 6, 3, 0.5, 0.25];
  // The second item; a region beyond the maps; one without a size.
  const regions = [
    [0, 2, 1, 7, 8],
    [1, 4, 3, 20, 19],
    [0, 5, 5, 4, 4],
    [0, -9, -9, 3, 3],
  ];
  const says = `pooled_h: ${pooled} pooled_w: ${pooled} spatial_scale: ${scale} pad_ratio: ${ratio}`;
  const [top] = lowered('mscnn', 'ROIAlign', says, [
    counted([2, channels, height, width]),
    floats(regions.flat(), [regions.length, 5]),
  ]);
  if (typeof top !== 'object') throw new Error('not lowered');
  const grid = pooled + 1;
  const expected = regions.flatMap(([item = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
    Array.from({ length: channels * grid * grid }, (_, place) => {
      const [c, ph, pw] = [Math.floor(place / grid / grid), Math.floor(place / grid) % grid, place % grid];
      const along = (from: number, to: number, at: number, size: number): readonly number[] | undefined => {
        const padding = (to - from + 1) * ratio;
        const start = (from - padding) * scale - 0.5;
        const length = (to + padding) * scale - 0.5 - start;
        const x = start + (at * length) / pooled;
        if (length <= 0 || x < -0.5 || x > size - 0.5) return undefined;
        const clipped = (value: number): number => Math.min(Math.max(value, 0), size - 1);
        const before = clipped(Math.floor(x));
        return [before, clipped(Math.floor(x) + 1), clipped(x) - before];
      };
      const [top_ = 0, bottom = 0, low = 0] = along(y1, y2, ph, height) ?? [-1];
      const [left = 0, right = 0, late = 0] = along(x1, x2, pw, width) ?? [-1];
      if (top_ < 0 || left < 0) return 0;
      const value = (h: number, w: number): number => ((item * channels + c) * height + h) * width + w;
      const mixed = (a: number, b: number, share: number): number => (1 - share) * a + share * b;
      return mixed(
        mixed(value(top_, left), value(top_, right), late),
        mixed(value(bottom, left), value(bottom, right), late),
        low,
      );
    }),
  );
  valuesOf(top).forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 6));
  expect(expected.filter((value) => value > 0).length).toBeGreaterThan(20);
  expect(expected.filter((value) => value === 0).length).toBeGreaterThan(20);
});
