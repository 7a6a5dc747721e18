/** The loss of places and classes over the default boxes that are matched with true ones: a single value (multibox_loss_layer.cpp of SSD). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { bool, has, placeOf, str } from '../../schema/message';
import { legacyProblems } from '../legacy';
import { noMacs } from '../macs';
import { everything } from '../windows';
import { atLeast, needs } from './fields';
import { matchProblems } from './matching';
import { needsSame } from './needs';
import { made } from './results';

export const multiBoxLoss: LayerRule = {
  type: 'MultiBoxLoss',
  summary: 'The loss of places and classes over matched boxes. Bottoms: places, scores, default boxes, true boxes. Top: a single value.',
  param: 'multibox_loss_param',
  alsoReads: ['loss_param'],
  arity: { bottoms: { min: 4, max: 4 }, tops: { min: 1, max: 1 }, automaticTops: 1 },
  macs: noMacs,
  window: everything,
  setUp(input) {
    const { layer } = input;
    const problems = [...needs(input, 'num_classes'), ...miningProblems(input), ...legacyProblems(input, [0, 1, 2, 3])];
    if (problems.length === 0) problems.push(...atLeast(input, 'num_classes', 1), ...needsSame(input, 1, 0, ['num']));
    if (problems.length === 0) problems.push(...matchProblems(input));
    return made(input, layer.tops.map(() => []), problems);
  },
};

function miningProblems({ param }: SetUpInput): readonly Problem[] {
  const mines = str(param, 'mining_type') !== 'NONE';
  if (has(param, 'do_neg_mining') && bool(param, 'do_neg_mining') !== mines) {
    return [{ code: 'fork/field-contradicts', span: placeOf(param, 'do_neg_mining'), args: { name: 'do_neg_mining', other: 'mining_type' } }];
  }
  if (mines && !bool(param, 'share_location')) {
    return [{ code: 'fork/field-contradicts', span: placeOf(param, 'share_location'), args: { name: 'share_location', other: 'mining_type' } }];
  }
  return [];
}
