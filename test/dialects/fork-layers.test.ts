/** Layers of forks in corners that no recorded answer shows, by their own sources. */
import { test } from 'vitest';
import { dialectOf } from '#core/dialects/index';
import { check } from '../support/layer-case';

test('SSD: the background is a class of the softmax, a map is not empty, a source has a name', () =>
  check(
    `
  layer { name: "d" type: "Input" top: "loc" top: "conf" top: "boxes" top: "true" top: "none" top: "image"
    input_param { shape { dim: 2 dim: 8 } shape { dim: 2 dim: 6 } shape { dim: 1 dim: 2 dim: 8 } shape { dim: 1 dim: 1 dim: 3 dim: 8 } shape { dim: 2 dim: 8 dim: 0 dim: 3 } shape { dim: 2 dim: 3 dim: 9 dim: 7 } } }
  layer { name: "l0" type: "MultiBoxLoss" bottom: "loc" bottom: "conf" bottom: "boxes" bottom: "true" top: "y0"
  #                                                                                                         ^^ ?
    multibox_loss_param { num_classes: 3 background_label_id: 3 } }
  #                                                           ^ fork/field-bound
  layer { name: "l1" type: "MultiBoxLoss" bottom: "loc" bottom: "conf" bottom: "boxes" bottom: "true" top: "y1"
  #                                                                                                         ^^ scalar
    multibox_loss_param { num_classes: 3 background_label_id: 3 conf_loss_type: LOGISTIC } }
  layer { name: "l2" type: "PriorBox" bottom: "none" bottom: "image" top: "y2" prior_box_param { min_size: 3 } }
  #                                            ^^^^ layer/empty-bottom
  #                                                                        ^^ ?
  layer { name: "l3" type: "PriorBox" bottom: "loc" bottom: "image" top: "y3" top: "z3" prior_box_param { min_size: 3 } }
  #                                                                       ^^ ?
  #                                                                                 ^^ net/top-count
  #                                                                                 ^^ ?
  layer { name: "l4" type: "Normalize" bottom: "none" top: "y4" }
  #                                             ^^^^ layer/empty-bottom
  #                                                         ^^ ?
  layer { name: "l5" type: "AnnotatedData" top: "y5" top: "z5" data_param { batch_size: 3 } transform_param { mean_value: 1 mean_value: 2 resize_param { height: 4 width: 5 } } }
  #                                              ^^ 3×2×4×5
  #                                                        ^^ 1×1×1×8
  #                                                            ^^^^^^^^^^ data/no-file
`,
    dialectOf('ssd'),
  ));

test('SSD: Permute in place gives its bottom a shape twice', () =>
  check(
    `
  layer { name: "d" type: "Input" top: "a" top: "b" input_param { shape { dim: 2 dim: 3 dim: 9 dim: 7 } } }
  layer { name: "l0" type: "Permute" bottom: "a" top: "y0" permute_param { order: 0 order: 2 order: 3 } }
  #                                                    ^^ 2×9×7×3
  layer { name: "l1" type: "Permute" bottom: "b" top: "b" permute_param { order: 0 order: 2 order: 3 } }
  #                                                    ^ 2×7×3×9
`,
    dialectOf('ssd'),
  ));

test('SegNet: Upsample takes four axes, and makes more than one row and column', () =>
  check(
    `
  input: "a" input_shape { dim: 2 dim: 3 dim: 4 dim: 4 }
  input: "b" input_shape { dim: 2 dim: 3 dim: 4 }
  layer { name: "l0" type: "Upsample" bottom: "a" bottom: "a" top: "y0" upsample_param { upsample_h: 8 upsample_w: 1 } }
  #                                                                 ^^ ?
  #                                                                                                                ^ fork/field-bound
  layer { name: "l1" type: "Upsample" bottom: "a" bottom: "b" top: "y1" upsample_param { scale: 2 } }
  #                                                        ^ layer/four-axes
  #                                                                 ^^ ?
  layer { name: "l2" type: "Upsample" bottom: "a" bottom: "a" top: "y2" upsample_param { scale: 2 } }
  #                                                                 ^^ 2×3×8×8
`,
    dialectOf('segnet'),
  ));

test('PSPNet: Interp has to leave something of its bottom', () =>
  check(
    `
  input: "a" input_shape { dim: 2 dim: 3 dim: 4 dim: 5 }
  layer { name: "l0" type: "Interp" bottom: "a" top: "y0" interp_param { height: 5 width: 6 pad_beg: -3 } }
  #                                                   ^^ 2×3×5×6
  layer { name: "l1" type: "Interp" bottom: "a" top: "y1" interp_param { height: 5 width: 6 pad_beg: -2 pad_end: -2 } }
  #                                                   ^^ ?
  #                                                       ^^^^^^^^^^^^ fork/field-bound
  layer { name: "l2" type: "Interp" bottom: "a" top: "y2" interp_param { shrink_factor: 4 pad_beg: -4 } }
  #                                                   ^^ ?
  #                                                       ^^^^^^^^^^^^ fork/field-bound
`,
    dialectOf('pspnet'),
  ));

test('Axpy takes a factor for each channel', () =>
  check(
    `
  layer { name: "d" type: "Input" top: "a" top: "b" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 5 } shape { dim: 2 } } }
  layer { name: "l0" type: "Axpy" bottom: "b" bottom: "a" bottom: "a" top: "y0" }
  #                                        ^ layer/no-channels
  #                                                                         ^^ ?
`,
    dialectOf('happynear'),
  ));

test('before the Input layer: shapes of inputs are given in one way', () =>
  check(
    `
  input: "a"
  input_shape { dim: 2 dim: 3 }
  input_dim: 1 input_dim: 2 input_dim: 3 input_dim: 4
  #^^^^^^^^^ net/input-shape-and-dim
  layer { name: "l0" type: "ReLU" bottom: "a" top: "y0" }
  #                                                 ^^ 2×3
`,
    dialectOf('fast-rcnn'),
  ));

test('before the Input layer: four dimensions an input, no more', () =>
  check(
    `
  input: "a"
  input_dim: 1 input_dim: 2 input_dim: 3 input_dim: 4 input_dim: 5
  #                                                   ^^^^^^^^^ net/input-count
  layer { name: "l0" type: "ReLU" bottom: "a" top: "y0" }
  #                                                 ^^ 1×2×3×4
`,
    dialectOf('fast-rcnn'),
  ));

test('before the Input layer: a shape for each input', () =>
  check(
    `
  input: "a"
  input: "b"
  #^^^^^ net/input-count
  input_shape { dim: 2 dim: 3 }
  layer { name: "l0" type: "ReLU" bottom: "a" top: "y0" }
  #                                                 ^^ 2×3
`,
    dialectOf('pspnet'),
  ));

test('before the Input layer: an input without a shape is not dropped', () =>
  check(
    `
  input: "a"
  #^^^^^ net/input-count
  layer { name: "l0" type: "ReLU" bottom: "a" top: "y0" }
  #                                                 ^^ ?×?×?×?
`,
    dialectOf('tsn'),
  ));

test('before Caffe masked the statistics of BatchNorm, they had rates', () =>
  check(
    `
  input: "a" input_shape { dim: 2 dim: 3 }
  layer { name: "l0" type: "BatchNorm" bottom: "a" top: "y0" param { lr_mult: 1 } }
  #                                                      ^^ 2×3
  layer { name: "l1" type: "BatchNorm" bottom: "a" top: "y1" param { lr_mult: 1 } param { lr_mult: 1 } param { lr_mult: 1 } param { lr_mult: 0 } }
  #                                                      ^^ 2×3
  #                                                                                                                         ^^^^^ net/too-many-params
`,
    dialectOf('pspnet'),
  ));
