/**
 * Selects the regions with the highest loss for training: tops labels (N, 1, H, W) and box weights (N, box channels, H,
 * W) (box_annotator_ohem_layer.cpp of R-FCN).
 */
import type { LayerRule } from '../../net/rules';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { above } from './fields';
import { needsSame, needsSize } from './needs';
import { made } from './results';

export const boxAnnotatorOhem: LayerRule = {
  type: 'BoxAnnotatorOHEM',
  summary:
    'Keeps the `roi_per_img` regions with the highest loss for training. Bottoms: regions, losses, labels, box weights. Tops: (N, 1, H, W), (N, box channels, H, W).',
  param: 'box_annotator_ohem_param',
  arity: { bottoms: { min: 4, max: 4 }, tops: { min: 2, max: 2 } },
  macs: noMacs,
  setUp(input) {
    const [regions, , , weights] = input.bottoms;
    const problems = [...above(input, 'roi_per_img', 0), ...legacyProblems(input, [0, 1, 2, 3])];
    if (problems.length === 0) {
      problems.push(
        ...needsSize(input, 0, 'channels', 5),
        ...[1, 2].flatMap((i) => [
          ...needsSame(input, i, 0, ['num']),
          ...needsSize(input, i, 'channels', 1),
          ...needsSame(input, i, 0, ['height', 'width']),
        ]),
        ...needsSame(input, 3, 0, ['num', 'height', 'width']),
      );
    }
    const [num, height, width] = [legacyDim(regions, 'num'), legacyDim(regions, 'height'), legacyDim(regions, 'width')];
    return made(
      input,
      [
        [num, 1, height, width],
        [num, legacyDim(weights, 'channels'), height, width],
      ],
      problems,
    );
  },
};
