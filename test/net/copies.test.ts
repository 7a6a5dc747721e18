/** Blobs with several readers, which Caffe copies: the names of the copies, and where a loss weight goes. */
import { describe, test } from 'vitest';
import { check } from '../support/layer-case';

describe('the name of a copy', () => {
  test('can collide with that of another copy, or of a later blob', () =>
    check(`
    layer { name: "c" type: "Input" top: "a_b" input_param { shape { dim: 2 } } }
    layer { name: "b_c" type: "Input" top: "a" input_param { shape { dim: 2 } } }
    #                                       ^ net/copy-name-taken
    layer { name: "p" type: "Power" bottom: "a" top: "q" }
    #                                                 ^ 2
    layer { name: "l0" type: "Eltwise" bottom: "q" bottom: "a" top: "y0" }
    #                                                                ^^ 2
    layer { name: "l1" type: "Eltwise" bottom: "a_b" bottom: "a_b" top: "y1" }
    #                                                                    ^^ 2
    layer { name: "x_b" type: "Eltwise" bottom: "y0" bottom: "y1" top: "x" }
    #                                                                   ^ 2
    layer { name: "b" type: "Power" bottom: "x" top: "x_x" }
    #                                                 ^^^ net/copy-name-taken
    #                                                 ^^^ 2
    layer { name: "l2" type: "Eltwise" bottom: "x" bottom: "x_x" bottom: "x_x" top: "y2" }
    #                                                                                ^^ 2
  `));

  test('can be written in the text', () =>
    check(`
    layer { name: "d" type: "Input" top: "a" input_param { shape { dim: 2 } } }
    layer { name: "s" type: "Split" bottom: "a" top: "a_d_0_split_0" top: "z" }
    #                                                 ^^^^^^^^^^^^^ net/copy-name-taken
    #                                                 ^^^^^^^^^^^^^ 2
    #                                                                      ^ 2
    layer { name: "r" type: "ReLU" bottom: "a" top: "y" }
    #                                                ^ 2
  `));

  test('is free if nothing is copied', () =>
    check(`
    layer { name: "d" type: "Input" top: "a" input_param { shape { dim: 2 } } }
    layer { name: "s" type: "Split" bottom: "a" top: "a_d_0_split_0" top: "a_d_0_split_1" }
    #                                                 ^^^^^^^^^^^^^ 2
    #                                                                      ^^^^^^^^^^^^^ 2
  `));
});

describe('a loss_weight', () => {
  test('that goes to a copy applies to the whole layer', () =>
    check(`
    layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 } } }
    layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 } } }
    layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 3 dim: 3 } } }
    layer { name: "l0" type: "SoftmaxWithLoss" bottom: "a" bottom: "b" top: "y0" top: "z0" loss_weight: 1 }
    #                                                                        ^^ scalar
    #                                                                                  ^^ layer/second-top
    #                                                                                  ^^ 4×3
    layer { name: "l1" type: "InfogainLoss" bottom: "a" bottom: "b" bottom: "c" top: "y1" top: "z1"
    #                                                                                 ^^ layer/loss-weights-moved
    #                                                                                 ^^ scalar
    #                                                                                           ^^ 4×3
      loss_weight: 1 loss_weight: 0 }
    layer { name: "l2" type: "InfogainLoss" bottom: "a" bottom: "b" bottom: "c" top: "y2" top: "z2"
    #                                                                                 ^^ scalar
    #                                                                                           ^^ 4×3
      loss_weight: 1 loss_weight: 0 }
    layer { name: "l3" type: "SoftmaxWithLoss" bottom: "a" bottom: "b" top: "y3" loss_weight: 1 loss_weight: 0 }
    #                                                                        ^^ scalar
    layer { name: "l4" type: "Slice" bottom: "a" top: "y4" top: "z4" loss_weight: 1 slice_param { slice_point: 1 } }
    #                                                  ^^ 4×1
    #                                                            ^^ 4×2
    layer { name: "s" type: "Silence" bottom: "y0" bottom: "y1" bottom: "z2" bottom: "y3" bottom: "y4" }
  `));

  test('of nan counts as a loss', () =>
    check(`
    layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 } } }
    layer { name: "p" type: "Power" bottom: "a" top: "p" loss_weight: nan }
    #                                                 ^ 4×3
    layer { name: "r" type: "ReLU" bottom: "p" top: "p" }
    #                                                ^ net/in-place-of-shared
    #                                                ^ 4×3
  `));
});

test('rejects a layer that produces the same blob twice', () =>
  check(`
  layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 4 } } }
  layer { name: "s" type: "Slice" bottom: "a" top: "x" top: "x" }
  #                                                 ^ 4×2
  #                                                          ^ net/duplicate-top
  #                                                          ^ 4×2
`));
