/** Layers of ZhiwenShao/JAANet and ARL: shapes by hand from their Reshape. */
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
