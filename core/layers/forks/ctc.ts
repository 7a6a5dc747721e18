/** Recognition of sequences by connectionist temporal classification (yalecyu/crnn.caffe, senlinuc/caffe_ocr). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { atBottom } from '../shared/at';
import { numberIn, positive } from './loose';
import { arityOf, scalarLoss, shaped } from './shaped';

/** continuation_indicator_layer.cpp: 0 in the first time step, 1 after it; sophgo's has an optional bottom. */
export const continuationIndicator = indicator([0, 0]);
export const continuationIndicatorOfBottom = indicator([0, 1]);

/** DeepDetect's takes the batch size from its bottom, along `axis`. */
export const continuationIndicatorOfAxis = shaped({
  type: 'ContinuationIndicator',
  summary: 'The markers of sequences for an LSTM: 0 in the first time step, then 1. Top: (time_step, batch size).',
  param: 'continuation_indicator_param',
  arity: arityOf([1, 1], [1, 1]),
  tops({ param, bottoms: [data = null] }) {
    const axis = numberIn(param, 'axis');
    return [[numberIn(param, 'time_step'), axis === null ? null : (data?.at(axis) ?? null)]];
  },
  check: (input) => positive(input, 'time_step'),
});

function indicator(bottoms: readonly [number, number]): LayerRule {
  return shaped({
    type: 'ContinuationIndicator',
    summary: 'The markers of sequences for an LSTM: 0 in the first time step, then 1. Top: (time_step, batch_size).',
    param: 'continuation_indicator_param',
    arity: arityOf(bottoms, [1, 1]),
    tops: ({ param }) => [[numberIn(param, 'time_step'), numberIn(param, 'batch_size')]],
    check: (input) => positive(input, 'batch_size', 'time_step'),
  });
}

/** ctc_loss_layer.cpp. Bottoms: predictions (T, N, classes), labels (N, …). */
export const ctcLoss = scalarLoss({
  type: 'CtcLoss',
  summary: 'The CTC loss. Bottoms: predictions (T, N, classes), labels (N, …).',
  param: 'ctc_loss_param',
  bottoms: { min: 2, max: 2 },
  check: (input) => [...positive(input, 'alphabet_size', 'time_step'), ...batchProblems(input)],
});

/** warp_ctc_loss_layer.cpp: two to four bottoms, depending on where the lengths are. */
export const warpCtcLoss = scalarLoss({
  type: 'WarpCTCLoss',
  summary: 'The CTC loss, computed by warp-ctc. Bottoms: predictions (T, N, classes), and labels and lengths.',
  param: 'ctc_loss_param',
  bottoms: { min: 2, max: 4 },
});

/** The second axis of the predictions is the first of the labels. */
function batchProblems({ layer, bottoms: [data = null, labels = null] }: SetUpInput): readonly Problem[] {
  const [expected, found] = [data?.[1] ?? null, labels?.[0] ?? null];
  if (expected === null || found === null || expected === found) return [];
  return [
    atBottom(layer, 1, 'fork/bottoms-differ', {
      dimension: 'num',
      expected,
      found,
      other: layer.bottoms[0]?.name ?? '',
    }),
  ];
}

/** labelsequence_accuracy_layer.cpp. */
export const labelSequenceAccuracy: LayerRule = {
  ...shaped({
    type: 'LabelsequenceAccuracy',
    summary: 'The share of sequences that are recognized. Top: a single value.',
    param: 'labelsequence_accuracy_param',
    arity: arityOf([2, 2], [1, 1]),
    tops: () => [[]],
  }),
  noGradient: 'any',
};
