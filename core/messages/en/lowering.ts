/** Why a layer can't be run or exported, as a sentence. `{layer}` and `{type}` are filled in. */
export const loweringSentences = {
  'no-forward': 'Caffe does not implement its Forward on the CPU',
  outside: 'it reads a file or runs a program',
  'not-modelled': 'layers of type {type} are not supported',
  'no-backward': 'Caffe does not implement its Backward, and aborts',
  'no-gradient': 'the gradient of one of its operators is not supported',
  unknown: 'a shape, a filler or the number of its blobs is unknown',
  dynamic: 'the size of a bottom depends on the data',
  'too-many-steps': 'its sequence has more than 10,000 time steps',
  reshaped: 'a layer in place has changed the shape of its bottom since set-up, and Caffe aborts',
  spoilt: 'it works in place, where Caffe computes something else than the layer defines',
  draws: 'it draws random numbers in Forward; export the TEST phase',
  batch: 'it contains a number that depends on the batch size; export it with a fixed batch size',
  'too-large': 'its weights and values do not fit into the memory of WebAssembly',
} as const;
