import type { weightsCodes } from '../../codes/weights';

export const weights: Record<keyof typeof weightsCodes, string> = {
  'weights/file-exists': '{path} is there already, and was left as it is.',
  'weights/model-too-large': 'The net takes {size} bytes as a .caffemodel, and Caffe reads none of more than 2147483647. Write a .npz.',
  'weights/no-blobs': 'No layer of the net has weights in this state: there is nothing to write.',
  'weights/no-such-blob': 'Layer {layer} has no blob {blob}: it has {blobs}, counted from 0.',
  'weights/no-such-layer': 'No layer called {layer} has weights in this state.',
  'weights/not-written': '{path} was not written: {reason}. Nothing of it was left behind.',
  'weights/one-blob': 'A .npy holds one blob: name its layer, or write a .npz.',
  'weights/unknown-values': 'What {blob} of layer {layer} starts as is not known, since its shape or its filler is not: the weights can\'t be written.',
};
