/** Layers of ZhiwenShao/JAANet and ARL: shapes by hand from their Reshape. */
import { expect, test } from 'vitest';
import { dialectOf } from '#core/dialects/index';
import { ran } from '../../support/ran';
import { layerTable } from '../../support/layer-table';

layerTable(
  'Division',
  [
    ['2×3×8×8', 'division_param { width: 3 height: 4 xcoord: 0 ycoord: 0 }', '2×3×4×3'],
    [
      '2×3×8×8',
      'top: "y0" top: "y1" division_param { width: 4 height: 4 xcoord: 0 xcoord: 4 ycoord: 0 ycoord: 0 }',
      '2×3×4×4, 2×3×4×4',
    ],
    ['2×3×8×8, 2', '', '? ! net/bottom-count b1'],
  ],
  'jaanet',
);
layerTable(
  'Combination',
  [
    ['2×3×4×4, 2×3×5×6', 'combination_param { xcoord: 0 xcoord: 4 ycoord: 0 ycoord: 3 }', '2×3×8×10'],
    ['2×3×4×4, 2×3×5×6', 'combination_param { xcoord: 0 ycoord: 0 ycoord: 3 }', '2×3×8×?'],
  ],
  'jaanet',
);
layerTable(
  'AUMaskBasedLand',
  [
    [
      '2×98',
      `${Array.from({ length: 13 }, (_, i) => `top: "y${i}"`).join(' ')} au_mask_based_land_param { img_size: 176 spatial_ratio: 0.14 spatial_scale: 0.25 }`,
      Array.from({ length: 13 }, () => '2×1×44×44').join(', '),
    ],
  ],
  'jaanet',
);
layerTable('AlignDataTransform', [['2×98, 2×4×1×1, 49', '', '2×98×1×1']], 'jaanet');
layerTable('DiceCoefLoss', [['2×98, 2×98', 'dice_coef_loss_param { smooth: 2 }', 'scalar']], 'jaanet');
layerTable(
  'MultiStageMeanfieldAU3',
  [
    [
      '1×2×8×9, 1×2×8×9, 1×5×8×9',
      'multi_stage_meanfield_au3_param { theta_alpha: 1 theta_beta: 1 theta_gamma: 1 num_iterations: 5 }',
      '1×2×8×9',
    ],
    [
      '1×2×8×9, 1×2×8×9, 1×5×8×9',
      'multi_stage_meanfield_au3_param { theta_alpha: 1 theta_beta: 1 theta_gamma: 1 num_iterations: 1 }',
      '? ! fork/field-bound 1',
    ],
  ],
  'jaanet',
);
layerTable(
  'Data',
  [
    [
      '',
      'top: "y0" top: "y1" data_param { source: "db" batch_size: 2 get_mirror_crop: true }',
      '2×?×?×?, 2×4×1×1 ! data/unknown-record-shape Data',
    ],
  ],
  'jaanet',
);

test('Division cuts maps, and Combination puts them together again', async () => {
  const layers = [
    'input: "x" input_shape { dim: 1 dim: 1 dim: 2 dim: 4 }',
    `layer { name: "cut" type: "Division" bottom: "x" top: "left" top: "right"
      division_param { height: 2 width: 2 xcoord: 0 xcoord: 2 ycoord: 0 ycoord: 0 } }`,
    `layer { name: "put" type: "Combination" bottom: "right" bottom: "left" top: "y" loss_weight: 1
      combination_param { xcoord: 0 xcoord: 3 ycoord: 0 ycoord: 0 } }`,
  ];
  const { tops, bottoms } = await ran(layers, { x: [1, 2, 3, 4, 5, 6, 7, 8] }, dialectOf('jaanet'));
  expect(tops.get('cut')?.values).toEqual([1, 2, 5, 6]);
  expect(tops.get('put')).toEqual({ shape: [1, 1, 2, 5], values: [3, 4, 0, 1, 2, 7, 8, 0, 5, 6] });
  expect(bottoms.get('cut')).toEqual([[1, 1, 1, 1, 1, 1, 1, 1]]);
});

test('Division into places that overlap has no gradient that is known', async () => {
  const layers = [
    'input: "x" input_shape { dim: 1 dim: 1 dim: 1 dim: 3 }',
    `layer { name: "cut" type: "Division" bottom: "x" top: "a" top: "b" loss_weight: 1 loss_weight: 1
      division_param { height: 1 width: 2 xcoord: 0 xcoord: 1 ycoord: 0 ycoord: 0 } }`,
  ];
  expect((await ran(layers, {}, dialectOf('jaanet'))).lost).toMatchObject({ layer: 'cut', reason: 'no-gradient' });
});

test('DiceCoefLoss is a mean over items, but its gradient is not', async () => {
  const layers = [
    'input: "a" input_shape { dim: 2 dim: 2 } input: "b" input_shape { dim: 2 dim: 2 }',
    'layer { name: "loss" type: "DiceCoefLoss" bottom: "a" bottom: "b" top: "loss" dice_coef_loss_param { smooth: 1 } }',
  ];
  const { tops, bottoms } = await ran(layers, { a: [1, 0, 0, 2], b: [1, 1, 0, 1] }, dialectOf('jaanet'));
  // (2 · 1 + 1) / (1 + 2 + 1) and (2 · 2 + 1) / (4 + 1 + 1).
  expect(tops.get('loss')?.values).toEqual([expect.closeTo(1 - (3 / 4 + 5 / 6) / 2, 6)]);
  const gradient = [(2 / 4) * (3 / 4 - 1), (2 / 4) * -1, 0, (2 / 6) * ((5 / 6) * 2 - 1)];
  expect(bottoms.get('loss')?.[0]).toEqual(gradient.map((each) => expect.closeTo(each, 6)));
});
