/** Problems of data layers; explained in `docs/problems/data.md`. */
import type { ProblemKind } from './kind';

export const dataProblems = {
  'data/unknown-record-shape': {
    severity: 'information',
    once: 'code',
    says: 'The shape of the records that {layer} reads is not in the file.',
    help: 'Add a comment with it, such as `# prototxt: datum 3x256x256`.',
  },
  'data/mean-file-and-value': {
    severity: 'error',
    says: '`mean_file` and `mean_value` cannot both be set.',
    help: 'Remove one of them.',
    caffe: 'Cannot specify mean_file and mean_value at the same time',
  },
  'data/mean-value-count': {
    severity: 'error',
    says: '{found} `mean_value` for {channels} {channels:channel|channels}.',
    help: 'Write one for all channels, or one per channel.',
    caffe: 'Specify either 1 mean_value or as many as channels',
  },
  'data/crop-too-large': {
    severity: 'error',
    says: 'The crop ({crop}) is larger than the {axis} of the records ({size}).',
    help: 'Reduce the crop, or use larger records.',
  },
  'data/batch-size': {
    severity: 'error',
    says: '`batch_size` ({size}) must be greater than 0.',
    help: 'Set it to the number of records per iteration.',
  },
  'data/half-of-size': {
    severity: 'error',
    says: '`new_height` ({height}) and `new_width` ({width}) must both be greater than 0, or both unset.',
    help: 'Set both, or remove both.',
    caffe: 'Current implementation requires new_height and new_width to be set at the same time.',
  },
  'data/window-crop': {
    severity: 'error',
    says: 'WindowData needs a `crop_size` greater than 0, found {crop}.',
    help: 'Set `crop_size` in `transform_param`.',
  },
  'data/memory-sizes': {
    severity: 'error',
    says: '`{name}` ({value}) of MemoryData must be greater than 0.',
    help: 'Set `batch_size`, `channels`, `height` and `width` in `memory_data_param`.',
    caffe: 'batch_size, channels, height, and width must be specified and positive in memory_data_param',
  },
  'data/no-transform': {
    severity: 'error',
    says: '{type} does not transform data, so Caffe rejects `transform_param`.',
    help: 'Remove `transform_param`.',
  },
  'data/no-file': {
    severity: 'error',
    says: '`{name}` is empty, so Caffe has no file to open.',
    help: 'Set `{name}` to the path of the file.',
  },
  'data/no-prefetch': {
    severity: 'warning',
    says: 'Without a batch to prefetch, the first Forward waits forever.',
    help: 'Set `prefetch` to 1 or more, or remove it.',
  },
} as const satisfies Readonly<Record<`data/${string}`, ProblemKind>>;
