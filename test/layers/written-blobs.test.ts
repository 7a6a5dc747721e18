/** `blobs { … }` in a layer: Caffe's conditions for them, and what they replace. */
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { drawNet } from '#core/weights/draw';
import { drawPlan } from '#core/weights/plan';
import { describe, expect, test } from 'vitest';
import { check, layersOf } from '../support/layer-case';

const image = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 4 } } }';
const weights = 'blobs { shape { dim: 2 dim: 3 dim: 1 dim: 1 } data: [1, 2, 3, 4, 5, 6] }';

describe('when Caffe copies them', () => {
  test('the number of values must match the shape', () =>
    check(`
    ${image}
    layer { name: "r" type: "ReLU" bottom: "x" top: "r" blobs { shape { dim: 2 } data: [1, 2, 3] } }
    #                                                ^ 2×3×4×4
    #                                                                                         ^ layer/written-values
    layer { name: "s" type: "ReLU" bottom: "x" top: "s" blobs { shape { dim: 2 } data: 1 } blobs { data: 7 } blobs { } }
    #                                                ^ 2×3×4×4
    #                                                   ^^^^^ layer/written-values
    #                                                                                                        ^^^^^ layer/written-values
  `));

  test('the old fields take precedence over the shape, and must be at least 1', () =>
    check(`
    ${image}
    layer { name: "r" type: "ReLU" bottom: "x" top: "r" blobs { num: 1 channels: 1 height: 2 width: 1 shape { dim: 9 } data: [1, 2] } }
    #                                                ^ 2×3×4×4
    layer { name: "s" type: "ReLU" bottom: "x" top: "s" blobs { num: 1 channels: 1 height: 2 data: [1, 2] } }
    #                                                ^ 2×3×4×4
    #                                                           ^^^ layer/written-empty
    layer { name: "t" type: "ReLU" bottom: "x" top: "t" blobs { shape { dim: 2 dim: -3 } } }
    #                                                ^ 2×3×4×4
    #                                                                               ^^ layer/dim-negative
  `));

  test('doubles take precedence over floats, and gradients are checked too', () =>
    check(`
    ${image}
    layer { name: "r" type: "ReLU" bottom: "x" top: "r" blobs { shape { dim: 2 } double_data: [1, 2] data: 1 diff: 1 } }
    #                                                ^ 2×3×4×4
    #                                                   ^^^^^ layer/written-values
  `));

  test('any layer may have them, with one param each', () =>
    check(`
    ${image}
    layer { name: "r" type: "ReLU" bottom: "x" top: "r" blobs { shape { dim: 1 } data: 1 } param { lr_mult: 1 } }
    #                                                ^ 2×3×4×4
    layer { name: "s" type: "ReLU" bottom: "x" top: "s" blobs { shape { dim: 1 } data: 1 } param { } param { } }
    #                                                ^ 2×3×4×4
    #                                                                                                ^^^^^ net/too-many-params
  `));

  test('unreadable values are reported once', () =>
    check(`
    ${image}
    layer { name: "r" type: "ReLU" bottom: "x" top: "r" blobs { shape { dim: 2 } data: "a" } }
    #                                                ^ 2×3×4×4
    #                                                                                  ^^^ schema/expected-type
  `));
});

describe('when layers use them', () => {
  test('the filler is not run, so it is not checked', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convolution" bottom: "x" top: "c" ${weights} convolution_param { num_output: 2 kernel_size: 1 bias_term: false weight_filler { type: "nothing" } } }
    #                                                       ^ 2×2×4×4
  `));

  test('a convolution compares their number and shapes', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convolution" bottom: "x" top: "c" ${weights} convolution_param { num_output: 2 kernel_size: 1 } }
    #                                                       ^ ?
    #                                                                  ^^^^^ layer/written-count
    layer { name: "d" type: "Deconvolution" bottom: "x" top: "d" ${weights} convolution_param { num_output: 2 kernel_size: 1 bias_term: false } }
    #                                                         ^ ?
    #                                                                    ^^^^^ layer/written-shape
    layer { name: "e" type: "Convolution" bottom: "x" top: "e" ${weights} blobs { shape { dim: 1 } data: 1 } convolution_param { num_output: 2 kernel_size: 1 } }
    #                                                       ^ ?
    #                                                                                                                                           ^^^^^ layer/written-shape
  `));

  test('an invalid field is reported alone', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convolution" bottom: "x" top: "c" ${weights} convolution_param { num_output: 2 kernel_size: 1 group: 2 bias_term: false } }
    #                                                       ^ ?
    #                                                                                                                                                                                           ^ layer/group-channels
  `));

  test('an inner product accepts any shape, and reads out of bounds', () =>
    check(`
    ${image}
    layer { name: "p" type: "InnerProduct" bottom: "x" top: "p" blobs { num: 1 channels: 1 height: 1 width: 48 data: [${'1,'.repeat(47)}1] } blobs { data: 1 } inner_product_param { num_output: 1 } }
    #                                                        ^ 2×1
    layer { name: "q" type: "InnerProduct" bottom: "x" top: "q" ${weights} inner_product_param { num_output: 1 bias_term: false } }
    #                                                        ^ 2×1
    #                                                                   ^^^^^ layer/written-unfit
    layer { name: "r" type: "BatchNorm" bottom: "x" top: "r" blobs { shape { dim: 3 } data: [0, 0, 0] } }
    #                                                     ^ 2×3×4×4
    #                                                                ^^^^^ layer/written-missing
  `));

  test('PReLU compares the number of slopes', () =>
    check(`
    ${image}
    layer { name: "p" type: "PReLU" bottom: "x" top: "p" blobs { shape { dim: 1 dim: 3 } data: [1, 2, 3] } }
    #                                                 ^ 2×3×4×4
    layer { name: "q" type: "PReLU" bottom: "x" top: "q" blobs { data: 1 } }
    #                                                 ^ ?
    #                                                    ^^^^^ layer/written-slopes
  `));

  test("Scale and Bias use the blob's shape instead of num_axes", () =>
    check(`
    ${image}
    layer { name: "s" type: "Scale" bottom: "x" top: "s" blobs { data: 2 } scale_param { num_axes: -7 bias_term: true } }
    #                                                 ^ 2×3×4×4
    layer { name: "b" type: "Bias" bottom: "x" top: "b" blobs { shape { dim: 4 } data: [1, 2, 3, 4] } }
    #                                                ^ ?
    #                                                           ^^^^^ layer/cover-mismatch
    layer { name: "t" type: "Scale" bottom: "x" top: "t" blobs { data: 2 } blobs { shape { dim: 4 } data: [1, 2, 3, 4] } scale_param { bias_term: true } }
    #                                                 ^ ?
    #                                                                              ^^^^^ layer/cover-mismatch
  `));

  test('a single blob of Scale is its bias as well', () => {
    const [layer] = layersOf(
      `${image}\nlayer { name: "s" type: "Scale" bottom: "x" top: "s" blobs { data: 2 } scale_param { bias_term: true } }`,
    );
    expect(layer?.params.map(({ role, shape, distribution }) => [role, shape, distribution])).toEqual([
      ['scale', [], { kind: 'written', values: [2] }],
      ['bias', [], { kind: 'written', values: [2] }],
    ]);
  });

  test('BatchNorm masks all of them', () =>
    check(`
    ${image}
    layer { name: "n" type: "BatchNorm" bottom: "x" top: "n" blobs { data: 1 } blobs { data: 1 } blobs { data: 1 } blobs { data: 1 } param { lr_mult: 0 } param { lr_mult: 0 } param { lr_mult: 0 } param { lr_mult: 2 } }
    #                                                     ^ ?
    #                                                                                                                                                                                                                ^ layer/learned-statistics
  `));

  test('LSTM creates its own regardless', () => {
    const text = `layer { name: "x" type: "Input" top: "x" top: "c" input_param { shape { dim: 5 dim: 2 dim: 3 } shape { dim: 5 dim: 2 } } }
      layer { name: "l" type: "LSTM" bottom: "x" bottom: "c" top: "l" blobs { data: 1 } recurrent_param { num_output: 4 weight_filler { type: "xavier" } } }`;
    expect(layersOf(text)[0]?.params.map(({ shape, filler }) => [shape, filler])).toEqual([
      [[16, 3], 'xavier'],
      [[16], 'constant'],
      [[16, 4], 'xavier'],
    ]);
    const problems = analyze(text, { dialect: bvlc, kind: 'net' }).problems;
    expect(problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`)).toContain(
      'check/dead-field blobs { data: 1 }',
    );
  });
});

test('they are not drawn, so the next blob is drawn first', () => {
  const of = (blobs: string): ReturnType<typeof analyze> =>
    analyze(
      `${image}
    layer { name: "c" type: "Convolution" bottom: "x" top: "c" ${blobs} convolution_param { num_output: 2 kernel_size: 1 bias_term: false weight_filler { type: "xavier" } } }
    layer { name: "d" type: "Convolution" bottom: "x" top: "d" convolution_param { num_output: 2 kernel_size: 1 bias_term: false weight_filler { type: "xavier" } } }`,
      { dialect: bvlc, kind: 'net' },
    );
  const draws = [of(weights), of('')].map((analysis) => {
    const state = analysis.state({ phase: 'TEST', level: 0, stages: [] });
    const net = drawNet(state, 7);
    expect(drawPlan(state).steps.every(({ kind }) => kind === 'fill')).toBe(true);
    return state.layers.flatMap(({ params }) => params).map((weight) => [...(net.values(weight)?.values ?? [])]);
  });
  expect(draws[0]?.[0]).toEqual([1, 2, 3, 4, 5, 6]);
  expect(draws[0]?.[1]).toEqual(draws[1]?.[0]);
});

test.each([
  [
    'V1',
    'layers { name: "c" type: CONVOLUTION bottom: "x" top: "c" $ convolution_param { num_output: 2 kernel_size: 1 bias_term: false } }',
  ],
  [
    'V0',
    'layers { bottom: "x" top: "c" layer { name: "c" type: "conv" $ num_output: 2 kernelsize: 1 biasterm: false } }',
  ],
])('upgrading %s layers keeps them', (_, layer) => {
  const text = `input: "x" input_dim: 2 input_dim: 3 input_dim: 4 input_dim: 4 ${layer.replace('$', weights)}`;
  expect(layersOf(text)[0]?.params.map(({ distribution }) => distribution)).toEqual([
    { kind: 'written', values: [1, 2, 3, 4, 5, 6] },
  ]);
});
