/** Values that a program fills in before Caffe reads them are unknown: no check takes them for a default. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { describeSchedule } from '#core/solver/schedule';

function auto(text: string): Analysis {
  return analyze(text, { dialect: chooseDialect, depth: 'all' });
}

/** `code at text` for all problems but the placeholders. */
function reported({ problems, text }: Analysis): readonly string[] {
  return problems
    .filter(({ code }) => code !== 'schema/placeholder')
    .map(({ code, span }) => `${code} at ${text.slice(span.start, span.end)}`);
}

const solver = (inner: string): string => `net: "a.prototxt" base_lr: 0.1 max_iter: 10 ${inner}\n`;

describe('in a solver', () => {
  test.each([
    'lr_policy: "step" gamma: 0.1 stepsize: ${STEP}',
    'lr_policy: "step" gamma: $GAMMA stepsize: 10',
    'lr_policy: $POLICY gamma: 0.1 stepsize: 10',
    'lr_policy: "fixed" test_iter: 1 test_interval: {{ interval }}',
    'lr_policy: "fixed" average_loss: $N',
    'lr_policy: "fixed" type: "AdaGrad" momentum: $M',
    'lr_policy: "fixed" type: "RMSProp" rms_decay: $D',
    'lr_policy: "fixed" type: $TYPE momentum: 0.9 rms_decay: 2',
    'lr_policy: "fixed" regularization_type: "L3" weight_decay: $D',
    'lr_policy: "fixed" regularization_type: $R weight_decay: 0.1',
    'lr_policy: "poly" power: $P',
    'lr_policy: "fixed" solver_mode: $MODE',
  ])('%s', (inner) => expect(reported(auto(solver(inner)))).toEqual([]));

  test.each([
    ['lr_policy: "step" gamma: -1 stepsize: ${STEP}', 'solver/gamma at -1'],
    ['lr_policy: "fixed" stepsize: ${STEP}', 'solver/dead-field at stepsize: ${STEP}'],
    ['lr_policy: "fixed" type: "AdaGrad" momentum: 0.9 weight_decay: $D', 'solver/momentum at 0.9'],
    ['lr_policy: "fixd" display: $D', 'solver/unknown-policy at "fixd"'],
  ])('other problems remain: %s', (inner, problem) => expect(reported(auto(solver(inner)))).toEqual([problem]));

  test.each([
    ['lr_policy: "step" gamma: 0.1 stepsize: ${STEP}', false],
    ['lr_policy: "fixed" display: $D', true],
  ])('the rates are known only if all fields that they depend on are: %s', (inner, isKnown) => {
    const { message, dialect } = auto(solver(inner));
    expect(message !== undefined && describeSchedule(message, dialect.solver) !== undefined).toBe(isKnown);
  });
});

const data = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 dim: 8 dim: 8 } } }\n';
const inner = (name: string, param: string, fields = ''): string =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "d" top: "${name}" ${param}
  inner_product_param { num_output: 2 weight_filler { type: "xavier" } ${fields} } }\n`;
const silence = 'layer { name: "s" type: "Silence" bottom: "a" bottom: "b" }\n';
const shared = (a: string, b: string): string =>
  data + inner('a', `param { name: "w" ${a} }`) + inner('b', `param { name: "w" ${b} }`) + silence;

describe('in a net', () => {
  test.each([
    ['a multiplier of a shared param', shared('lr_mult: $A', 'lr_mult: 2')],
    ['a multiplier of a param that shares', shared('decay_mult: 2', 'decay_mult: $A')],
    ['a share mode', shared('share_mode: $A', 'share_mode: $B').replace('num_output: 2', 'num_output: 3')],
    [
      'a bias term',
      `${data}${inner('a', '', 'bias_term: $BIAS bias_filler { type: "constant" }')}${inner('b', '')}${silence}`,
    ],
    [
      'a loss weight',
      `${data}layer { name: "a" type: "Slice" bottom: "d" top: "a" top: "b" loss_weight: $A loss_weight: 0 }\n${silence}`,
    ],
    [
      'a multiplier that may be 0',
      `${data}layer { name: "y" type: "Input" top: "y" input_param { shape { dim: 1 dim: 2 } } }
layer { name: "a" type: "InnerProduct" bottom: "d" top: "a" param { lr_mult: $A } inner_product_param { num_output: 2 } }
layer { name: "l" type: "EuclideanLoss" bottom: "a" bottom: "y" top: "l" }\n`,
    ],
    [
      'propagate_down',
      `${data}${inner('a', '')}layer { name: "l" type: "SoftmaxWithLoss" bottom: "a" bottom: "a" top: "l" propagate_down: true propagate_down: $P softmax_param { axis: 0 } }\n`,
    ],
    [
      'a phase of a layer that reads blobs of one phase',
      `${data}layer { name: "a" type: "Power" bottom: "d" top: "a" include { phase: TRAIN } }
layer { name: "s" type: "Silence" bottom: "a" include { phase: $PHASE } }
layer { name: "t" type: "Silence" bottom: "d" include { phase: TEST } }\n`,
    ],
    [
      'a phase',
      `layer { name: "d" type: "Input" top: "d" include { phase: TRAIN } input_param { shape { dim: 1 dim: 4 } } }
layer { name: "d" type: "Input" top: "d" include { phase: $PHASE } input_param { shape { dim: 1 dim: 4 } } }
layer { name: "s" type: "Silence" bottom: "d" }\n`,
    ],
    [
      'a phase that a layer is not in',
      `layer { name: "d" type: "Input" top: "d" exclude { phase: $PHASE } input_param { shape { dim: 1 dim: 4 } } }
layer { name: "s" type: "Silence" bottom: "d" }\n`,
    ],
  ])('%s', (_, text) => {
    expect(reported(auto(text))).toEqual([]);
    expect(reported(analyze(text, { dialect: bvlc, depth: 'all' }))).toEqual([]);
  });

  test('shares with unequal multipliers are still an error if another is unknown', () =>
    expect(reported(auto(shared('lr_mult: 1 decay_mult: $A', 'lr_mult: 2 decay_mult: 1')))).toEqual([
      'net/shared-lr-mult at lr_mult: 2',
    ]));

  test('the conditions of layers of other Caffes are not checked beside one', () => {
    const text = (
      classes: string,
    ): string => `${data}layer { name: "e" type: "DetectionEvaluate" bottom: "d" bottom: "d" bottom: "d" top: "e"
  detection_evaluate_param { num_classes: ${classes} name_size_file: "a" } }\n`;
    expect(reported(auto(text('21')))).toEqual(reported(auto(text('$CLASSES'))));
  });
});
