/** Layers of holistically nested edge detection (s9xie/hed, yun-liu/RCF). */
import type { LayerRule } from '../../net/rules';
import { datumOf, transformed } from '../shared/transform';
import { legacyDim } from '../shared/legacy';
import { source } from '../shared/windows';
import { flagIn, numberIn, positive } from './loose';
import { arityOf, shaped } from './shaped';

const labelMaps = shaped({
  type: 'ImageLabelmapData',
  summary: 'Images with label images, from a list. Tops: (batch_size, C, H, W) and (batch_size, 1, H, W).',
  param: 'image_data_param',
  alsoReads: ['transform_param'],
  arity: arityOf([0, 0], [2, 2]),
  tops(input) {
    const { param } = input;
    const [, height, width] = datumOf(input);
    const channels = flagIn(param, 'is_color') ? 3 : 1;
    const sized = [numberIn(param, 'new_height') || height, numberIn(param, 'new_width') || width] as const;
    const [, h, w] = transformed(input, [channels, ...sized]);
    const batch = numberIn(param, 'batch_size');
    return [
      [batch, channels, h, w],
      [batch, 1, h, w],
    ];
  },
  check: (input) => positive(input, 'batch_size'),
});

/** image_labelmap_data_layer.cpp. */
export const imageLabelmapData: LayerRule = {
  ...labelMaps,
  window: source,
  source: true,
  readsState: true,
  setUp: (input) => ({ ...labelMaps.setUp(input), draws: null }),
};

/** auto_crop_layer.cpp: the offsets follow from the layers between the two bottoms. */
export const autoCrop = shaped({
  type: 'AutoCrop',
  summary: 'Crops the first bottom to the size of the second, where they see the same image. Top: (N, C, H, W).',
  arity: arityOf([2, 2], [1, 1]),
  tops: ({ bottoms: [data, size] }) => [
    [legacyDim(data, 'num'), legacyDim(data, 'channels'), legacyDim(size, 'height'), legacyDim(size, 'width')],
  ],
});
