/** Words around completion items. */
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
    'The state in which the net is checked and shown, the shape of its records, its weights file, its schema, or its targets.',
  'directive-line': 'Suppresses problems on the next line, by their codes. The reason follows `--`.',
  'directive-file': 'Suppresses problems in the whole file, by their codes. The reason follows `--`.',
  'directive-weights': 'The weights file that the net is initialized from.',
  'directive-target': 'The chips and converters that the net is for, separated by commas.',
  'directive-datum': 'Shape of one record of the data layers: channels × height × width.',
} as const;
