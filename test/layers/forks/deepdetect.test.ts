/** Layers of DeepDetect's Caffe: those that it adds, and those that it has otherwise. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { dialectOf } from '#core/dialects/index';
import { trainState } from '#core/net/state';
import { layerTable } from '../../support/layer-table';

const fork = 'deepdetect';

layerTable(
  'ContinuationIndicator',
  [
    ['6×2×3', 'time_step: 6 axis: 1', '6×2'],
    ['6×2×3', '', '? ! fork/field-bound ContinuationIndicator'],
  ],
  fork,
);
layerTable(
  'Data',
  [
    [
      '',
      'top: "y0" top: "y1" top: "y2" transform_param { crop_size: 3 untransformed_top: true } data_param { source: "a" batch_size: 2 }',
      '2×?×3×3, 2, 2×?×3×3 ! data/unknown-record-shape Data',
    ],
  ],
  fork,
);
layerTable(
  'ImageData',
  [
    [
      '',
      'top: "y0" top: "y1" image_data_param { source: "a" batch_size: 2 new_height: 4 new_width: 5 label_size: 3 }',
      '2×3×4×5, 2×3×1×1',
    ],
  ],
  fork,
);
layerTable(
  'MemoryData',
  [
    [
      '',
      'top: "y0" top: "y1" transform_param { crop_size: 3 } memory_data_param { batch_size: 2 channels: 1 height: 4 width: 5 }',
      '2×1×3×3, 2',
    ],
    ['', 'top: "y0" top: "y1" memory_data_param { batch_size: 2 channels: 1 height: 4 width: 5 }', '2×1×4×5, 2'],
  ],
  fork,
);
layerTable(
  'HDF5Data',
  [['', 'top: "y0" transform_param { mirror: true } hdf5_data_param { source: "a" batch_size: 2 }', '?']],
  fork,
);
layerTable(
  'DenseImageData',
  [
    [
      '',
      'top: "y0" top: "y1" dense_image_data_param { source: "a" batch_size: 2 new_height: 4 new_width: 5 one_hot_nclasses: 7 }',
      '2×3×4×5, 2×7×4×5',
    ],
  ],
  fork,
);
layerTable('EuclideanLoss', [['4×3, 2×6', '', '']], fork);
layerTable(
  'DiceCoefLoss',
  [
    ['2×3×4×5, 2×1×4×5', 'top: "y0"', 'scalar'],
    ['2×3×4×5, 2×3×4×5', 'top: "y0"', '? ! fork/bottom-size b1'],
  ],
  fork,
);
layerTable('FocalLoss', [['2×3×4, 2×4', 'top: "y0" focal_loss_param { alpha: 1 }', 'scalar']], fork);
layerTable('BroadcastMul', [['2×3×4×5, 2×3×1×1', '', '2×3×4×5']], fork);
layerTable('MultiLabelAccuracy', [['2×3, 2×3', '', '1×5×1×1']], fork);
layerTable('MultiLabelSigmoidLoss', [['2×3, 2×3', 'top: "y0"', '1×1×1×1']], fork);
layerTable('SoftmaxWithInfogainLoss', [['2×3, 2', 'top: "y0"', 'scalar']], fork);
layerTable('CrossEntropyLoss', [['2×3, 2×3', 'top: "y0"', '2×3']], fork);
layerTable(
  'MemorySparseData',
  [['', 'top: "y0" top: "y1" memory_data_param { batch_size: 2 channels: 9 height: 1 width: 1 }', '2×9×1×1, 2']],
  fork,
);
layerTable('SparseInnerProduct', [['2×3', 'num_output: 4', '2×4 | 4×3, 4']], fork);
layerTable('DetectionEvaluate', [['1×1×6×7, 1×1×2×8', 'num_classes: 3 output_logits: true', '1×1×8×8']], fork);

test.each([
  ['bvlc', 1],
  ['deepdetect', 0],
])('%s warns that an LSTM passes no gradient to its markers: %i', (name, count) => {
  const dialect = dialectOf(name);
  if (!dialect) throw new Error(name);
  const ip = (top: string, outputs: number): string =>
    `layer { name: "${top}" type: "InnerProduct" bottom: "x" top: "${top}" inner_product_param { num_output: ${outputs} axis: 2 weight_filler { type: "xavier" } } }`;
  const text = `input: "x" input_shape { dim: 5 dim: 2 dim: 3 }
${ip('a', 3)} ${ip('m', 1)}
layer { name: "r" type: "Reshape" bottom: "m" top: "r" reshape_param { shape { dim: 5 dim: 2 } } }
layer { name: "lstm" type: "LSTM" bottom: "a" bottom: "r" top: "y" recurrent_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "Reduction" bottom: "y" top: "loss" loss_weight: 1 }`;
  const { problems } = analyze(text, { dialect, kind: 'net', states: [trainState] });
  expect(problems.filter(({ code }) => code === 'check/no-gradient')).toHaveLength(count);
});
