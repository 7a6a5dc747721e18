/**
 * Compares detections (1, 1, n, 7) with ground-truth boxes (1, 1, m, 8): top (1, 1, classes + n, 5), without the
 * background class where there is one (detection_evaluate_layer.cpp of SSD). The number of bottoms is never checked, as
 * the name of the overriding method is misspelt.
 */
import type { LayerRule } from '../../net/rules';
import { num } from '../../schema/message';
import { plus } from '../shared/geometry';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { everything } from '../shared/windows';
import { above, needs } from './fields';
import { needsSize } from './needs';
import { made } from './results';

export const detectionEvaluate: LayerRule = {
  type: 'DetectionEvaluate',
  summary: 'Compares detections (1, 1, n, 7) with ground-truth boxes (1, 1, m, 8). Top: (1, 1, classes + n, 5).',
  param: 'detection_evaluate_param',
  arity: { bottoms: { min: 2 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: everything,
  setUp(input) {
    const { param, bottoms } = input;
    const problems = [
      ...needs(input, 'num_classes'),
      ...above(input, 'overlap_threshold', 0),
      ...legacyProblems(input, [0, 1]),
    ];
    if (problems.length === 0) {
      problems.push(
        ...needsSize(input, 0, 'num', 1),
        ...needsSize(input, 0, 'channels', 1),
        ...needsSize(input, 0, 'width', 7),
        ...needsSize(input, 1, 'num', 1),
        ...needsSize(input, 1, 'channels', 1),
        ...needsSize(input, 1, 'width', 8),
      );
    }
    // A background of −1 means that there is none; the unsigned field holds it as its largest value.
    const classes = num(param, 'num_classes') - (num(param, 'background_label_id') === 0xffffffff ? 0 : 1);
    return made(input, [[1, 1, plus(classes, legacyDim(bottoms[0], 'height')), 5]], problems);
  },
};
