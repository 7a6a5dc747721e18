/** Problems of weight files, read or written; explained in `docs/problems/weights.md`. */
import type { ProblemKind } from './kind';

export const weightsProblems = {
  'weights/blob-count-differs': {
    severity: 'warning',
    says: '{layer} has {found} {found:blob|blobs} in {file} but {expected} here, so Caffe aborts.',
    help: 'Rename the layer to initialize it by its filler.',
  },
  'weights/file-exists': {
    severity: 'warning',
    says: '{path} already exists and was not changed.',
  },
  'weights/model-cut-off': {
    severity: 'warning',
    says: '{path} is incomplete: an entry at byte {at} ends after byte {size}.',
    help: 'Download or write it again.',
  },
  'weights/model-damaged': {
    severity: 'warning',
    says: '{path} is damaged: the field at byte {at} is invalid.',
    help: 'Download or write it again.',
  },
  'weights/model-empty': {
    severity: 'warning',
    says: '{path} is empty.',
  },
  'weights/model-hdf5': {
    severity: 'warning',
    says: '{path} is an HDF5 file, which cannot be read here.',
    help: "Use a .caffemodel in protobuf's binary format.",
  },
  'weights/model-long-names': {
    severity: 'warning',
    says: 'The layer names in {path} are not read: they have more than {limit} bytes.',
    help: 'Check where the file comes from; layer names are short.',
  },
  'weights/model-over-limit': {
    severity: 'warning',
    says: '{path} has {size} bytes; Caffe reads at most {limit}.',
    help: 'Divide the net, or store fewer values.',
  },
  'weights/model-pointer': {
    severity: 'warning',
    says: '{path} is a Git LFS pointer, not the file itself.',
    help: 'Fetch the file with `git lfs pull`.',
  },
  'weights/model-too-large': {
    severity: 'warning',
    says: 'The .caffemodel would have {size} bytes; Caffe reads at most 2147483647.',
    help: 'Write a .npz instead.',
  },
  'weights/model-too-large-for-host': {
    severity: 'warning',
    says: '{path} has {size} bytes; at most {limit} can be read here.',
    help: 'Open the net in a desktop editor.',
  },
  'weights/model-too-many-fields': {
    severity: 'warning',
    says: '{path} is not read: it has more than {limit} fields besides its values.',
    help: 'Check where the file comes from; models have some 20 per layer.',
  },
  'weights/model-unreadable': {
    severity: 'warning',
    says: 'Cannot read {path}: {reason}.',
  },
  'weights/no-blobs': {
    severity: 'warning',
    says: 'No layer of the net has weights in this state; there is nothing to write.',
  },
  'weights/no-blobs-in-file': {
    severity: 'warning',
    says: 'No layer of the file has weights; there is nothing to write.',
  },
  'weights/no-such-blob': {
    severity: 'warning',
    says: 'Layer {layer} has no blob {blob}.',
    help: 'It has {blobs}, counted from 0.',
  },
  'weights/no-such-layer': {
    severity: 'warning',
    says: 'No layer {layer} has weights in this state.',
  },
  'weights/not-a-model': {
    severity: 'warning',
    says: "{path} is not a .caffemodel: it contains no layers in protobuf's binary format.",
  },
  'weights/not-written': {
    severity: 'warning',
    says: 'Cannot write {path}: {reason}.',
    help: 'No partial file was left.',
  },
  'weights/one-blob': {
    severity: 'warning',
    says: 'A .npy file holds one blob.',
    help: 'Name the layer, or write a .npz.',
  },
  'weights/net-rejected': {
    severity: 'warning',
    says: 'Caffe rejects this net in {state}, so it draws no weights.',
    help: 'Fix its errors first.',
  },
  'weights/shape-differs': {
    severity: 'warning',
    says: '{blob} of {layer} is {found} in {file} but {expected} here, so Caffe aborts.',
    help: 'Rename the layer to initialize it by its filler.',
  },
  'weights/too-large-for-host': {
    severity: 'warning',
    says: 'The file would have {size} bytes; at most {limit} can be written here.',
    help: 'Write it from a desktop editor, or with `prototxt-lens weights`.',
  },
  'weights/too-many-axes': {
    severity: 'warning',
    says: '{blob} of {layer} has more than {limit} axes in {file}, so Caffe aborts.',
    help: 'Rename the layer to initialize it by its filler.',
  },
  'weights/unknown-values': {
    severity: 'warning',
    says: "Cannot write the weights: the shape or filler of {layer}'s {blob} is unknown.",
  },
  'weights/value-count-differs': {
    severity: 'warning',
    says: '{file} is damaged: {blob} of {layer} has {found} {found:value|values}, but its shape needs {expected}.',
    help: 'Download or write the file again.',
  },
  'weights/old-format': {
    severity: 'information',
    says: '{file} has {age} layers, which current converters do not read.',
    help: 'Upgrade it to the current format.',
  },
} as const satisfies Readonly<Record<`weights/${string}`, ProblemKind>>;
