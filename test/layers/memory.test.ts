/** Conditions beyond a single layer: sizes in int32, blobs without memory, unsigned values in the text. */
import { describe, test } from 'vitest';
import { check } from '../support/layer-case';

const image = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }';
const empty = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 0 dim: 3 dim: 2 } } }';

describe('sizes', () => {
  test('rejects weights of more than INT_MAX values', () =>
    check(`
    layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 100 dim: 100000 } } }
    layer { name: "p" type: "InnerProduct" bottom: "d" top: "p" inner_product_param { num_output: 100000 } }
    #                                                        ^ 100×100000
    #                                                                                             ^^^^^^ layer/param-too-large
  `));

  test('counts all gates of a recurrent layer as one blob', () =>
    check(`
    layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 20000 dim: 40 dim: 3 } } }
    layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 20000 dim: 40 } } }
    layer { name: "p" type: "LSTM" bottom: "x" bottom: "c" top: "p" recurrent_param { num_output: 1000 } }
    #                                                            ^ layer/blob-too-large
    #                                                            ^ ?
  `));

  test('computes with unsigned values as signed ones', () =>
    check(`
    ${image}
    layer { name: "n" type: "LRN" bottom: "d" top: "n" lrn_param { local_size: 4294967295 } }
    #                                               ^ ?
    #                                                                          ^^^^^^^^^^ layer/local-size-even
    layer { name: "m" type: "MemoryData" top: "m" top: "l" memory_data_param { batch_size: 4294967295 channels: 4294967295 height: 1 width: 1 } }
    #                                          ^ ?
    #                                                   ^ ?
    #                                                                                      ^^^^^^^^^^ data/memory-sizes
  `));

  test("takes the low 32 bits of a dimension that a double can't represent", () =>
    check(`
    layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 9007199254740993 } } }
    layer { name: "l0" type: "Power" bottom: "a" top: "y0" }
    #                                                  ^^ 1
    layer { name: "l1" type: "DummyData" top: "y1" dummy_data_param { shape { dim: 9223372036854775807 } } }
    #                                          ^^ ?
    #                                                                              ^^^^^^^^^^^^^^^^^^^ layer/dim-negative
  `));

  test('takes no time or memory for an unreasonable number of axes', () =>
    check(`
    layer { name: "s" type: "Scale" bottom: "nowhere" top: "s" scale_param { num_axes: 2147483647 } }
    #                                        ^^^^^^^ net/unknown-bottom
    #                                                       ^ ?
  `));
});

describe('blobs without values', () => {
  test('are accepted by Bias if the axes after the bias have values, by Scale if those before or after the scale do', () =>
    check(`
    ${empty}
    layer { name: "b" type: "Bias" bottom: "d" top: "b" }
    #                                                ^ 0×3×2
    layer { name: "s" type: "Scale" bottom: "d" top: "s" }
    #                                                 ^ 0×3×2
    layer { name: "e" type: "Input" top: "e" input_param { shape { dim: 0 dim: 3 dim: 0 } } }
    layer { name: "t" type: "Scale" bottom: "e" top: "t" }
    #                                        ^ layer/empty-bottom
    #                                                 ^ ?
  `));

  test('have no gradient for a loss weight', () =>
    check(`
    ${empty}
    layer { name: "r" type: "ReLU" bottom: "d" top: "r" loss_weight: 1 }
    #                                                ^ 0×3×2
    #                                                                ^ layer/empty-loss
    layer { name: "q" type: "ReLU" bottom: "r" top: "q" loss_weight: 0 }
    #                                                ^ 0×3×2
  `));

  test('are rejected by the inner softmax of a softmax loss too', () =>
    check(`
    layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 0 dim: 3 } } }
    layer { name: "l" type: "Input" top: "l" input_param { shape { dim: 0 } } }
    layer { name: "a" type: "SoftmaxWithLoss" bottom: "d" bottom: "l" top: "a" }
    #                                                  ^ layer/empty-bottom
    #                                                                       ^ scalar
    layer { name: "b" type: "SoftmaxWithLoss" bottom: "d" bottom: "l" top: "b" loss_weight: 0 }
    #                                                                       ^ scalar
  `));

  test('are accepted by Parameter at set-up, but abort in Forward', () =>
    check(`
    layer { name: "p" type: "Parameter" top: "p" parameter_param { shape { dim: 0 } } }
    #                                         ^ 0
    #                                                              ^^^^^ layer/empty-parameter
  `));
});

describe('mutually exclusive fields', () => {
  test('prefers kernel_size to kernel_h or kernel_w alone', () =>
    check(`
    ${image}
    layer { name: "p" type: "Pooling" bottom: "d" top: "p" pooling_param { kernel_size: 3 kernel_h: 2 } }
    #                                                   ^ 2×3×6×6
  `));

  test('rejects kernel_h or kernel_w without the other', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 1 kernel_h: 3 } }
    #                                                       ^ ?
    #                                                                                                      ^ layer/half-of-pair
  `));

  test('rejects dilation for an explicit cuDNN engine', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 1 kernel_size: 3 dilation: 2 engine: CUDNN } }
    #                                                       ^ ?
    #                                                                                                                               ^^^^^ layer/cudnn-dilation
  `));

  test('rejects more than two spatial axes for an explicit cuDNN engine', () =>
    check(`
    layer { name: "v" type: "Input" top: "v" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 4 dim: 4 } } }
    layer { name: "c" type: "Convolution" bottom: "v" top: "c" convolution_param { num_output: 1 kernel_size: 3 engine: CUDNN } }
    #                                                       ^ ?
    #                                                                                                                   ^^^^^ layer/cudnn-axes
    layer { name: "e" type: "Convolution" bottom: "v" top: "e" convolution_param { num_output: 1 kernel_size: 3 } }
    #                                                       ^ 2×1×2×2×2
  `));

  test('rejects two kinds of mean in every transformation', () =>
    check(`
    layer { name: "m" type: "MemoryData" top: "m" top: "l" memory_data_param { batch_size: 1 channels: 1 height: 1 width: 1 } transform_param { mean_file: "a" mean_value: 3 } }
    #                                          ^ ?
    #                                                   ^ ?
    #                                                                                                                                                                      ^ data/mean-file-and-value
  `));
});
