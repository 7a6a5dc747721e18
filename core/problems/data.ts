/** Problems of data layers; explained in `docs/problems/data.md`. */
import type { ProblemKind } from './kind';

export const dataProblems = {
  'data/unknown-record-shape': {
    severity: 'information',
    once: 'code',
    says: 'The shape of the records that {layer} reads is not in the file: write it in a comment, `# prototxt: datum 3x256x256`.',
  },
  'data/mean-file-and-value': {
    severity: 'error',
    says: 'Cannot specify mean_file and mean_value at the same time: remove one.',
  },
  'data/mean-value-count': {
    severity: 'error',
    says: 'Specify either 1 mean_value or as many as channels: {found} {found:value|values} for {channels} {channels:channel|channels}.',
  },
  'data/crop-too-large': {
    severity: 'error',
    says: 'Records of this {axis}, {size}, are smaller than the crop of {crop}: Caffe stops at the first one.',
  },
  'data/batch-size': {
    severity: 'error',
    says: '`batch_size` must be above 0: Caffe stops at {size}.',
  },
  'data/half-of-size': {
    severity: 'error',
    says: '`new_height` is {height} and `new_width` is {width}: Caffe needs both above 0, or neither.',
  },
  'data/window-crop': {
    severity: 'error',
    says: 'WindowData needs a `crop_size` above 0 in `transform_param`, found {crop}.',
  },
  'data/memory-sizes': {
    severity: 'error',
    says: 'batch_size, channels, height, and width must be specified and positive in memory_data_param: `{name}` is {value}.',
  },
  'data/no-transform': {
    severity: 'error',
    says: '{type} does not transform data: remove `transform_param`.',
  },
  'data/no-file': {
    severity: 'error',
    says: 'No file has an empty name, and Caffe stops as it opens `{name}`: write the path.',
  },
  'data/no-prefetch': {
    severity: 'warning',
    says: 'With no batch to prefetch into, the first Forward waits for ever: remove `prefetch`, or use 1 or more.',
  },
} as const satisfies Readonly<Record<`data/${string}`, ProblemKind>>;
