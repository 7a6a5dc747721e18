import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { costOf } from '#core/cost/cost';
import { fieldSize } from '#core/cost/format';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { testState } from '#core/net/state';
import { forecast } from '#core/signal/forecast';

const input =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 6 dim: 16 dim: 20 } } }\n';

/** The costs of layers after the input, in the dialect detected from their types. */
function costsOf(layers: string): ReturnType<typeof costOf>['layers'] {
  const analysis = analyze(input + layers, { dialect: chooseDialect, kind: 'net' });
  expect(analysis.problems).toEqual([]);
  return costOf(analysis.state(testState)).layers;
}

test('ConvolutionDepthwise has one filter for each channel, regardless of num_output and group', () => {
  const last = costsOf(
    'layer { name: "dw" type: "ConvolutionDepthwise" bottom: "data" top: "dw" convolution_param { num_output: 99 kernel_size: 3 stride: 2 pad: 1 weight_filler { type: "msra" } } }',
  ).at(-1);
  expect(last?.inferred.tops).toEqual([[1, 6, 8, 10]]);
  expect(last?.inferred.params.map(({ shape, fanIn, fanOut }) => [shape, fanIn, fanOut])).toEqual([
    [[6, 1, 3, 3], 9, 54],
    [[6], 1, 6],
  ]);
  expect(last?.macs).toBe(6 * 8 * 10 * 9);
  expect(fieldSize(last?.fields[0] ?? null)).toBe('3');
});

test('DepthwiseConvolution is like Convolution: its groups are those written in the file', () => {
  const last = costsOf(
    'layer { name: "dw" type: "DepthwiseConvolution" bottom: "data" top: "dw" convolution_param { num_output: 6 group: 6 kernel_size: 3 } }',
  ).at(-1);
  expect(last?.inferred.tops).toEqual([[1, 6, 14, 18]]);
  expect(last?.inferred.params[0]?.shape).toEqual([6, 1, 3, 3]);
});

test('ReLU6, ShuffleChannel and Reverse keep the shape; ROIAlign outputs one item per region', () => {
  const layers = costsOf(`
    layer { name: "relu" type: "ReLU6" bottom: "data" top: "data" }
    layer { name: "shuffle" type: "ShuffleChannel" bottom: "data" top: "mixed" shuffle_channel_param { group: 3 } }
    layer { name: "reverse" type: "Reverse" bottom: "mixed" top: "turned" reverse_param { axis: 3 } }
    layer { name: "rois" type: "Input" top: "rois" input_param { shape { dim: 7 dim: 5 } } }
    layer { name: "regions" type: "ROIAlign" bottom: "turned" bottom: "rois" top: "regions" roi_align_param { pooled_h: 4 pooled_w: 3 } }`);
  expect(layers.map(({ inferred }) => inferred.tops[0])).toEqual([
    [1, 6, 16, 20],
    [1, 6, 16, 20],
    [1, 6, 16, 20],
    [1, 6, 16, 20],
    [7, 5],
    [7, 6, 4, 3],
  ]);
});

test('Interp resizes to the size of a second bottom if asked to', () => {
  const last = costsOf(`
    layer { name: "dw" type: "ConvolutionDepthwise" bottom: "data" top: "dw" convolution_param { kernel_size: 2 stride: 2 } }
    layer { name: "up" type: "Interp" bottom: "dw" bottom: "data" top: "up" interp_param { use_blob_size: true } }`).at(
    -1,
  );
  expect(last?.inferred.tops).toEqual([[1, 6, 16, 20]]);
});

test('ShuffleChannel requires at least one group', () => {
  const net = `${input}layer { name: "s" type: "ShuffleChannel" bottom: "data" top: "s" shuffle_channel_param { group: 0 } }`;
  expect(analyze(net, { dialect: chooseDialect, kind: 'net' }).problems.map(({ code }) => code)).toContain(
    'fork/field-bound',
  );
});

test('forecasts the signal through a mobile block', () => {
  const analysis = analyze(
    `${input}
    layer { name: "dw" type: "ConvolutionDepthwise" bottom: "data" top: "dw" convolution_param { kernel_size: 1 bias_term: false weight_filler { type: "gaussian" std: 1 } } }
    layer { name: "relu" type: "ReLU6" bottom: "dw" top: "relu" }
    layer { name: "shuffle" type: "ShuffleChannel" bottom: "relu" top: "mixed" shuffle_channel_param { group: 3 } }`,
    { dialect: chooseDialect, kind: 'net' },
  );
  const found = forecast(analysis.state(testState)).layers.map(({ tops }) => tops[0]?.secondMoment);
  expect(found[3]).toBe(found[2]);
  expect(found[2]).toBeGreaterThan(0.2);
  expect(found[2]).toBeLessThan(0.5);
});

test('forecasts the signal through shuffled channels of several blobs', () => {
  const analysis = analyze(
    `${input}
    layer { name: "half" type: "Power" bottom: "data" top: "half" power_param { scale: 0.5 } }
    layer { name: "both" type: "Concat" bottom: "data" bottom: "half" top: "both" }
    layer { name: "shuffle" type: "ShuffleChannel" bottom: "both" top: "mixed" shuffle_channel_param { group: 2 } }
    layer { name: "conv" type: "Convolution" bottom: "mixed" top: "conv" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }`,
    { dialect: chooseDialect, kind: 'net' },
  );
  const { layers } = forecast(analysis.state(testState));
  expect(layers[3]?.tops[0]?.secondMoment).toBeCloseTo((1 + 0.25) / 2, 9);
  expect(layers[3]?.bottomGradients[0]).toBeCloseTo(layers[4]?.bottomGradients[0] ?? NaN, 9);
});

test('ROIAlign of mscnn and cascade-rcnn reads roi_pooling_param', () => {
  const rois = 'layer { name: "r" type: "Input" top: "r" input_param { shape { dim: 9 dim: 5 } } }\n';
  const align =
    'layer { name: "a" type: "ROIAlign" bottom: "data" bottom: "r" top: "a" roi_pooling_param { pooled_w: 7 pooled_h: 5 } }';
  expect(costsOf(rois + align).at(-1)?.inferred.tops).toEqual([[9, 6, 5, 7]]);
});
