import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { describe, expect, test } from 'vitest';
import { dedent, drawMarks, readFixture } from '../support/marks';

/** Passes if the marks are exactly the advice and warnings reported. Errors and shapes are not compared. */
function check(fixture: string): void {
  const { text } = readFixture(fixture);
  const marks = analyze(text, { dialect: bvlc, kind: 'net' }).problems.map(({ code, span }) => ({ span, label: code }));
  expect(drawMarks(text, marks)).toBe(dedent(fixture));
}

const data =
  'layer { name: "data" type: "DummyData" top: "data" top: "label" dummy_data_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } shape { dim: 2 } } }';
const loss = 'layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" }';

describe('advice', () => {
  test('reports xavier before a ReLU on the first such layer of the file, in place or not', () =>
    check(`
    ${data}
    layer { name: "a" type: "Convolution" bottom: "data" top: "a" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
    #                                                                                                                                    ^^^^^^^^ check/xavier-before-relu
    layer { name: "ra" type: "ReLU" bottom: "a" top: "a" }
    layer { name: "b" type: "Convolution" bottom: "a" top: "b" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
    layer { name: "rb" type: "ReLU" bottom: "b" top: "rb" }
    layer { name: "ip" type: "InnerProduct" bottom: "rb" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
    ${loss}
  `));

  test('does not report xavier before a leaky ReLU or a Sigmoid, with another filler, without a loss, or where nothing is learned', () => {
    const layers = (filler: string, param: string, activation: string): string => `
      ${data}
      layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" ${param} inner_product_param { num_output: 4 weight_filler { type: "${filler}" } } }
      layer { name: "act" bottom: "ip" top: "ip" ${activation} }`;
    check(`${layers('xavier', '', 'type: "ReLU" relu_param { negative_slope: 0.1 }')}
      ${loss}
    `);
    check(`${layers('xavier', '', 'type: "Sigmoid"')}
      ${loss}
    `);
    check(`${layers('msra', '', 'type: "ReLU"')}
      ${loss}
    `);
    check(`${layers('xavier', 'param { lr_mult: 0 }', 'type: "ReLU"')}
      ${loss}
    `);
    check(`${layers('xavier', '', 'type: "ReLU"')}
      layer { name: "quiet" type: "Silence" bottom: "ip" bottom: "label" }
    `);
  });

  test('reports a bias that is drawn with its fan_in', () =>
    check(`
    ${data}
    layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } bias_filler { type: "msra" } } }
    #                                                                                                                                                         ^^^^^^ check/random-bias
    ${loss}
  `));

  test('reports a hidden layer that starts at 0, since it passes no gradient, but not the first or last layer', () =>
    check(`
    ${data}
    layer { name: "first" type: "InnerProduct" bottom: "data" top: "first" inner_product_param { num_output: 4 } }
    layer { name: "hidden" type: "InnerProduct" bottom: "first" top: "hidden" inner_product_param { num_output: 4 } }
    #                             ^^^^^^^^^^^^ check/zero-start
    layer { name: "ip" type: "InnerProduct" bottom: "hidden" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "constant" } } }
    ${loss}
  `));

  test('reports bilinear unless the layer has as many groups as outputs', () =>
    check(`
    ${data}
    layer { name: "up" type: "Deconvolution" bottom: "data" top: "up" convolution_param { num_output: 3 group: 3 kernel_size: 4 stride: 2 weight_filler { type: "bilinear" } } }
    layer { name: "sum" type: "Deconvolution" bottom: "data" top: "sum" convolution_param { num_output: 3 kernel_size: 4 stride: 2 weight_filler { type: "bilinear" } } }
    #                                                                                                                                                    ^^^^^^^^^^ check/bilinear-channels
    layer { name: "add" type: "Eltwise" bottom: "up" bottom: "sum" top: "both" }
    layer { name: "ip" type: "InnerProduct" bottom: "both" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "gaussian" std: 0.01 } } }
    ${loss}
  `));

  test.each([
    [
      'a deconvolution',
      'type: "Deconvolution" convolution_param { num_output: 4 kernel_size: 2 weight_filler { type: "xavier" } }',
    ],
    [
      'transpose',
      'type: "InnerProduct" inner_product_param { num_output: 4 transpose: true weight_filler { type: "xavier" } }',
    ],
    [
      'groups, by fan_out',
      'type: "Convolution" convolution_param { num_output: 6 group: 3 kernel_size: 2 weight_filler { type: "xavier" variance_norm: FAN_OUT } }',
    ],
  ])('reports fans that differ from the true ones: %s', (_, layer) => {
    const text = `${data} layer { name: "w" bottom: "data" top: "ip" ${layer} } ${loss}`;
    const found = analyze(text, { dialect: bvlc, kind: 'net' }).problems.filter(
      ({ code }) => code === 'check/swapped-fans',
    );
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(['"xavier"']);
  });

  test('considers groups in fan_in', () =>
    check(`
    ${data}
    layer { name: "w" type: "Convolution" bottom: "data" top: "ip" convolution_param { num_output: 6 group: 3 kernel_size: 8 weight_filler { type: "xavier" } } }
    ${loss}
  `));

  test('fades all text that has no effect', () =>
    check(`
    ${data}
    layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { kernel_size: 3 kernel_h: 2 } convolution_param { num_output: 1 } }
    #                                                                                        ^^^^^^^^^^^ check/dead-field
    #                                                                                                      ^^^^^^^^^^^^^^^^^ check/unread-param
    layer { name: "q" type: "Pooling" bottom: "data" top: "q" pooling_param { kernel_size: 3 kernel_w: 2 } }
    #                                                                                        ^^^^^^^^^^^ check/dead-field
    layer { name: "max" type: "Eltwise" bottom: "p" bottom: "q" top: "max" eltwise_param { operation: MAX coeff: 1 coeff: 1 } }
    #                                                                                                     ^^^^^^^^ check/dead-field
    #                                                                                                              ^^^^^^^^ check/dead-field
    layer { name: "ip" type: "InnerProduct" bottom: "max" top: "ip" inner_product_param { num_output: 4 bias_term: false weight_filler { type: "xavier" } bias_filler { value: 1 } } }
    #                                                                                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^ check/bias-without-term
    ${loss}
  `));

  test('reports a blob that no layer reads in a training net, except losses and accuracies', () =>
    check(`
    ${data}
    layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
    layer { name: "side" type: "Power" bottom: "ip" top: "side" }
    #                                                     ^^^^ check/unused-blob
    layer { name: "acc" type: "Accuracy" bottom: "ip" bottom: "label" top: "acc" }
    ${loss}
  `));

  test('does not report a blob that is only read in TEST', () =>
    check(`
    ${data}
    layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
    layer { name: "side" type: "Power" bottom: "ip" top: "side" }
    layer { name: "seen" type: "Silence" bottom: "side" include { phase: TEST } }
    ${loss}
  `));

  test('reports two layers of the same name only if both are in one state', () =>
    check(`
    ${data}
    layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
    layer { name: "ip" type: "TanH" bottom: "ip" top: "ip" include { phase: TRAIN } }
    #              ^^ net/duplicate-layer-name
    layer { name: "out" type: "ReLU" bottom: "ip" top: "ip" include { phase: TRAIN } }
    layer { name: "out" type: "Sigmoid" bottom: "ip" top: "ip" include { phase: TEST } }
    ${loss}
  `));

  test("reports a bottom that the layer can't give a gradient, which aborts Caffe in Backward", () => {
    const learned =
      'layer { name: "w" type: "InnerProduct" bottom: "data" top: "w" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }';
    check(`
      ${data}
      ${learned}
      layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
      layer { name: "quiet" type: "Silence" bottom: "label" }
      layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "ip" bottom: "w" }
      #                                                                          ^ check/no-gradient
    `);
    check(`
      ${data}
      ${learned}
      layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
      layer { name: "quiet" type: "Silence" bottom: "label" }
      layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "ip" bottom: "w" propagate_down: true propagate_down: false }
    `);
    check(`
      ${data}
      ${learned}
      layer { name: "t" type: "Threshold" bottom: "w" top: "t" }
      layer { name: "quiet" type: "Silence" bottom: "t" }
      layer { name: "loss" type: "HingeLoss" bottom: "w" bottom: "label" }
    `);
  });
});
