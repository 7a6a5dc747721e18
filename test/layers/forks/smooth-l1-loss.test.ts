/** smooth_L1_loss_layer.cpp: bottoms of one shape; how many a Caffe takes differs. */
import { expect, test } from 'vitest';
import { dialectOf } from '#core/dialects/index';
import { constant, gradientsIn } from '../../support/gradients';
import { layerTable } from '../../support/layer-table';

layerTable(
  'SmoothL1Loss',
  [
    ['2×8, 2×8', '', 'scalar'],
    ['2×8, 2×8, 2×8, 2×8', 'sigma: 3', 'scalar'],
    ['2×8, 2×8, 2×8', '', '? ! net/bottom-count b2'],
    ['2×8, 2×7', '', '? ! fork/bottoms-differ b1'],
    ['2×8, 1×8', '', '? ! fork/bottoms-differ b1'],
  ],
  'fast-rcnn',
);

layerTable(
  'SmoothL1Loss',
  [
    ['2×8, 2×8', '', 'scalar'],
    ['scalar, scalar', '', '? ! layer/scalar-bottom b0 ! layer/scalar-bottom b1'],
  ],
  'ssd',
);

layerTable(
  'SmoothL1LossOHEM',
  [
    ['2×8, 2×8', '', 'scalar'],
    ['2×8, 2×8, 2×8', 'top: "a" top: "b" loss_weight: [1, 0]', 'scalar, 2×1×1×1'],
    ['2×8, 2×8, 2×7', '', '? ! fork/bottoms-differ b2'],
  ],
  'rfcn',
);

layerTable(
  'SmoothL1Loss',
  [
    ['2×8, 2×8, 2×8, 2×8', '', 'scalar'],
    ['2×8, 2×8, 2×8', '', '? ! net/bottom-count b2'],
  ],
  'microsoft',
);

/** The gradients of both bottoms, for a difference of 0.5 and weights of 0.5, over 2×3×1×2 values. */
async function gradients(fork: string, fields: string, weights = 'bottom: "w"'): Promise<unknown> {
  const shape = [2, 3, 1, 2];
  const layer = `layer { name: "it" type: "SmoothL1Loss" bottom: "a" bottom: "b" ${weights} top: "loss" ${fields} }`;
  const bottoms = [constant('a', 1, shape), constant('b', 0.5, shape), constant('w', 0.5, shape)];
  const found = await gradientsIn([...bottoms, layer], 'TRAIN', dialectOf(fork));
  return found.get('it')?.bottoms.map((each) => each?.[0] ?? null);
}

test('Fast R-CNN has sigma and both weights in the gradient, and divides by the items', async () => {
  // 2² · 0.125 where that is below 1/2²: 0.5 · (0.5 · 0.5) · 2² · 0.5 / 2.
  const both = 'bottom: "w" bottom: "w"';
  const sigma = 'smooth_l1_loss_param { sigma: 2 }';
  expect(await gradients('fast-rcnn', sigma, both)).toEqual([0.125, -0.125, null, null]);
});

test('the others leave the weights out of the gradient', async () => {
  expect(await gradients('tsn', '')).toEqual([0.125, -0.125, null]);
  expect(await gradients('tsn', '', '')).toEqual([0.25, -0.25]);
});

test('R-FCN divides by loss_param, and does not read sigma', async () => {
  const sigma = 'smooth_l1_loss_param { sigma: 2 }';
  expect(await gradients('rfcn', sigma)).toEqual([0.0625, -0.0625, null]);
  expect(await gradients('rfcn', 'loss_param { normalization: BATCH_SIZE }')).toEqual([0.125, -0.125, null]);
  expect(await gradients('rfcn', 'loss_param { normalization: PRE_FIXED pre_fixed_normalizer: 8 }')).toEqual([
    0.03125,
    -0.03125,
    null,
  ]);
});
