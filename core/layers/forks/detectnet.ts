/**
 * DetectNet's layer in NVIDIA's Caffe: augments images with boxes and draws the boxes onto a grid of cells of `stride`
 * pixels, for each class with eight more maps (detectnet_transform_layer.cpp, detectnet_coverage_rectangular.cpp).
 */
import type { LayerRule } from '../../net/rules';
import type { Dim } from '../../net/shape';
import { num, subs, type Message } from '../../schema/message';
import { legacyDim } from '../shared/legacy';
import { everything } from '../shared/windows';
import { numberIn, positive } from './loose';
import { needsSame, needsSize } from './needs';
import { arityOf, shaped } from './shaped';

const { fround } = Math;

/** Maps besides those of the classes (TRANSFORMED_LABEL_SIZE). */
const boxMaps = 8;

export const detectNetTransformation: LayerRule = {
  ...shaped({
    type: 'DetectNetTransformation',
    summary:
      'Augments images with boxes and draws the boxes onto a grid. Tops: (N, 3, image_size_y, image_size_x) and (N, classes + 8, H, W), with cells of `stride` pixels.',
    param: 'detectnet_groundtruth_param',
    alsoReads: ['detectnet_augmentation_param', 'transform_param'],
    arity: arityOf([2, 2], [2, 2]),
    tops: ({ param, bottoms: [images, boxes] }) => [
      [
        legacyDim(images, 'num'),
        legacyDim(images, 'channels'),
        numberIn(param, 'image_size_y'),
        numberIn(param, 'image_size_x'),
      ],
      [
        legacyDim(boxes, 'num'),
        classesOf(param) + boxMaps,
        cellsOf(param, 'image_size_y'),
        cellsOf(param, 'image_size_x'),
      ],
    ],
    check: (input) => [
      ...positive(input, 'stride'),
      ...needsSize(input, 0, 'channels', 3),
      ...needsSame(input, 1, 0, ['num']),
    ],
  }),
  window: everything,
};

/** One more than the highest number in the net; the last mapping of a class of the data counts. */
function classesOf(param: Message): number {
  const numbers = new Map(subs(param, 'object_class').map((mapping) => [num(mapping, 'src'), num(mapping, 'dst')]));
  return Math.max(0, ...numbers.values()) + 1;
}

/** OpenCV rounds halves to even. */
function cellsOf(param: Message, side: 'image_size_x' | 'image_size_y'): Dim {
  const [size, stride] = [numberIn(param, side), numberIn(param, 'stride')];
  if (size === null || stride === null || stride <= 0) return null;
  const cells = fround(size * fround(1 / stride));
  const below = Math.floor(cells);
  const rest = cells - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
