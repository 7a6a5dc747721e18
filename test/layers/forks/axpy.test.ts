/** axpy_layer.cpp of SENet: a factor a channel, then two of one shape. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { dialectOf } from '#core/dialects/index';
import { trainState } from '#core/net/state';
import { forecast } from '#core/signal/forecast';
import { layerTable } from '../../support/layer-table';

layerTable(
  'Axpy',
  [
    ['2×3, 2×3×4×5, 2×3×4×5', '', '2×3×4×5'],
    ['2×3×1×1, 2×3×4×5, 2×3×4×5', '', '2×3×4×5'],
    ['2×4, 2×3×4×5, 2×3×4×5', '', '? ! fork/bottoms-differ b0'],
    ['1×3, 2×3×4×5, 2×3×4×5', '', '? ! fork/bottoms-differ b0'],
    ['2×3×4×5, 2×3×4×5, 2×3×4×5', '', '? ! fork/bottom-size b0'],
    ['2×3, 2×3×4×5, 2×3×5×4', '', '? ! layer/shapes-differ b2'],
    ['2, 2×3, 2×3', '', '? ! layer/no-channels b0'],
  ],
  'senet',
);

test('the forecast adds a product, whose factor gets the gradients of all positions', () => {
  const text = `layer { name: "data" type: "Input" top: "a" top: "x" top: "y" input_param { shape { dim: 2 dim: 3 } shape { dim: 2 dim: 3 dim: 4 dim: 5 } shape { dim: 2 dim: 3 dim: 4 dim: 5 } } }
    layer { name: "half" type: "Power" bottom: "x" top: "half" power_param { scale: 0.5 } }
    layer { name: "axpy" type: "Axpy" bottom: "a" bottom: "half" bottom: "y" top: "z" }
    layer { name: "c" type: "Convolution" bottom: "z" top: "c" convolution_param { num_output: 3 kernel_size: 1 weight_filler { type: "xavier" } } }`;
  const dialect = dialectOf('senet') ?? expect.fail('no senet');
  const { layers } = forecast(analyze(text, { dialect }).state(trainState));
  expect(layers[2]?.tops[0]?.secondMoment).toBeCloseTo(1.25, 9);
  expect(layers[2]?.bottomGradients.map((gradient) => gradient?.toFixed(6))).toEqual([
    '5.000000',
    '1.000000',
    '1.000000',
  ]);
});
