/** Types in order of use: by the number of public nets that have them, counted over 1,303 files. */
import type { Registry } from '#core/net/rules';

const layers = [
  'Convolution',
  'ReLU',
  'Pooling',
  'InnerProduct',
  'Scale',
  'Softmax',
  'Concat',
  'Eltwise',
  'BatchNorm',
  'SoftmaxWithLoss',
  'Dropout',
  'Reshape',
  'Accuracy',
  'Input',
  'Data',
  'Deconvolution',
  'Permute',
  'Flatten',
  'PriorBox',
  'AnnotatedData',
  'MemoryData',
  'ROIPooling',
  'DetectionOutput',
  'LRN',
  'Sigmoid',
  'SmoothL1Loss',
  'Silence',
  'DepthwiseConvolution',
  'Slice',
  'Python',
  'MultiBoxLoss',
  'Normalize',
  'PSROIPooling',
  'Crop',
  'ImageData',
  'PReLU',
  'Interp',
  'Axpy',
  'Power',
  'LSTM',
  'HDF5Data',
  'EuclideanLoss',
  'TanH',
  'Embed',
  'DummyData',
] as const;

/** In the order for weights; constant is by far the most common for biases. */
const fillers = ['xavier', 'msra', 'gaussian', 'constant', 'bilinear', 'uniform'] as const;

export const layersByUse = (registry: Registry<unknown>): readonly string[] => byUse(registry.types, layers);

export const fillersByUse = (registry: Registry<unknown>, field: string | undefined): readonly string[] =>
  byUse(registry.types, field?.startsWith('bias') === true ? ['constant', ...fillers] : fillers);

/** The types in `used` first, then the others in their own order. */
function byUse(types: readonly string[], used: readonly string[]): readonly string[] {
  const has = new Set(types);
  const first = [...new Set(used)].filter((type) => has.has(type));
  const taken = new Set(first);
  return [...first, ...types.filter((type) => !taken.has(type))];
}
