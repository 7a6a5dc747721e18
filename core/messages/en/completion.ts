/** What completion says beside what it proposes. */
export const completionWords = {
  layer: 'layer',
  filler: 'filler',
  default: 'default',
  block: 'layers',
  'block-conv': 'Convolution, BatchNorm, Scale and ReLU, as in ResNets.',
  'block-residual':
    'Two convolutions beside the identity, added (He et al. 2016). `num_output` must be the channels of the bottom.',
  file: 'file',
  'template-train': 'net: classifier to train',
  'template-deploy': 'net: classifier to deploy',
  'template-segmentation': 'net: fully convolutional',
  'template-solver': 'solver',
  'directive-state':
    'The state that the net is checked and shown in, the shape of its records, the weights that it starts from, or the Caffe that it is for.',
  'directive-line': 'Takes back problems of the next line, by their codes. What follows `--` is why.',
  'directive-file': 'Takes back problems of the whole file, by their codes. What follows `--` is why.',
  'directive-weights': 'The file of weights that the net starts from.',
  'directive-datum': 'Channels × height × width of one record of the data layers.',
} as const;
