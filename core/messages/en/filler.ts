import type { fillerCodes } from '../../codes/filler';

export const filler: Record<keyof typeof fillerCodes, string> = {
  'filler/unknown-type': 'Unknown filler name: {type}.',
  'filler/sparse-unsupported': '`sparse` works with the gaussian filler only; {type} stops Caffe with "Sparsity not supported by this Filler".',
  'filler/dead-field': '{type} never reads {name}.',
};
