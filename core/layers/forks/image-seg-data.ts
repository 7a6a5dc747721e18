/**
 * Images with label images, from a list: tops (batch, C, H, W), (batch, 1, H, W) and the sizes of the images (batch, 1,
 * 1, 2). The size is `crop_height` × `crop_width` or `crop_size`, else that of the image (image_seg_data_layer.cpp of
 * PSPNet).
 */
import type { LayerRule } from '../../net/rules';
import { datumOf, transformOf } from '../shared/transform';
import { source } from '../shared/windows';
import { flagIn, numberIn, positive, writtenIn } from './loose';
import { arityOf, shaped } from './shaped';

const images = shaped({
  type: 'ImageSegData',
  summary:
    'Images with label images, from a list. Tops: (batch_size, C, H, W), (batch_size, 1, H, W), and the sizes of the images (batch_size, 1, 1, 2).',
  param: 'image_data_param',
  alsoReads: ['transform_param'],
  arity: { ...arityOf([0, 0], [3, 3]), automaticTops: 3 },
  tops(input) {
    const { param } = input;
    const transform = transformOf(input);
    const [, ownHeight, ownWidth] = datumOf(input);
    const crop = writtenIn(transform, 'crop_size');
    const height = crop ?? writtenIn(transform, 'crop_height') ?? 0;
    const width = crop ?? writtenIn(transform, 'crop_width') ?? 0;
    const size =
      height > 0 && width > 0
        ? [height, width]
        : [numberIn(param, 'new_height') || ownHeight, numberIn(param, 'new_width') || ownWidth];
    const batch = numberIn(param, 'batch_size');
    return [
      [batch, flagIn(param, 'is_color') ? 3 : 1, ...size],
      [batch, 1, ...size],
      [batch, 1, 1, 2],
    ];
  },
  check: (input) => positive(input, 'batch_size'),
});

export const imageSegData: LayerRule = {
  ...images,
  window: source,
  source: true,
  readsState: true,
  setUp: (input) => ({ ...images.setUp(input), draws: null }),
};
