import type { weightsCodes } from '../../codes/weights';

export const weights: Record<keyof typeof weightsCodes, string> = {
  'weights/file-exists': '{path} is there already, and was left as it is.',
  'weights/model-too-large': 'The net takes {size} bytes as a .caffemodel, and Caffe reads none of more than 2147483647. Write a .npz.',
  'weights/no-blobs': 'No layer of the net has weights in this state: there is nothing to write.',
  'weights/no-such-blob': 'Layer {layer} has no blob {blob}: it has {blobs}, counted from 0.',
  'weights/no-such-layer': 'No layer called {layer} has weights in this state.',
  'weights/not-written': '{path} was not written: {reason}. Nothing of it was left behind.',
  'weights/one-blob': 'A .npy holds one blob: name its layer, or write a .npz.',
  'weights/refused': 'Caffe refuses this net in {state}, so it draws no weights: its errors come first.',
  'weights/too-large-for-host': 'The file would take {size} bytes. Here a file can only be written as a whole, and {limit} bytes are the most: write it from the desktop editor, or with prototxt-lens weights.',
  'weights/unknown-values': 'What {blob} of layer {layer} starts as is not known, since its shape or its filler is not: the weights can\'t be written.',
};
