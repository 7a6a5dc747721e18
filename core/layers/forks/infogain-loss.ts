/**
 * InfogainLoss before 2017: loss = −Σ H[label] · log p over probabilities p from an earlier layer. One label per item,
 * without axes of its own; H is 1×1×classes×classes, from `source` or the third bottom. Source: infogain_loss_layer.cpp
 * of SSD, R-FCN, Faster R-CNN, SegNet, TSN and others. The contents of `source` are assumed to fit.
 */
import type { SetUpInput } from '../../net/rules';
import { has } from '../../schema/message';
import type { Problem } from '../../problems';
import { countOf } from '../shared/geometry';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { loss } from '../shared/loss';
import { refuseNoFile } from '../shared/named-file';
import { needsSize } from './needs';

export const infogainLossOfProbabilities = loss({
  type: 'InfogainLoss',
  param: 'infogain_loss_param',
  alsoReads: ['loss_param'],
  summary:
    'The log-likelihood of probabilities, weighted by a matrix of classes × classes from the file `source` or the third bottom.',
  bottoms: { min: 2, max: 3 },
  noGradient: [1, 2],
  inPlace: 'refused',
  deadFields: ({ layer: { bottoms } }) =>
    bottoms[2] ? [{ field: 'source', cause: `bottom: "${bottoms[2].name}"` }] : [],
  check: (input) => {
    const tooMany = legacyProblems(input, [0, 1, 2]);
    if (tooMany.length > 0) return tooMany;
    return [
      ...(['channels', 'height', 'width'] as const).flatMap((dimension) => needsSize(input, 1, dimension, 1)),
      ...matrix(input),
    ];
  },
});

function matrix(input: SetUpInput): readonly Problem[] {
  const {
    layer,
    param,
    bottoms: [data = null],
  } = input;
  if (layer.bottoms.length < 3)
    return has(param, 'source')
      ? refuseNoFile(param, 'source')
      : [{ code: 'layer/infogain-source', span: param.span, args: {} }];
  const [items, values] = [legacyDim(data ?? undefined, 'num'), countOf(data)];
  const classes = items === null || items === 0 || values === null ? null : values / items;
  return [
    ...needsSize(input, 2, 'num', 1),
    ...needsSize(input, 2, 'channels', 1),
    ...needsSize(input, 2, 'height', classes),
    ...needsSize(input, 2, 'width', classes),
  ];
}
