/** What is known of a net before it runs: its fillers, and statistics or weights that are 0. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { startOf } from '#server/features/run-start';
import type { NetStart } from '#server/runs';

const input = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }';
const conv = (filler: string): string =>
  `layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 2 kernel_size: 3 ${filler} } }`;
const norm = 'layer { name: "bn" type: "BatchNorm" bottom: "c" top: "bn" }';

function start(layers: readonly string[], phase: 'TRAIN' | 'TEST' = 'TRAIN'): NetStart {
  const analysis = analyze([input, ...layers].join('\n'), { dialect: bvlc });
  return startOf(analysis.state({ phase, level: 0, stages: [] }));
}

test.each([
  ['weight_filler { type: "xavier" }', ['xavier']],
  ['weight_filler { type: "gaussian" std: 0.01 }', ['gaussian N(0, 0.01²)']],
  ['weight_filler { type: "uniform" min: -0.5 max: 0.5 }', ['uniform (−0.5 … 0.5)']],
])('names the filler of %s', (filler, fillers) => {
  expect(start([conv(filler)])).toEqual({ areWeightsZero: false, areStatisticsZero: false, fillers });
});

test('says that all weights are 0', () => {
  expect(start([conv('')])).toEqual({ areWeightsZero: true, areStatisticsZero: false, fillers: ['constant 0'] });
});

test('does not call the weights 0 where a recurrent layer has a filler', () => {
  const recurrent = (filler: string): readonly string[] => [
    'layer { name: "x" type: "Input" top: "x" top: "cont" input_param { shape { dim: 4 dim: 2 dim: 8 } shape { dim: 4 dim: 2 } } }',
    `layer { name: "r" type: "LSTM" bottom: "x" bottom: "cont" top: "r" recurrent_param { num_output: 3 ${filler} } }`,
    'layer { name: "ip" type: "InnerProduct" bottom: "r" top: "ip" inner_product_param { num_output: 2 } }',
  ];
  expect(start(recurrent('weight_filler { type: "xavier" }')).areWeightsZero).toBe(false);
  expect(start(recurrent('')).areWeightsZero).toBe(true);
});

test('says that BatchNorm divides by statistics that are still 0, in TEST alone', () => {
  const layers = [conv('weight_filler { type: "msra" }'), norm];
  expect(start(layers, 'TEST').areStatisticsZero).toBe(true);
  expect(start(layers, 'TRAIN').areStatisticsZero).toBe(false);
});
