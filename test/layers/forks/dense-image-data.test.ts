/** dense_image_data_layer.cpp of SegNet: images and label images of new_height × new_width, or cut. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { trainState } from '#core/net/state';
import { layerTable } from '../../support/layer-table';

layerTable(
  'DenseImageData',
  [
    ['', 'source: "x" batch_size: 4 new_height: 6 new_width: 8', '4×3×6×8, 4×1×6×8'],
    ['', 'source: "x" batch_size: 4 new_height: 6 new_width: 8 crop_height: 3 crop_width: 4', '4×3×3×4, 4×1×3×4'],
    ['', 'source: "x" batch_size: 4 new_height: 6 new_width: 8 is_color: false', '4×1×6×8, 4×1×6×8'],
    [
      '',
      'source: "x" batch_size: 4 new_height: 6 new_width: 8 crop_height: 7 crop_width: 4',
      '?, ? ! data/crop-too-large 7',
    ],
  ],
  'segnet',
);

test('the labels of ENet are smaller by label_divide_factor', () => {
  const text = `layer { name: "d" type: "DenseImageData" top: "d" top: "l"
    dense_image_data_param { source: "x" batch_size: 4 new_height: 6 new_width: 9 label_divide_factor: 2 } }`;
  const analysis = analyze(text, { dialect: chooseDialect });
  const [layer] = analysis.state(trainState).layers;
  expect(layer?.tops).toEqual([
    [4, 3, 6, 9],
    [4, 1, 3, 4],
  ]);
  expect(analysis.problems.filter(({ code }) => code.startsWith('schema/'))).toEqual([]);
});
