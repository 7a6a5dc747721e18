/** Problems of files of weights, written or read; explained in `docs/problems/weights.md`. */
import type { ProblemKind } from './kind';

export const weightsProblems = {
  'weights/blob-count-differs': {
    severity: 'warning',
    says: 'Caffe stops: layer {layer} has {found} {found:blob|blobs} in {file}, and {expected} here. Under another name the layer starts from its filler.',
  },
  'weights/file-exists': {
    severity: 'warning',
    says: '{path} is there already, and was left as it is.',
  },
  'weights/model-cut-off': {
    severity: 'warning',
    says: '{path} lacks its end: it has {size} bytes, and what begins at {at} is longer. It was not written or downloaded to the end.',
  },
  'weights/model-empty': {
    severity: 'warning',
    says: '{path} is empty.',
  },
  'weights/model-hdf5': {
    severity: 'warning',
    says: "{path} is an HDF5 file: only .caffemodel files in protobuf's binary form are read here.",
  },
  'weights/model-pointer': {
    severity: 'warning',
    says: '{path} is a pointer of Git LFS, not the file itself: fetch it with git lfs pull.',
  },
  'weights/model-too-large': {
    severity: 'warning',
    says: 'The net takes {size} bytes as a .caffemodel, and Caffe reads none of more than 2147483647. Write a .npz.',
  },
  'weights/model-too-large-for-host': {
    severity: 'warning',
    says: '{path} has {size} bytes. Here a file can only be read as a whole, and {limit} bytes are the most: open the net in the desktop editor.',
  },
  'weights/model-unreadable': {
    severity: 'warning',
    says: "{path} can't be read: {reason}.",
  },
  'weights/no-blobs': {
    severity: 'warning',
    says: 'No layer of the net has weights in this state: there is nothing to write.',
  },
  'weights/no-such-blob': {
    severity: 'warning',
    says: 'Layer {layer} has no blob {blob}: it has {blobs}, counted from 0.',
  },
  'weights/no-such-layer': {
    severity: 'warning',
    says: 'No layer called {layer} has weights in this state.',
  },
  'weights/not-a-model': {
    severity: 'warning',
    says: "{path} is no .caffemodel: it holds no layers of a net in protobuf's binary form.",
  },
  'weights/not-written': {
    severity: 'warning',
    says: '{path} was not written: {reason}. Nothing of it was left behind.',
  },
  'weights/one-blob': {
    severity: 'warning',
    says: 'A .npy holds one blob: name its layer, or write a .npz.',
  },
  'weights/refused': {
    severity: 'warning',
    says: 'Caffe refuses this net in {state}, so it draws no weights: its errors come first.',
  },
  'weights/shape-differs': {
    severity: 'warning',
    says: 'Caffe stops: {blob} of layer {layer} is {found} in {file}, and {expected} here. Under another name the layer starts from its filler.',
  },
  'weights/too-large-for-host': {
    severity: 'warning',
    says: 'The file would take {size} bytes. Here a file can only be written as a whole, and {limit} bytes are the most: write it from the desktop editor, or with prototxt-lens weights.',
  },
  'weights/unknown-values': {
    severity: 'warning',
    says: "What {blob} of layer {layer} starts as is not known, since its shape or its filler is not: the weights can't be written.",
  },
  'weights/value-count-differs': {
    severity: 'warning',
    says: 'Caffe stops: {blob} of layer {layer} has {found} {found:value|values} in {file}, whose own shape asks for {expected}. The file is damaged.',
  },
} as const satisfies Readonly<Record<`weights/${string}`, ProblemKind>>;
