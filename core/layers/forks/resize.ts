/** Bilinear resizing to height × width, or by factors for pyramids (resize_layer.cpp of happynear's Caffe). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim } from '../../net/shape';
import { bool, num } from '../../schema/message';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { needs } from './fields';
import { made } from './results';

export const resize: LayerRule = {
  type: 'Resize',
  summary:
    'Bilinear resizing. Top: (N, C, `height`, `width`), or the size times `out_height_scale` and `out_width_scale` with `is_pyramid_test`.',
  param: 'resize_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  setUp(input) {
    const {
      param,
      bottoms: [data],
    } = input;
    const needed = bool(param, 'is_pyramid_test') ? ['out_height_scale', 'out_width_scale'] : ['height', 'width'];
    const problems = [...needed.flatMap((name) => needs(input, name)), ...legacyProblems(input, [0])];
    return made(
      input,
      [[legacyDim(data, 'num'), legacyDim(data, 'channels'), sizeOf(input, 'height'), sizeOf(input, 'width')]],
      problems,
    );
  },
};

function sizeOf({ param, bottoms: [data] }: SetUpInput, side: 'height' | 'width'): Dim {
  if (!bool(param, 'is_pyramid_test')) return num(param, side);
  const size = legacyDim(data, side);
  return size === null ? null : Math.trunc(Math.fround(size * num(param, `out_${side}_scale`)));
}
