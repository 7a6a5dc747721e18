/** normalize_layer.cpp: SSD learns a scale a channel, TSN and happynear see four axes, and happynear gives the lengths. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { dialectOf } from '#core/dialects/index';
import { trainState } from '#core/net/state';
import { forecast } from '#core/signal/forecast';
import { layerTable } from '../../support/layer-table';

layerTable(
  'Normalize',
  [
    ['2×3×4×5', '', '2×3×4×5 | scalar'],
    ['2×3×4×5', 'channel_shared: false', '2×3×4×5 | 3'],
    ['2', '', '? | scalar ! layer/no-channels b0'],
    ['2×0', 'channel_shared: false', '? | 0 ! layer/empty-bottom b0'],
    ['2×3×4×5×6', 'channel_shared: false', '? | 3 ! layer/legacy-axes b0'],
  ],
  'ssd',
);

layerTable(
  'Normalize',
  [
    ['2×3', '', '2×3×1×1'],
    ['2×3×4×5×6', '', '? ! layer/legacy-axes b0'],
  ],
  'tsn',
);

layerTable(
  'Normalize',
  [
    ['2×3×4×5', '', '2×3×4×5, 2×1×4×5'],
    ['2×3', '', '2×3×1×1'],
  ],
  'happynear',
);

test.each([
  ['across_spatial: false scale_filler { value: 20 }', 400 / 64],
  ['scale_filler { value: 20 }', 400 / (64 * 30)],
  ['across_spatial: false channel_shared: false scale_filler { type: "gaussian" }', undefined],
])('the forecast shares the squared scale among the values of a length: %s', (param, second) => {
  const text = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 64 dim: 5 dim: 6 } } }
    layer { name: "n" type: "Normalize" bottom: "data" top: "n" norm_param { ${param} } }
    layer { name: "c" type: "Convolution" bottom: "n" top: "c" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }`;
  const dialect = dialectOf('ssd') ?? expect.fail('no ssd');
  const { layers } = forecast(analyze(text, { dialect }).state(trainState));
  expect(layers[1]?.tops[0]?.secondMoment).toEqual(second === undefined ? undefined : expect.closeTo(second, 6));
  const [back, top] = [layers[1]?.bottomGradients[0], layers[1]?.topGradients[0]];
  expect(back).toEqual(second === undefined ? null : expect.closeTo(second * (top ?? NaN), 6));
});
