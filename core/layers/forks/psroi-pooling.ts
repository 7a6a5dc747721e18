/**
 * The average of each cell of a region, each cell from its own score maps: top (R, output_dim, group_size, group_size)
 * from output_dim · group_size² channels (psroi_pooling_layer.cpp of R-FCN).
 */
import type { LayerRule } from '../../net/rules';
import { times } from '../shared/geometry';
import { num } from '../../schema/message';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { above } from './fields';
import { needsSize } from './needs';
import { made } from './results';

export const psroiPooling: LayerRule = {
  type: 'PSROIPooling',
  summary:
    'The average of each cell of a region, each with its own score maps. Bottom: `output_dim` · `group_size`² channels. Top: (R, output_dim, group_size, group_size), R regions.',
  param: 'psroi_pooling_param',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  setUp(input) {
    const { param, bottoms } = input;
    const [outputs, group] = [num(param, 'output_dim'), num(param, 'group_size')];
    const problems = [
      ...above(input, 'spatial_scale', 0),
      ...above(input, 'output_dim', 0),
      ...above(input, 'group_size', 0),
      ...legacyProblems(input, [0, 1]),
    ];
    if (problems.length === 0) problems.push(...needsSize(input, 0, 'channels', times(times(outputs, group), group)));
    return made(input, [[legacyDim(bottoms[1], 'num'), outputs, group, group]], problems);
  },
};
