/** The layer types of V0, which were lower-case strings, and the V1 values that they became (UpgradeV0LayerType). */
const types: ReadonlyMap<string, string> = new Map([
  ['accuracy', 'ACCURACY'],
  ['bnll', 'BNLL'],
  ['concat', 'CONCAT'],
  ['conv', 'CONVOLUTION'],
  ['data', 'DATA'],
  ['dropout', 'DROPOUT'],
  ['euclidean_loss', 'EUCLIDEAN_LOSS'],
  ['flatten', 'FLATTEN'],
  ['hdf5_data', 'HDF5_DATA'],
  ['hdf5_output', 'HDF5_OUTPUT'],
  ['im2col', 'IM2COL'],
  ['images', 'IMAGE_DATA'],
  ['infogain_loss', 'INFOGAIN_LOSS'],
  ['innerproduct', 'INNER_PRODUCT'],
  ['lrn', 'LRN'],
  ['multinomial_logistic_loss', 'MULTINOMIAL_LOGISTIC_LOSS'],
  ['pool', 'POOLING'],
  ['relu', 'RELU'],
  ['sigmoid', 'SIGMOID'],
  ['softmax', 'SOFTMAX'],
  ['softmax_loss', 'SOFTMAX_LOSS'],
  ['split', 'SPLIT'],
  ['tanh', 'TANH'],
  ['window_data', 'WINDOW_DATA'],
]);

/** Undefined for a type that V0 does not have. `padding` layers have been merged before types are read. */
export function typeOfV0(type: string): string | undefined {
  return types.get(type);
}

/** All types of a V0 layer, for "did you mean". */
export const v0Types: readonly string[] = [...types.keys(), 'padding'];
