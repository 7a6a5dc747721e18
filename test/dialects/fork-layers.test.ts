/** Rules of forks' layers that no recorded answer covers, from the forks' sources. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { dialectOf } from '#core/dialects/index';
import type { Weight } from '#core/infer/types';
import { check } from '../support/layer-case';

/** The params of the last layer. */
function paramsOf(id: string, text: string): readonly Weight[] {
  const dialect = dialectOf(id);
  if (!dialect) throw new Error(`no dialect ${id}`);
  const analysis = analyze(text, { dialect });
  const [state] = analysis.states;
  return (state && analysis.state(state).layers.at(-1)?.params) ?? [];
}

test('SSD: background_label_id must be a class, a label map must not be empty, and a source needs a name', () =>
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
  #                                                        ^^ 1×1×?×8
  #                                                            ^^^^^^^^^^ data/no-file
`,
    dialectOf('ssd'),
  ));

test('SSD: an in-place Permute reshapes its bottom twice', () =>
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

test('SegNet: Upsample requires four axes, and more than one row and column', () =>
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

test('PSPNet: Interp must leave at least one row and column', () =>
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

test('Axpy requires one factor for each channel', () =>
  check(
    `
  layer { name: "d" type: "Input" top: "a" top: "b" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 5 } shape { dim: 2 } } }
  layer { name: "l0" type: "Axpy" bottom: "b" bottom: "a" bottom: "a" top: "y0" }
  #                                        ^ layer/no-channels
  #                                                                         ^^ ?
`,
    dialectOf('happynear'),
  ));

test('before the Input layer: the shapes of inputs must be given in only one way', () =>
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

test('before the Input layer: each input has exactly four dimensions', () =>
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

test('before the Input layer: each input needs a shape', () =>
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

test('before the Input layer: an input without a shape is not ignored', () =>
  check(
    `
  input: "a"
  #^^^^^ net/input-count
  layer { name: "l0" type: "ReLU" bottom: "a" top: "y0" }
  #                                                 ^^ ?×?×?×?
`,
    dialectOf('tsn'),
  ));

test('the statistics of BatchNorm have learning rates in Caffes that do not mask them', () =>
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

test.each(['nvcaffe', 'intel', 'microsoft', 'rfcn', 'flownet2'])(
  '%s: BatchNorm accepts any learning rate for its statistics',
  (id) =>
    check(
      `
  input: "a" input_shape { dim: 2 dim: 3 dim: 4 dim: 4 }
  layer { name: "l0" type: "BatchNorm" bottom: "a" top: "y0" param { lr_mult: 1 } }
  #                                                      ^^ 2×3×4×4
`,
      dialectOf(id),
    ),
);

test('NVIDIA: BatchNorm requires four axes, and its third blob starts at 1', () => {
  check(
    `
  layer { name: "d" type: "Input" top: "a" top: "b" input_param { shape { dim: 2 dim: 3 } shape { dim: 2 dim: 3 dim: 4 dim: 4 dim: 4 } } }
  layer { name: "l0" type: "BatchNorm" bottom: "a" top: "y0" }
  #                                             ^ fork/too-few-axes
  #                                                      ^^ ?
  layer { name: "l1" type: "BatchNorm" bottom: "b" top: "y1" }
  #                                                      ^^ 2×3×4×4×4
`,
    dialectOf('nvcaffe'),
  );
  const params = paramsOf(
    'nvcaffe',
    `input: "a" input_shape { dim: 2 dim: 3 dim: 4 dim: 4 }
layer { name: "l" type: "BatchNorm" bottom: "a" top: "y" param { lr_mult: 3 } param { decay_mult: 2 } batch_norm_param { scale_bias: true } }`,
  );
  expect(params.map(({ role, mean, lrMult, decayMult }) => [role, mean, lrMult, decayMult])).toEqual([
    ['mean', 0, 0, 0],
    ['variance', 0, 0, 0],
    ['correction', 1, 0, 0],
    ['scale', 1, 1, 1],
    ['bias', 0, 1, 1],
  ]);
});

test('PSPNet: the fraction of the moving averages must be between 0 and 1', () =>
  check(
    `
  input: "a" input_shape { dim: 2 dim: 3 }
  layer { name: "l0" type: "BatchNorm" bottom: "a" top: "y0" batch_norm_param { moving_average_fraction: 1.5 } }
  #                                                      ^^ ?
  #                                                                                                      ^^^ fork/field-bound
`,
    dialectOf('pspnet'),
  ));

test.each(['ssd', 'tsn', 'nvcaffe', 'deeplab-v2', 'lsuv'])(
  '%s: InfogainLoss requires one label per item and a matrix of classes',
  (id) =>
    check(
      `
  input: "a" input_shape { dim: 2 dim: 3 }
  input: "b" input_shape { dim: 2 }
  input: "c" input_shape { dim: 2 dim: 3 }
  input: "h" input_shape { dim: 1 dim: 1 dim: 3 dim: 3 }
  layer { name: "l0" type: "InfogainLoss" bottom: "a" bottom: "b" bottom: "h" top: "y0" }
  #                                                                                 ^^ scalar
  layer { name: "l1" type: "InfogainLoss" bottom: "a" bottom: "c" bottom: "h" top: "y1" }
  #                                                            ^ fork/bottom-size
  #                                                                                 ^^ scalar
  layer { name: "l2" type: "InfogainLoss" bottom: "h" bottom: "b" bottom: "h" top: "y2" }
  #                                                            ^ layer/first-dimensions-differ
  #                                                                                 ^^ scalar
`,
      dialectOf(id),
    ),
);

test('Intel: InfogainLoss is the version of 2017, with labels for each position', () =>
  check(
    `
  input: "a" input_shape { dim: 2 dim: 3 dim: 4 }
  input: "b" input_shape { dim: 2 dim: 1 dim: 4 }
  layer { name: "l0" type: "InfogainLoss" bottom: "a" bottom: "b" top: "y0" infogain_loss_param { source: "h" } }
  #                                                                     ^^ scalar
`,
    dialectOf('intel'),
  ));

test.each(['fast-rcnn', 'pspnet', 'segnet', 'tsn', 'lsuv'])(
  '%s: Pooling divides by 0 if it leaves no row, but not if it leaves no column',
  (id) =>
    check(
      `
  input: "a" input_shape { dim: 1 dim: 3 dim: 4 dim: 9 }
  input: "b" input_shape { dim: 1 dim: 3 dim: 9 dim: 4 }
  layer { name: "l0" type: "Pooling" bottom: "a" top: "y0" pooling_param { kernel_size: 9 stride: 6 } }
  #                                                    ^^ 1×3×1×1
  layer { name: "l1" type: "Pooling" bottom: "a" top: "y1" pooling_param { kernel_size: 9 stride: 4 } }
  #                                                    ^^ fork/empty-axis
  #                                                    ^^ ?
  layer { name: "l2" type: "Pooling" bottom: "b" top: "y2" pooling_param { kernel_size: 9 stride: 4 } }
  #                                                    ^^ 1×3×1×0
`,
      dialectOf(id),
    ),
);

test('TSN: ArgMax requires four axes, and top-k reduction of a pyramid checks its levels', () =>
  check(
    `
  input: "a" input_shape { dim: 2 dim: 3 dim: 4 dim: 4 dim: 4 }
  input: "b" input_shape { dim: 2 dim: 3 }
  layer { name: "l0" type: "ArgMax" bottom: "a" top: "y0" }
  #                                          ^ layer/legacy-axes
  #                                                   ^^ ?
  layer { name: "l1" type: "ArgMax" bottom: "b" top: "y1" }
  #                                                   ^^ 2×1×1×1
  layer { name: "l2" type: "BatchReduction" bottom: "a" top: "y2" batch_reduction_param { level: 2 reduction_param { operation: TOPK axis: 2 } } }
  #                                                           ^^ 2×3×1×4×4
  layer { name: "l3" type: "BatchReduction" bottom: "a" top: "y3" batch_reduction_param { level: 2 reduction_param { operation: TOPK axis: 1 } } }
  #                                                           ^^ ?
  #                                                                                              ^ fork/reduction-size
`,
    dialectOf('tsn'),
  ));

test('Intel: SpatialDropout requires four axes', () =>
  check(
    `
  input: "a" input_shape { dim: 2 dim: 3 dim: 4 dim: 4 dim: 4 }
  layer { name: "l0" type: "SpatialDropout" bottom: "a" top: "y0" }
  #                                                  ^ layer/legacy-axes
  #                                                           ^^ ?
`,
    dialectOf('intel'),
  ));

test.each(['ssd', 'tsn', 'segnet', 'nvcaffe', 'caffe-face'])('%s: gaussian fills any number of axes', (id) =>
  check(
    `
  layer { name: "l0" type: "DummyData" top: "y0" dummy_data_param { shape { dim: 2 dim: 3 dim: 4 dim: 4 dim: 4 } data_filler { type: "gaussian" sparse: 1 } } }
  #                                          ^^ 2×3×4×4×4
  layer { name: "l1" type: "DummyData" top: "y1" dummy_data_param { shape { dim: 2 dim: 3 dim: 4 dim: 4 dim: 4 } data_filler { type: "xavier" } } }
  #                                          ^^ 2×3×4×4×4
  #                                                                                                                            ^^^^^^^^^^^^^^ filler/rejected-later
`,
    dialectOf(id),
  ),
);

test.each(['nvcaffe', 'fast-rcnn', 'rtpose'])('%s: losses compare num, and require at most four axes', (id) =>
  check(
    `
  input: "a" input_shape { dim: 2 dim: 3 dim: 4 dim: 4 dim: 4 }
  layer { name: "l0" type: "EuclideanLoss" bottom: "a" bottom: "a" top: "y0" }
  #                                                 ^ layer/legacy-axes
  #                                                             ^ layer/legacy-axes
  #                                                                      ^^ scalar
`,
    dialectOf(id),
  ),
);

test('TSN: Reshape and Flatten work in place', () =>
  check(
    `
  input: "a" input_shape { dim: 2 dim: 3 dim: 4 dim: 4 }
  layer { name: "l0" type: "Flatten" bottom: "a" top: "a" }
  #                                                    ^ 2×48
  layer { name: "l1" type: "Reshape" bottom: "a" top: "a" reshape_param { shape { dim: 2 dim: 4 dim: -1 } } }
  #                                                    ^ 2×4×12
`,
    dialectOf('tsn'),
  ));

test.each(['ssd', 'nvcaffe', 'intel'])('%s: rejects samplers that abort in the first batch', (id) =>
  check(
    `
  layer { name: "l" type: "AnnotatedData" top: "y" top: "z"
  #                                             ^ 3×3×4×5
  #                                                      ^ 1×1×?×8
    transform_param { resize_param { height: 4 width: 5 } } data_param { source: "s" batch_size: 3 }
    annotated_data_param { batch_sampler { sampler { min_scale: 0 max_scale: 1.5 } }
  #                                                  ^^^^^^^^^ fork/sampler-bound
  #                                                               ^^^^^^^^^ fork/sampler-bound
      batch_sampler { sampler { min_aspect_ratio: 2 } }
  #                             ^^^^^^^^^^^^^^^^ fork/sampler-bound
      batch_sampler { sampler { max_scale: 0.5 } }
  #                             ^^^^^^^^^ fork/sampler-bound
      batch_sampler { sampler { min_scale: 0 } max_sample: 0 }
      batch_sampler { sampler { min_scale: 0 } use_original_image: false }
      batch_sampler { sampler { min_scale: 0.3 max_scale: 1 min_aspect_ratio: 0.5 max_aspect_ratio: 2 } }
    }
    # prototxt: datum 3x9x9
  }
`,
    dialectOf(id),
  ),
);

test('RefineDet: the scores and locations of the refinement are bottoms, with a threshold', () =>
  check(
    `
  layer { name: "d" type: "Input" top: "l" top: "c" top: "p" top: "g"
    input_param { shape { dim: 1 dim: 64 } shape { dim: 1 dim: 32 } shape { dim: 1 dim: 2 dim: 64 } shape { dim: 1 dim: 1 dim: 3 dim: 8 } } }
  layer { name: "l0" type: "DetectionOutput" bottom: "l" bottom: "c" bottom: "p" bottom: "c" bottom: "l" top: "y0"
  #                                                                                                            ^^ 1×1×1×7
    detection_output_param { num_classes: 2 objectness_score: 0.01 } }
  layer { name: "l1" type: "MultiBoxLoss" bottom: "l" bottom: "c" bottom: "p" bottom: "g" bottom: "c" bottom: "l" top: "y1"
  #                                                                                                                     ^^ scalar
    multibox_loss_param { num_classes: 2 objectness_score: 0.01 } }
  layer { name: "l2" type: "DetectionOutput" bottom: "l" bottom: "c" top: "y2" detection_output_param { num_classes: 2 } }
  #                         ^^^^^^^^^^^^^^^ net/bottom-count
  #                                                                        ^^ ?
`,
    dialectOf('refinedet'),
  ));

test("NVIDIA: a prefetch of 0 selects Caffe's default", () =>
  check(
    `
  layer { name: "l" type: "Data" top: "y" data_param { source: "s" batch_size: 2 prefetch: 0 } } # prototxt: datum 3x4x5
  #                                    ^ 2×3×4×5
`,
    dialectOf('nvcaffe'),
  ));

test.each([
  ['nvcaffe', '', []],
  ['nvcaffe', 'coeff: 1 coeff: 1', []],
  ['nvcaffe', 'coeff: 1 coeff: 2', ['check/in-place']],
  ['nvcaffe', 'operation: MAX', ['check/in-place']],
  ['ssd', '', ['check/in-place']],
])('%s: an in-place sum (%s)', (id, param, codes) => {
  const dialect = dialectOf(id);
  if (!dialect) throw new Error(`no dialect ${id}`);
  const text = `input: "a" input_shape { dim: 2 dim: 3 } input: "b" input_shape { dim: 2 dim: 3 }
layer { name: "l" type: "Eltwise" bottom: "b" bottom: "a" top: "b" eltwise_param { ${param} } }`;
  const found = analyze(text, { dialect }).problems.map(({ code }) => code);
  expect(found.filter((code) => code === 'check/in-place')).toEqual(codes);
});

test('Intel: a 1×1 window is dropped if it starts after the image, and Pooling accepts three axes', () =>
  check(
    `
  input: "a" input_shape { dim: 1 dim: 3 dim: 56 dim: 55 }
  input: "b" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 dim: 8 }
  input: "c" input_shape { dim: 1 dim: 3 }
  layer { name: "l0" type: "Pooling" bottom: "a" top: "y0" pooling_param { kernel_size: 1 stride: 2 } }
  #                                                    ^^ 1×3×28×28
  layer { name: "l1" type: "Pooling" bottom: "a" top: "y1" pooling_param { kernel_size: 3 stride: 2 } }
  #                                                    ^^ 1×3×28×27
  layer { name: "l2" type: "Pooling" bottom: "b" top: "y2" pooling_param { kernel_size_3d: 2 kernel_size_3d: 2 kernel_size_3d: 2 } }
  #                                                    ^^ ?
  layer { name: "l3" type: "Pooling" bottom: "c" top: "y3" pooling_param { kernel_size: 2 } }
  #                                           ^ layer/no-spatial-axes
  #                                                    ^^ ?
`,
    dialectOf('intel'),
  ));

test('Intel: Reshape moves channels to spatial axes, and losses accept weights', () =>
  check(
    `
  input: "a" input_shape { dim: 2 dim: 8 dim: 3 dim: 5 }
  input: "l" input_shape { dim: 2 dim: 1 dim: 3 dim: 5 }
  layer { name: "l0" type: "Reshape" bottom: "a" top: "y0" reshape_param { pixelshuffler: 2 } }
  #                                                    ^^ 2×2×6×10
  layer { name: "l1" type: "Reshape" bottom: "a" top: "y1" reshape_param { pixelshuffler: 3 } }
  #                                           ^ fork/pixel-shuffle
  #                                                    ^^ ?
  layer { name: "l2" type: "SoftmaxWithLoss" bottom: "a" bottom: "l" bottom: "l" top: "y2" }
  #                                                                                    ^^ scalar
`,
    dialectOf('intel'),
  ));
