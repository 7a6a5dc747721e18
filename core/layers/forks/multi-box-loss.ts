/**
 * The loss of locations and classes over the default boxes matched with ground-truth boxes: a single value
 * (multibox_loss_layer.cpp of SSD).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { bool, has, num, placeOf, str } from '../../schema/message';
import { legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { everything } from '../shared/windows';
import { atLeast, needs } from './fields';
import { matchProblems } from './matching';
import { needsSame } from './needs';
import { made } from './results';

export const multiBoxLoss: LayerRule = {
  type: 'MultiBoxLoss',
  summary:
    'The localization and classification loss over matched boxes. Bottoms: locations, scores, default boxes, ground-truth boxes. Top: a single value.',
  param: 'multibox_loss_param',
  alsoReads: ['loss_param'],
  arity: { bottoms: { min: 4, max: 4 }, tops: { min: 1, max: 1 }, automaticTops: 1 },
  noGradient: [2, 3],
  macs: noMacs,
  window: everything,
  setUp(input) {
    const { layer } = input;
    const problems = [...needs(input, 'num_classes'), ...miningProblems(input), ...legacyProblems(input, [0, 1, 2, 3])];
    if (problems.length === 0)
      problems.push(
        ...atLeast(input, 'num_classes', 1),
        ...backgroundProblems(input),
        ...needsSame(input, 1, 0, ['num']),
      );
    if (problems.length === 0) problems.push(...matchProblems(input));
    return made(
      input,
      layer.tops.map(() => []),
      problems,
    );
  },
};

/**
 * The softmax loss needs the background to be one of the classes; the field is unsigned in the text, and signed in the
 * computation.
 */
function backgroundProblems({ param }: SetUpInput): readonly Problem[] {
  const [classes, background] = [num(param, 'num_classes'), num(param, 'background_label_id')];
  if (str(param, 'conf_loss_type') !== 'SOFTMAX' || background < classes) return [];
  return [
    {
      code: 'fork/field-bound',
      span: placeOf(param, 'background_label_id'),
      args: { name: 'background_label_id', relation: '<', bound: classes, found: background },
    },
  ];
}

function miningProblems({ param }: SetUpInput): readonly Problem[] {
  const mines = str(param, 'mining_type') !== 'NONE';
  if (has(param, 'do_neg_mining') && bool(param, 'do_neg_mining') !== mines) {
    return [
      {
        code: 'fork/field-contradicts',
        span: placeOf(param, 'do_neg_mining'),
        args: { name: 'do_neg_mining', other: 'mining_type' },
      },
    ];
  }
  if (mines && !bool(param, 'share_location')) {
    return [
      {
        code: 'fork/field-contradicts',
        span: placeOf(param, 'share_location'),
        args: { name: 'share_location', other: 'mining_type' },
      },
    ];
  }
  return [];
}
