/**
 * Writes its two bottoms, data and label, to an HDF5 file. No tops. Set-up opens the file and checks no shape; Forward
 * requires the same number of items in both, in Caffe's legacy shape of four axes: hdf5_output_layer.cpp.
 */
import type { LayerRule, SetUpInput } from '../net/rules';
import { formatShape } from '../net/shape';
import type { Problem } from '../problems';
import { atBottom } from './shared/at';
import { legacyDim } from './shared/legacy';
import { noMacs } from './shared/macs';
import { refuseNoFile } from './shared/named-file';
import { samePlace } from './shared/windows';

export const hdf5Output: LayerRule = {
  type: 'HDF5Output',
  summary: 'Writes data and labels to the HDF5 file `file_name`. No tops.',
  param: 'hdf5_output_param',
  skeleton: { name: 'output', body: 'file_name: "${1:features.h5}"' },
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 0, max: 0 } },
  macs: noMacs,
  window: samePlace,
  // The file's contents are not a value of the net.
  onnx: () => [],
  setUp: (input) => ({
    tops: [],
    params: [],
    problems: [...refuseNoFile(input.param, 'file_name'), ...unwritable(input)],
  }),
};

function unwritable({ layer, bottoms }: SetUpInput): readonly Problem[] {
  const expected = legacyDim(bottoms[0], 'num');
  const at = bottoms.findIndex((shape, i) => {
    const items = legacyDim(shape, 'num');
    return (shape?.length ?? 0) > 4 || (i > 0 && items !== null && expected !== null && items !== expected);
  });
  if (at < 0) return [];
  return [
    atBottom(layer, at, 'layer/hdf5-output-bottoms', {
      shape: formatShape(bottoms[at] ?? null),
      data: layer.bottoms[0]?.name ?? '',
      items: expected,
    }),
  ];
}
