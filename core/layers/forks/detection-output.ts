/**
 * Boxes after decoding and non-maximum suppression. Their number is known only in Forward: (1, 1, 1, 7) at set-up
 * (detection_output_layer.cpp of SSD).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { has, sub } from '../../schema/message';
import { legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { everything } from '../shared/windows';
import { above, atLeast, atMost, needs } from './fields';
import { matchProblems } from './matching';
import { needsSame } from './needs';
import { made } from './results';

export const detectionOutput: LayerRule = {
  type: 'DetectionOutput',
  summary:
    'Detections: boxes after decoding and non-maximum suppression. Bottoms: locations, scores, default boxes. Top: (1, 1, n, 7), with n known at run time.',
  param: 'detection_output_param',
  arity: { bottoms: { min: 3, max: 4 }, tops: { min: 1, max: 1 } },
  noGradient: 'any',
  macs: noMacs,
  window: everything,
  setUp(input) {
    const problems = [
      ...needs(input, 'num_classes'),
      ...suppressionProblems(input),
      ...legacyProblems(input, [0, 1, 2]),
    ];
    if (problems.length === 0) problems.push(...needsSame(input, 1, 0, ['num']), ...matchProblems(input));
    return made(input, [[1, 1, 1, 7]], problems);
  },
};

function suppressionProblems(input: SetUpInput): readonly Problem[] {
  const param = sub(input.param, 'nms_param');
  if (!param) return [];
  const inside = { ...input, param };
  const eta = [...above(inside, 'eta', 0), ...atMost(inside, 'eta', 1)];
  return [...(has(param, 'nms_threshold') ? atLeast(inside, 'nms_threshold', 0) : []), ...eta];
}
