/** Conditions of MultiBoxLoss and DetectionOutput on their bottoms: locations and scores for each default box. */
import type { SetUpInput } from '../../net/rules';
import type { Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, num } from '../../schema/message';
import { times } from '../shared/geometry';
import { legacyDim } from '../shared/legacy';
import { needsSize } from './needs';

export function matchProblems(input: SetUpInput): readonly Problem[] {
  const { param, bottoms } = input;
  const classes = num(param, 'num_classes');
  const height = legacyDim(bottoms[2], 'height');
  const boxes: Dim = height === null ? null : Math.trunc(height / 4);
  return [
    ...needsSize(input, 0, 'channels', times(times(boxes, bool(param, 'share_location') ? 1 : classes), 4)),
    ...needsSize(input, 1, 'channels', times(boxes, classes)),
  ];
}
