/** Why a layer can't be run or exported, as a sentence. `{layer}` and `{type}` are filled in. */
export const loweringSentences = {
  'no-forward': 'Caffe has no Forward for it on the CPU',
  outside: 'it reads a file or runs a program',
  'not-modelled': 'layers of type {type} have no operators here',
  unknown: 'a shape, a filler or the number of its blobs is not known',
  dynamic: 'the size of a bottom depends on the data',
  spoilt: 'it works in place, where Caffe computes something else than the layer says',
  draws: 'it draws random numbers in Forward; export the TEST phase',
  batch: 'it holds a number that depends on the batch; export a fixed one with --batch N',
} as const;
