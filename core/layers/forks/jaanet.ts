/** Layers for facial action units (ZhiwenShao/JAANet 0251c05, ZhiwenShao/ARL 49858ae). */
import type { LayerRule } from '../../net/rules';
import type { Dim } from '../../net/shape';
import { num, placeOf, type Message } from '../../schema/message';
import { data } from '../data';
import { plus } from '../shared/geometry';
import { fourAxes, legacyDim } from '../shared/legacy';
import { flagIn, numberIn, numbersIn } from './loose';
import { arityOf, scalarLoss, shaped } from './shaped';

/** division_layer.cpp. */
const division = shaped({
  type: 'Division',
  summary: 'Cuts regions of `height` × `width` out of the maps, one per top. Tops: (N, C, height, width).',
  param: 'division_param',
  arity: arityOf([1, 1], [1]),
  tops: ({ layer, param, bottoms: [maps] }) =>
    layer.tops.map(() => [
      legacyDim(maps, 'num'),
      legacyDim(maps, 'channels'),
      numberIn(param, 'height'),
      numberIn(param, 'width'),
    ]),
});

/** combination_layer.cpp: the last bottom's place and size give the size of the top. */
const combination = shaped({
  type: 'Combination',
  summary: 'Places maps beside each other in one map, which ends where the last one ends. Top: (N, C, H, W).',
  param: 'combination_param',
  arity: arityOf([0], [0]),
  tops: ({ param, bottoms }) => {
    const last = bottoms.length - 1;
    const end = (coordinates: string, side: 'height' | 'width'): Dim =>
      plus(numbersIn(param, coordinates)[last] ?? null, legacyDim(bottoms[last], side));
    return [
      [
        legacyDim(bottoms[0], 'num'),
        legacyDim(bottoms[0], 'channels'),
        end('ycoord', 'height'),
        end('xcoord', 'width'),
      ],
    ];
  },
});

/** au_mask_based_land_layer.cpp: one mask for each of 12 action units, and one for all of them. */
const auMaskBasedLand = shaped({
  type: 'AUMaskBasedLand',
  summary: 'Masks of 12 facial action units around landmarks, and of all together. Tops: (N, 1, S, S).',
  param: 'au_mask_based_land_param',
  arity: arityOf([1, 1], [13, 13]),
  tops: ({ layer, param, bottoms: [landmarks] }) => {
    const size = maskSize(param);
    return layer.tops.map(() => [legacyDim(landmarks, 'num'), 1, size, size]);
  },
});

/** `round` of a float32 product; halves are rounded away from zero. */
function maskSize(param: Message): Dim {
  const image = numberIn(param, 'img_size');
  const scale = num(param, 'spatial_scale');
  return image === null ? null : Math.floor(Math.fround(image * scale) + 0.5);
}

/** align_data_transform_layer.cpp. */
const alignDataTransform = shaped({
  type: 'AlignDataTransform',
  summary:
    'Applies the crop and mirroring of images to landmarks. Bottoms: landmarks, those of Data with `get_mirror_crop`, mirrored indices. Top: the shape of the first.',
  arity: arityOf([3, 3], [0]),
  tops: ({ bottoms: [landmarks] }) => [fourAxes(landmarks)],
});

/** dice_coef_loss_layer.cpp. */
const diceCoefLoss = scalarLoss({
  type: 'DiceCoefLoss',
  summary: 'One minus the Dice coefficient of each item, averaged.',
  param: 'dice_coef_loss_param',
  bottoms: { min: 2, max: 2 },
});

const meanFieldShapes = shaped({
  type: 'MultiStageMeanfieldAU3',
  summary:
    'Iterations of mean fields, as in CRF-RNN. Bottoms: unary terms, their softmax, features. Top: the shape of the first.',
  param: 'multi_stage_meanfield_au3_param',
  arity: arityOf([3, 3], [1, 1]),
  tops: ({ bottoms: [unary] }) => [fourAxes(unary)],
  check({ param }) {
    const found = num(param, 'num_iterations');
    const args = { name: 'num_iterations', relation: '>', bound: 1, found };
    return found > 1 ? [] : [{ code: 'fork/field-bound', span: placeOf(param, 'num_iterations'), args }];
  },
});

/** multi_stage_meanfield_au3.cpp: three blobs of C×C values, read from files. */
const meanField: LayerRule = {
  ...meanFieldShapes,
  setUp: (input) => ({ ...meanFieldShapes.setUp(input), openParams: true }),
};

/** data_layer.cpp of JAANet: `get_mirror_crop` gives four values of each image's transformation instead of its label. */
const dataWithCrops: LayerRule = {
  ...data,
  setUp(input) {
    const result = data.setUp(input);
    if (!flagIn(input.param, 'get_mirror_crop')) return result;
    return {
      ...result,
      tops: result.tops.map((shape, i) => (i === 1 && shape ? [shape[0] ?? null, 4, 1, 1] : shape)),
    };
  },
};

export const jaanet: readonly LayerRule[] = [
  division,
  combination,
  auMaskBasedLand,
  alignDataTransform,
  diceCoefLoss,
  meanField,
  dataWithCrops,
];
