/** bn_layer.cpp: scale and shift a channel; PSPNet, TSN and happynear keep moving averages too. */
import { expect, test } from 'vitest';
import { dialectOf } from '#core/dialects/index';
import { constant, gradientsIn } from '../../support/gradients';
import { layerTable } from '../../support/layer-table';

layerTable(
  'BN',
  [
    ['2×3×4×5', '', '2×3×4×5 | 1×3×1×1, 1×3×1×1'],
    ['2×3', '', '2×3×1×1 | 1×3×1×1, 1×3×1×1'],
    ['2×3×4×5×6', '', '? | 1×3×1×1, 1×3×1×1 ! layer/legacy-axes b0'],
  ],
  'segnet',
);

layerTable(
  'BN',
  [
    ['2×3×4×5', '', '2×3×4×5 | 1×3×1×1, 1×3×1×1, 1×3×1×1, 1×3×1×1'],
    ['2×3', '', '2×3 | 1×3×1×1, 1×3×1×1, 1×3×1×1, 1×3×1×1'],
  ],
  'pspnet',
);

layerTable('BN', [['2×3×4×5', '', '2×3×4×5 | 1×3, 1×3, 1×3, 1×3']], 'tsn');

layerTable('SyncBN', [['2×3×4×5', '', '2×3×4×5 | 1×3, 1×3, 1×3, 1×3']], 'tsn');

layerTable('BN', [['2×3×4×5', '', '2×3×4×5 | 1×3, 1×3, 1×3, 1×3']], 'happynear');

/** Of a layer whose bottom is 0.01 everywhere, over 2×1×2×1 values, and whose tops have a gradient of 3. */
async function gradients(fields: string): Promise<unknown> {
  const layer = `layer { name: "it" type: "BN" bottom: "x" top: "y" loss_weight: 3
    bn_param { slope_filler { value: 2 } bias_filler { value: 0.5 } ${fields} } }`;
  const found = await gradientsIn([constant('x', 0.01, [2, 1, 2, 1]), layer], 'TEST', dialectOf('tsn'));
  const { bottoms, params } = found.get('it') ?? { bottoms: [], params: [] };
  return { bottom: bottoms[0]?.[0], params: params.map(([value]) => value) };
}

test('in TEST, Backward is that of statistics of the batch all the same', async () => {
  // A deviation of 0.01 and a normalized value of 1: (6 − (4 · 6 + 1 · 4 · 6) / 4) / 0.01.
  expect(await gradients('eps: 1e-4')).toEqual({
    bottom: expect.closeTo(-600, 2),
    params: [expect.closeTo(12, 4), 12, 0, 0],
  });
});

test('frozen, slope and bias get no gradient', async () => {
  expect(await gradients('frozen: true eps: 3')).toEqual({ bottom: 3, params: [0, 0, 0, 0] });
});
