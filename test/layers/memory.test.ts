/** Conditions that no single layer states: sizes in int32, blobs without memory, values that are unsigned in the text. */
import { describe, test } from 'vitest';
import { check } from '../support/layer-case';

const image = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }';
const empty = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 0 dim: 3 dim: 2 } } }';

describe('sizes', () => {
  test('weights of more than INT_MAX values are refused', () =>
    check(`
    layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 100 dim: 100000 } } }
    layer { name: "p" type: "InnerProduct" bottom: "d" top: "p" inner_product_param { num_output: 100000 } }
    #                                                        ^ 100×100000
    #                                                                                             ^^^^^^ layer/param-too-large
  `));

  test('all gates of a recurrent layer are one blob', () =>
    check(`
    layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 20000 dim: 40 dim: 3 } } }
    layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 20000 dim: 40 } } }
    layer { name: "p" type: "LSTM" bottom: "x" bottom: "c" top: "p" recurrent_param { num_output: 1000 } }
    #                                                            ^ layer/blob-too-large
    #                                                            ^ ?
  `));

  test('what is unsigned in the text is signed in the sum', () =>
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

  test('of a dimension that no double holds, the low 32 bits count', () =>
    check(`
    layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 9007199254740993 } } }
    layer { name: "l0" type: "Power" bottom: "a" top: "y0" }
    #                                                  ^^ 1
    layer { name: "l1" type: "DummyData" top: "y1" dummy_data_param { shape { dim: 9223372036854775807 } } }
    #                                          ^^ ?
    #                                                                              ^^^^^^^^^^^^^^^^^^^ layer/dim-negative
  `));

  test('a number of axes beyond all reason takes no time and no memory', () =>
    check(`
    layer { name: "s" type: "Scale" bottom: "nowhere" top: "s" scale_param { num_axes: 2147483647 } }
    #                                        ^^^^^^^ net/unknown-bottom
    #                                                       ^ ?
  `));
});

describe('blobs without values', () => {
  test('Scale and Bias ask for ones behind the blob, Scale for those before it too', () =>
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

  test('a softmax loss weighs its inner softmax, too', () =>
    check(`
    layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 0 dim: 3 } } }
    layer { name: "l" type: "Input" top: "l" input_param { shape { dim: 0 } } }
    layer { name: "a" type: "SoftmaxWithLoss" bottom: "d" bottom: "l" top: "a" }
    #                                                  ^ layer/empty-bottom
    #                                                                       ^ scalar
    layer { name: "b" type: "SoftmaxWithLoss" bottom: "d" bottom: "l" top: "b" loss_weight: 0 }
    #                                                                       ^ scalar
  `));

  test('a Parameter of none is set up, and stops in Forward', () =>
    check(`
    layer { name: "p" type: "Parameter" top: "p" parameter_param { shape { dim: 0 } } }
    #                                         ^ 0
    #                                                              ^^^^^ layer/empty-parameter
  `));
});

describe('fields that exclude each other', () => {
  test('kernel_size wins over a single half', () =>
    check(`
    ${image}
    layer { name: "p" type: "Pooling" bottom: "d" top: "p" pooling_param { kernel_size: 3 kernel_h: 2 } }
    #                                                   ^ 2×3×6×6
  `));

  test('a kernel by one half only lacks the other', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 1 kernel_h: 3 } }
    #                                                       ^ ?
    #                                                                                                      ^ layer/half-of-pair
  `));

  test('cuDNN asked for by name does not dilate', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 1 kernel_size: 3 dilation: 2 engine: CUDNN } }
    #                                                       ^ ?
    #                                                                                                                               ^^^^^ layer/cudnn-dilation
  `));

  test('cuDNN asked for by name takes planes only', () =>
    check(`
    layer { name: "v" type: "Input" top: "v" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 4 dim: 4 } } }
    layer { name: "c" type: "Convolution" bottom: "v" top: "c" convolution_param { num_output: 1 kernel_size: 3 engine: CUDNN } }
    #                                                       ^ ?
    #                                                                                                                   ^^^^^ layer/cudnn-axes
    layer { name: "e" type: "Convolution" bottom: "v" top: "e" convolution_param { num_output: 1 kernel_size: 3 } }
    #                                                       ^ 2×1×2×2×2
  `));

  test('every transformation takes one kind of mean', () =>
    check(`
    layer { name: "m" type: "MemoryData" top: "m" top: "l" memory_data_param { batch_size: 1 channels: 1 height: 1 width: 1 } transform_param { mean_file: "a" mean_value: 3 } }
    #                                          ^ ?
    #                                                   ^ ?
    #                                                                                                                                                                      ^ data/mean-file-and-value
  `));
});
