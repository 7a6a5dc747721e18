import type { dataCodes } from '../../codes/data';

export const data: Record<keyof typeof dataCodes, string> = {
  'data/unknown-record-shape':
    'The shape of the records that {layer} reads is not in the file: write it in a comment, `# prototxt: datum 3x256x256`.',
  'data/mean-file-and-value': 'Cannot specify mean_file and mean_value at the same time: remove one.',
  'data/mean-value-count':
    'Specify either 1 mean_value or as many as channels: {found} {found:value|values} for {channels} {channels:channel|channels}.',
  'data/crop-too-large':
    'Records of this {axis}, {size}, are smaller than the crop of {crop}: Caffe stops at the first one.',
  'data/batch-size': '`batch_size` must be above 0: Caffe stops at {size}.',
  'data/half-of-size': 'Current implementation requires new_height and new_width to be set at the same time.',
  'data/window-crop': 'WindowData needs a `crop_size` above 0 in transform_param.',
  'data/memory-sizes':
    'batch_size, channels, height, and width must be specified and positive in memory_data_param: `{name}` is {value}.',
  'data/no-transform': '{type} does not transform data: remove `transform_param`.',
  'data/no-file': 'No file has an empty name, and Caffe stops as it opens `{name}`: write the path.',
  'data/no-prefetch':
    'With no batch to prefetch into, the first Forward waits for ever: remove `prefetch`, or use 1 or more.',
};
